// Reloads pages in development when content changes.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Watches content/ in development. Vite does not, because src/content/ reads the records without it. */
export function contentReload(): AstroIntegration {
  return {
    name: 'tideline:content-reload',
    hooks: {
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
