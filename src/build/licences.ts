// Publishes the licence texts of all code and type that the site hands to browsers, as their licences ask.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export const licencesName = 'licences.txt';

/** A package whose code or styles reach readers. */
export interface Part {
  readonly name: string;
  readonly version: string;
  /** The short name of its licence, as it states it: `MIT`. */
  readonly licence: string;
  readonly text: string;
}

/** Published past the pages' own bundles: Pagefind as files of its own, the next in the service worker, the last in the worker that reads stacks. */
export const besides: readonly string[] = [
  'pagefind',
  ...['idb', 'workbox-core', 'workbox-expiration', 'workbox-strategies'],
  ...['@tree-sitter-grammars/tree-sitter-hcl', 'jsonc-parser', 'web-tree-sitter', 'yaml'],
];

/**
 * Returns the folder of the package that a module belongs to; undefined for the project's own modules.
 * @param module the bundler's name for it: an absolute path, perhaps with a query
 */
export function packageFolder(module: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(module.replaceAll('\\', '/'))?.[1];
}

/**
 * Reads name, version and licence of a package.
 * @throws Error if it has no file with the text of its licence, because then it cannot be handed on
 */
export function partOf(folder: string): Part {
  const described: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const of = (key: string): string => {
    const value: unknown = typeof described === 'object' && described !== null ? Reflect.get(described, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const named = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/iu;
  const found = readdirSync(folder, { withFileTypes: true }).find(({ name }) => named.test(name));
  if (found === undefined)
    throw new Error(`${of('name')} ${of('version')} (${of('license')}) has no file with its licence: ask its authors, or leave it out.`);
  const at = path.join(folder, found.name);
  // Pagefind has a folder of that name, with a file for each author.
  const files = found.isDirectory() ? readdirSync(at).map((name) => path.join(at, name)) : [at];
  const text = files.map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
  return { name: of('name'), version: of('version'), licence: of('license'), text };
}

/** Returns the text to publish: each part once, sorted by name. */
export function licenceTexts(parts: readonly Part[]): string {
  const once = new Map(parts.map((part) => [`${part.name} ${part.version}`, part]));
  const line = '-'.repeat(80);
  return [
    'Tideline hands these works of others on to your browser. Each is under its own licence.',
    ...[...once.values()]
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(
        ({ name, version, licence, text }) => `${line}\n${[name, version].filter((each) => each !== '').join(' ')} (${licence})\n\n${text}`,
      ),
    '',
  ].join('\n\n');
}

/** The build step. */
export function licences(): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: 'tideline:licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'tideline:licences',
                generateBundle(_, bundle) {
                  if (this.environment.name !== 'client') return;
                  for (const output of Object.values(bundle)) {
                    if (output.type !== 'chunk') continue;
                    for (const module of output.moduleIds) {
                      const folder = packageFolder(module);
                      if (folder !== undefined) folders.add(folder);
                    }
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of besides) folders.add(path.join(import.meta.dirname, '../../node_modules', name));
        const font = readFileSync(path.join(root, 'fonts/LICENSE.txt'), 'utf8').trim();
        const parts = [...folders].map(partOf);
        writeFileSync(
          path.join(root, licencesName),
          licenceTexts([...parts, { name: 'Source Sans 3', version: '', licence: 'OFL-1.1', text: font }]),
        );
      },
    },
  };
}
