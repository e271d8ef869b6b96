// Says when content is read again: in development whenever it changes, in a build never.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Watches content/ in development, which Vite does not, because src/content/ reads the records without it. Defines `contentStays` in a build. */
export function contentReload(): AstroIntegration {
  return {
    name: 'tideline:content-reload',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { define: { contentStays: 'true' } } });
      },
      'astro:server:setup': ({ server }) => {
        const content = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'content');
        server.watcher.add(content);
        server.watcher.on('change', (file) => {
          if (file.startsWith(content) && file.endsWith('.yaml')) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
