// Scripts and style sheets that may stand in a page itself: those in the sources of the site and of Starlight, and those that the
// bundler made of them. Whatever else stands in a page came from content, and the policy does not allow it.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Texts by kind, exactly as they stand between their tags. A build step that puts one into pages adds it here. */
export interface KnownInline {
  readonly scripts: Set<string>;
  readonly styles: Set<string>;
}

type ViteConfig = NonNullable<
  Parameters<Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0]['updateConfig']>[0]['vite']
>;

/** The texts of inline scripts and style sheets in a component's source. */
export function inlineOf(source: string): { readonly scripts: string[]; readonly styles: string[] } {
  const texts = (tag: string): string[] =>
    [...source.matchAll(new RegExp(`<${tag}\\b[^>]*\\bis:inline\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'gu'))]
      .map(([, text = '']) => text)
      .filter((text) => text !== '');
  return { scripts: texts('script'), styles: texts('style') };
}

/** Returns what stands in the sources. What the bundler makes of them is added as it makes it, by `collectInline`. */
export function knownInline(): KnownInline {
  const own = fileURLToPath(new URL('..', import.meta.url));
  const starlight = path.dirname(fileURLToPath(import.meta.resolve('@astrojs/starlight')));
  const known: KnownInline = { scripts: new Set(), styles: new Set() };
  for (const folder of [own, starlight]) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.astro') || name.includes('node_modules')) continue;
      const { scripts, styles } = inlineOf(readFileSync(path.join(folder, name), 'utf8'));
      for (const text of scripts) known.scripts.add(text);
      for (const text of styles) known.styles.add(text);
    }
  }
  return known;
}

/** Returns a plugin for the bundler that adds each bundle, because Astro puts small ones into pages. */
export function collectInline(known: KnownInline): NonNullable<ViteConfig['plugins']> {
  return [
    {
      name: 'tideline:known-inline',
      generateBundle: {
        // Before Astro takes out those that it puts into pages.
        order: 'pre',
        handler(_options, bundle) {
          for (const output of Object.values(bundle)) {
            if (output.type === 'chunk') known.scripts.add(output.code.trim());
            else if (output.fileName.endsWith('.css')) known.styles.add(String(output.source).trim());
          }
        },
      },
      applyToEnvironment: ({ name }) => name === 'client',
    },
  ];
}
