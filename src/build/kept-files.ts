// Keeps files of earlier builds whose names change with their content, so that a page from before a deploy still finds its own.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { propertyOf } from '../model/property.ts';
import type { Place } from './place.ts';

/** Files whose names change with their content: bundles, and the index of Pagefind. */
const hashed = /^(?:_astro\/|pagefind\/(?:fragment|index|filter)\/|pagefind\/[^/]+\.pf_meta$)/u;

export interface Keeping {
  /** How many earlier builds are kept. */
  readonly count: number;
  /** Whom the new site is for. Nothing of a site for others is kept: it may hold a company's notes. */
  readonly audience: string;
  /** The file that says what each build brought, outside of the site, because it is not for readers. */
  readonly list: string;
}

/** What is known of a site. */
interface Known {
  readonly audience: string;
  /** The hashed files that each build brought, the newest first. */
  readonly builds: readonly (readonly string[])[];
}

/**
 * Returns a mark of those whom a site is for: of the address they reach it by, and of the overlay that it says.
 * @param overlay all files of the overlay; none where there is no overlay
 */
export function audienceOf({ site, base }: Pick<Place, 'site' | 'base'>, overlay: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([site, base, overlay.length]));
  for (const file of overlay) hash.update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}

/**
 * Copies the hashed files of earlier builds into a new site, and writes the list for the build after this one.
 * @param site the folder of the new site
 * @param published the folder of the site that it replaces, which may be missing
 * @returns the addresses of the copied files
 */
export function keepHashedFiles(site: string, published: string, { count, audience, list }: Keeping): string[] {
  const own = hashedFiles(site);
  const there = existsSync(published) ? hashedFiles(published) : [];
  const before = knownIn(list).find(({ builds }) => same([...new Set(builds.flat())].sort(), there));
  // The same site built twice is one build, or it would push the one before it out.
  const earlier = before?.audience === audience ? before.builds.filter((files, at) => at > 0 || !same(files, own)) : [];
  const kept = earlier.slice(0, count);
  const copied = [...new Set(kept.flat())].filter((file) => !own.includes(file));
  for (const file of copied) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    copyFileSync(path.join(published, file), path.join(site, file));
  }
  // Both sites, because this build may be stopped before the new one takes its place.
  const known: Known[] = [{ audience, builds: [own, ...kept] }, ...(before ? [before] : [])];
  writeFileSync(`${list}.new`, `${JSON.stringify(known, null, 1)}\n`);
  renameSync(`${list}.new`, list);
  return copied;
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

/** What the list says. It is a file that anybody may have edited, and nothing outside the site is copied. */
function knownIn(list: string): Known[] {
  const said = read(list);
  const safe = (file: unknown): file is string => typeof file === 'string' && hashed.test(file) && !file.includes('..');
  return (Array.isArray(said) ? said : []).flatMap((known: unknown) => {
    const [audience, builds] = [propertyOf(known, 'audience'), propertyOf(known, 'builds')];
    if (typeof audience !== 'string' || !Array.isArray(builds)) return [];
    return [{ audience, builds: builds.map((files: unknown) => (Array.isArray(files) ? files.filter(safe) : [])) }];
  });
}

function read(list: string): unknown {
  try {
    return JSON.parse(readFileSync(list, 'utf8'));
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
