// Puts the base path into what is written without it: links of the guide's pages, and rules for hosts.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { markdownPlugins } from './markdown-plugins.ts';
import type { MarkdownContext, MarkdownElement } from './markdown-plugins.ts';
import type { Place } from './place.ts';

/** The addresses of a page of the guide that lie on this site. */
const attributes = { a: 'href', img: 'src' } as const;

/**
 * Returns a plugin for the Markdown compiler that puts the base before links to this site.
 * @param base with a slash at both ends
 */
export function linksBelow(base: string) {
  return {
    name: 'tideline-links-below-base',
    element: {
      filter: Object.keys(attributes),
      visit(node: MarkdownElement, context: Pick<MarkdownContext, 'setProperty'>): void {
        const name = node.tagName === 'a' ? attributes.a : attributes.img;
        const value = node.properties?.[name];
        if (typeof value === 'string' && value.startsWith('/') && !value.startsWith('//'))
          context.setProperty(node, name, base + value.slice(1));
      },
    },
  };
}

/** Returns rules for hosts, a path on each line that is not indented, with the base before each path. */
export function rulesBelow(rules: string, base: string): string {
  return rules.replaceAll(/^\//gmu, base);
}

/** The build step for both, before all that compresses or publishes. */
export function belowBase({ base }: Place): AstroIntegration {
  return {
    name: 'tideline:below-base',
    hooks: {
      'astro:config:setup': ({ config }) => {
        if (base !== '/') markdownPlugins(config.markdown).push(linksBelow(base));
      },
      'astro:build:done': async ({ dir }) => {
        if (base === '/') return;
        const file = path.join(fileURLToPath(dir), '_headers');
        await writeFile(file, rulesBelow(await readFile(file, 'utf8'), base));
      },
    },
  };
}
