// Keeps files of earlier builds whose names change with their content, so that a page from before a deploy still finds its own.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The list of these files, a list for each build, the newest first. Hosts and `cp dist/*` leave files out that begin with a dot. */
export const listName = '.builds.json';

/** Files whose names change with their content: bundles, and the index of Pagefind. */
const hashed = /^(?:_astro\/|pagefind\/(?:fragment|index|filter)\/|pagefind\/[^/]+\.pf_meta$)/u;

/**
 * Copies the hashed files of earlier builds into a new site, and writes the list for the build after this one.
 * @param site the folder of the new site
 * @param published the folder of the site that it replaces, which may be missing
 * @param count how many earlier builds are kept
 * @returns the addresses of the copied files
 */
export function keepHashedFiles(site: string, published: string, count: number): string[] {
  const own = hashedFiles(site);
  // The same site built twice is one build, or it would push the one before it out.
  const earlier = earlierBuilds(published).filter((files, at) => at > 0 || !same(files, own));
  const kept = earlier.slice(0, count);
  const copied = [...new Set(kept.flat())].filter((file) => !own.includes(file) && existsSync(path.join(published, file)));
  for (const file of copied) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    copyFileSync(path.join(published, file), path.join(site, file));
  }
  writeFileSync(path.join(site, listName), `${JSON.stringify([own, ...kept], null, 1)}\n`);
  return copied;
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

/** The hashed files that each build brought, the newest first; of a site without a list that can be read all files are one build's. */
function earlierBuilds(published: string): string[][] {
  if (!existsSync(published)) return [];
  const builds = listIn(published);
  if (!Array.isArray(builds)) return [hashedFiles(published)];
  // The list is a file that anybody may have edited, and nothing outside the site is copied.
  const safe = (file: unknown): file is string => typeof file === 'string' && hashed.test(file) && !file.includes('..');
  return builds.map((files: unknown) => (Array.isArray(files) ? files.filter(safe) : []));
}

function listIn(published: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(published, listName), 'utf8'));
  } catch {
    return undefined;
  }
}

function hashedFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => hashed.test(file))
    .sort();
}
