// Lets Pagefind say that a part of its index is not what it should be. It writes so to the console, and searches without that part:
// a page that a proxy sends in its place, with status 200, would read as "nothing found". What keeps it from starting it throws where
// nobody can catch it, besides where we do.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What the page hears; src/interaction/search/pagefind.ts listens. */
export const lostEvent = 'tideline:index-lost';

const told = `dispatchEvent(new Event(${JSON.stringify(lostEvent)}));`;

/** Where Pagefind notices, and what it does then. */
const faults: readonly (readonly [at: string, instead: string])[] = [
  ['console.error(`Failed to load the index chunk', `${told}console.error(\`Failed to load the index chunk`],
  [
    'console.error(`Decompressing ${file} appears to have failed: Missing signature`);return data;',
    'throw new Error(`${file} is no part of an index`);',
  ],
  // It keeps the error, and throws it at whoever asks it for something.
  ['this.init(options2?.language);}', 'this.init(options2?.language).catch(()=>{});}'],
  ['this.preload(term,options2);', 'this.preload(term,options2).catch(()=>{});'],
];

/**
 * Returns the code of Pagefind with its faults told.
 * @throws Error where it is not the code that this file knows
 */
export function tellingFaults(code: string): string {
  return faults.reduce((changed, [at, instead]) => {
    if (changed.split(at).length !== 2)
      throw new Error(`Pagefind's code is another now, without "${at}": see src/build/pagefind-faults.ts`);
    return changed.replace(at, () => instead);
  }, code);
}

/** The build step, after Starlight has Pagefind write its files. */
export function pagefindFaults(): AstroIntegration {
  return {
    name: 'tideline:pagefind-faults',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const file = fileURLToPath(new URL('pagefind/pagefind.js', dir));
        await writeFile(file, tellingFaults(await readFile(file, 'utf8')));
      },
    },
  };
}
