// Builds beside the published site and puts the new one in its place once it is complete.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { entriesOf, propertyOf } from '../model/property.ts';
import { openBeside } from './beside.ts';
import type { Beside } from './beside.ts';
import { keepHashedFiles } from './kept-files.ts';

/**
 * Returns what a folder lacks of a site that may be published, or has and must not; empty if there is nothing.
 * @param folder a built site
 */
export function unfit(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const pages = files.filter((file) => file.endsWith('.html'));
  return [
    ...['index.html', '404.html'].filter((page) => !pages.includes(page)).map((page) => `${page} is missing`),
    ...withoutIndex(folder),
    ...files.filter((file) => file.startsWith('.')).map((file) => `${file} is not for readers`),
    ...pages
      .filter((page) => !readFileSync(path.join(folder, page), 'utf8').includes('http-equiv="Content-Security-Policy"'))
      .map((page) => `${page} has no content security policy`),
  ];
}

/** Where Pagefind begins to search. Without it the search finds no page, and nobody hears of it. */
const indexEntry = 'pagefind/pagefind-entry.json';

/** Returns what is wrong with the index of pages. On a busy machine it has been left empty, without an error of the build. */
function withoutIndex(folder: string): string[] {
  const file = path.join(folder, indexEntry);
  if (!existsSync(file)) return [`${indexEntry} is missing: build again`];
  const text = readFileSync(file, 'utf8');
  try {
    const entry: unknown = JSON.parse(text);
    const counts = entriesOf(propertyOf(entry, 'languages')).map(([, language]) => Number(propertyOf(language, 'page_count') ?? 0));
    return counts.some((count) => count > 0) ? [] : [`${indexEntry} lists no page: build again`];
  } catch {
    return [`${indexEntry} is ${text === '' ? 'empty' : 'no JSON'}: build again`];
  }
}

/**
 * Reads how many earlier builds' files stay.
 * @param given the variable KEEP_BUILDS
 * @throws Error if it is not a whole number
 */
export function buildsToKeep(given: string | undefined): number {
  if (given === undefined) return 2;
  if (/^\d{1,2}$/u.test(given)) return Number(given);
  throw new Error(
    `KEEP_BUILDS is "${given}": write how many earlier builds' files stay for pages that are still open, 0 to 99, or leave it unset for 2.`,
  );
}

/**
 * The last step of the build: whatever comes after it is not published.
 * @param audience whom the site is for: files of an earlier build stay if that was for the same
 */
export function publish(audience: string): AstroIntegration {
  const count = buildsToKeep(process.env['KEEP_BUILDS']);
  let beside: Beside | undefined;
  return {
    name: 'tideline:publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        beside = openBeside(fileURLToPath(config.outDir));
        updateConfig({ outDir: pathToFileURL(`${beside.folder}${path.sep}`) });
      },
      'astro:build:done': ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const problems = unfit(site);
        if (problems.length > 0) throw new Error(`The site was built, but is not published:\n${problems.slice(0, 20).join('\n')}`);
        beside?.publish((published, workshop) => {
          const kept = keepHashedFiles(site, published, { count, audience, list: path.join(workshop, 'builds.json') });
          logger.info(`published; ${kept.length} files of earlier builds stay for pages that are still open`);
        });
      },
    },
  };
}
