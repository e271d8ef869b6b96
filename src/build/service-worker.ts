// Writes /sw.js and the revision of the data into the pages and the files of the search; where the worker is switched off, one that removes itself.
// On a site that is built already: node src/build/service-worker.ts on|off [folder]
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { floor } from './floor.ts';
import { markRevision, withoutMark } from '../model/revision.ts';
import { besides, packageFolder } from './licences.ts';

/** The page for readers without a connection, and another that is of use to them. */
const offline = 'offline/';
const further = ['services/'];

/**
 * Reads whether the site has a service worker.
 * @param given the variable SERVICE_WORKER
 * @throws Error if it is neither "on" nor "off"
 */
export function hasServiceWorker(given: string | undefined): boolean {
  if (given === undefined || given === 'on') return true;
  if (given === 'off') return false;
  throw new Error(`SERVICE_WORKER is "${given}": write off to remove the service worker from readers' browsers, or leave it unset.`);
}

const hashOf = (parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 10);
};

/** Returns the data files in a folder of the site, as paths in the site. */
async function dataIn(root: string, folder: string): Promise<string[]> {
  const names = existsSync(path.join(root, folder)) ? await readdir(path.join(root, folder), { recursive: true }) : [];
  return names
    .filter((each) => each.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** Returns the revision of the data of a built site: another one as soon as any file that pages load as data is another. */
export async function revisionOf(root: string): Promise<string> {
  const parts: string[] = [];
  for (const folder of ['data', 'search', 'stack'])
    for (const name of await dataIn(root, folder)) parts.push(name, withoutMark(await readFile(path.join(root, name), 'utf8')));
  return hashOf(parts);
}

/** Writes the revision into the files of the search. */
export async function markSearch(root: string, revision: string): Promise<void> {
  for (const name of await dataIn(root, 'search')) {
    const file = path.join(root, name);
    await writeFile(file, markRevision(withoutMark(await readFile(file, 'utf8')), revision));
  }
}

/** Returns the page with the revision of the data that it belongs to. */
export const withRevision = (html: string, revision: string): string =>
  html.replace(/<html\b(?: data-revision="[^"]*")?/u, `<html data-revision="${revision}"`);

/** Returns the files that a page needs from the start, as paths in the site: sheets, scripts with what they import, and the typeface. */
export async function filesOf(root: string, page: string): Promise<string[]> {
  const html = await readFile(path.join(root, page), 'utf8');
  const found = new Set([...html.matchAll(/\b(?:src|href)="[^"]*?\/((?:_astro|fonts)\/[^"]+)"/gu)].map((match) => match[1] ?? ''));
  const imports = async (code: string, folder: string): Promise<void> => {
    // With a bracket before the name it would be an import for later.
    for (const [, name = ''] of code.matchAll(/\b(?:import|from)\s*"(\.[^"]+|[^"]*\/_astro\/[^"]+)"/gu)) {
      const file = name.startsWith('.') ? path.posix.join(folder, name) : name.slice(name.indexOf('_astro/'));
      if (found.has(file)) continue;
      found.add(file);
      await imports(await readFile(path.join(root, file), 'utf8'), path.posix.dirname(file));
    }
  };
  await imports(html, '');
  for (const file of [...found].filter((each) => each.endsWith('.js')))
    await imports(await readFile(path.join(root, file), 'utf8'), path.posix.dirname(file));
  return [...found].sort();
}

/**
 * Writes /sw.js into a built site.
 * @throws Error if a page of the shell is missing
 */
export async function writeServiceWorker(root: string, on: boolean): Promise<void> {
  const pages = [offline, ...further];
  const html = on ? await Promise.all(pages.map((page) => readFile(path.join(root, page, 'index.html')))) : [];
  const files = on ? new Set((await Promise.all(pages.map((page) => filesOf(root, `${page}index.html`)))).flat()) : new Set<string>();
  const entry = path.join(import.meta.dirname, '../worker', on ? 'service-worker.ts' : 'removal.ts');
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    legalComments: 'none',
    target: [...floor],
    define: {
      'process.env.NODE_ENV': '"production"',
      // The pages' own hash makes another worker of each other version, which then fetches them.
      shell: JSON.stringify({ offline, pages: further, files: [...files], version: hashOf(html) }),
    },
  });
  for (const module of Object.keys(metafile.inputs)) {
    const folder = packageFolder(path.resolve(module));
    if (folder !== undefined && !besides.includes(path.basename(folder)))
      throw new Error(`sw.js holds code of ${folder}: name it in src/build/licences.ts, which publishes the text of its licence.`);
  }
  const file = path.join(root, 'sw.js');
  await Promise.all(['', '.gz', '.br'].map((ending) => rm(file + ending, { force: true })));
  await writeFile(file, outputFiles[0]?.contents ?? '');
}

/** The build step: after all that change pages, before all that compresses or publishes. */
export function serviceWorker(on: boolean): AstroIntegration {
  return {
    name: 'tideline:service-worker',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Read by src/components/has-service-worker.ts.
        updateConfig({ vite: { define: { siteHasServiceWorker: JSON.stringify(on && command === 'build') } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const revision = await revisionOf(root);
        await markSearch(root, revision);
        const pages = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'));
        for (const page of pages) {
          const file = path.join(root, page);
          await writeFile(file, withRevision(await readFile(file, 'utf8'), revision));
        }
        await writeServiceWorker(root, on);
        logger.info(on ? `data revision ${revision}` : 'switched off: /sw.js removes what readers still have of it');
      },
    },
  };
}

if (import.meta.main) {
  const [switched, folder = 'dist'] = process.argv.slice(2);
  if (switched !== 'on' && switched !== 'off') {
    process.stderr.write('Say on or off, and the folder of the built site if it is not dist.\n');
    process.exitCode = 1;
  } else await writeServiceWorker(folder, switched === 'on');
}
