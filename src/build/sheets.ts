// Puts into each page the rules of its style sheets that its kind can use: a first paint waits for the page alone, and for no other view's rules.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { KnownInline } from './known-inline.ts';
import { presentIn, usedRules } from './used-rules.ts';

const link = /<link rel="stylesheet" href="([^"]*\/_astro\/[^"/]+\.css)"(?: media="([^"]*)")?\s*\/?>/gu;

/** A sheet that the page enables later: its link is there, and disabled. */
const later = /<link rel="stylesheet" href="[^"]*\/_astro\/([^"/]+\.css)"[^>]* disabled\b/gu;

interface Sheet {
  readonly href: string;
  readonly media: string | undefined;
}

/** The sheets that a page links, in their order. */
export const sheetsOf = (html: string): Sheet[] =>
  [...html.matchAll(link)].map(([, href = '', media]) => ({ href, media: media === 'all' ? undefined : media }));

/**
 * The page with the rules themselves where its first sheet was.
 * @throws Error if the rules would end the element that holds them
 */
export function withRules(html: string, rules: string): string {
  if (/<\/style/iu.test(rules)) throw new Error('a style sheet holds "</style", which would end it within the page: write it another way');
  let first = true;
  return html.replace(link, () => {
    const kept = first ? `<style>${rules}</style>` : '';
    first = false;
    return kept;
  });
}

/** The custom properties that a sheet takes from the page. */
const propertiesIn = (css: string): string => [...css.matchAll(/var\(\s*(--[\w-]+)/gu)].map(([, name = '']) => name).join(' ');

/** The page's scripts by their names, in their order. */
const scriptsOf = (html: string): string[] => [...html.matchAll(/<script\b[^>]*\bsrc="[^"]*\/([^"/]+)"/gu)].map(([, name = '']) => name);

/** What scripts by these names hold, and all that they import, now or later. */
function reachable(names: Iterable<string>, scripts: ReadonlyMap<string, string>): string[] {
  const reached = new Set(names);
  for (const name of reached) {
    const text = scripts.get(name) ?? '';
    for (const other of scripts.keys()) if (text.includes(other)) reached.add(other);
  }
  return [...reached].map((name) => scripts.get(name) ?? '');
}

/**
 * Puts into each page the rules that its kind can use, and removes the sheets that nothing names any more.
 * Pages that link the same sheets and scripts are of one kind.
 * @param root folder of the built site
 * @param known the rules are added to it
 * @returns the number of kinds, and the bytes of all their rules before and after
 * @throws Error if a page links a sheet that is not there, or one that cannot stand in a page
 */
export async function putSheetsIn(root: string, known: KnownInline): Promise<{ kinds: number; before: number; after: number }> {
  const folder = path.join(root, '_astro');
  const names = await readdir(folder);
  const scripts = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith('.js'))) scripts.set(name, await readFile(path.join(folder, name), 'utf8'));
  const kinds = new Map<string, { sheets: Sheet[]; pages: Map<string, string> }>();
  const linked = new Set<string>();
  for (const page of (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(path.join(root, page), 'utf8');
    const sheets = sheetsOf(html);
    if (sheets.length === 0) continue;
    for (const { href } of sheets) linked.add(path.basename(href));
    const key = JSON.stringify([sheets, scriptsOf(html)]);
    const kind = kinds.get(key) ?? { sheets, pages: new Map<string, string>() };
    kinds.set(key, kind);
    kind.pages.set(page, html);
  }
  const total = { kinds: kinds.size, before: 0, after: 0 };
  for (const { sheets, pages } of kinds.values()) {
    const texts = await Promise.all(
      sheets.map(async ({ href, media }) => {
        const text = await readFile(path.join(folder, path.basename(href)), 'utf8');
        return media === undefined ? text : `@media ${media}{${text}}`;
      }),
    );
    const css = texts.join('');
    const inline = [...pages.values()].flatMap((html) =>
      [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gu)].map(([, text = '']) => text),
    );
    const named = [...scripts.keys()].filter((name) => inline.some((text) => text.includes(name)));
    const own = reachable([...[...pages.values()].flatMap(scriptsOf), ...named], scripts);
    const late = new Set([...pages.values()].flatMap((html) => [...html.matchAll(later)].map(([, name = '']) => name)));
    const asked = await Promise.all([...late].map(async (name) => propertiesIn(await readFile(path.join(folder, name), 'utf8'))));
    const rules = usedRules(css, presentIn(pages.values(), [...own, ...inline, ...asked]));
    known.styles.add(rules);
    for (const [page, html] of pages) await writeFile(path.join(root, page), withRules(html, rules));
    total.before += css.length;
    total.after += rules.length;
  }
  for (const name of linked) {
    if (![...scripts.values()].some((script) => script.includes(name))) await rm(path.join(folder, name));
  }
  return total;
}

/** The build step, before the policy is written and files are compressed. */
export function sheetsInPages(known: KnownInline): AstroIntegration {
  return {
    name: 'tideline:sheets',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { kinds, before, after } = await putSheetsIn(fileURLToPath(dir), known);
        logger.info(`${kinds} kinds of pages hold their own rules: ${Math.round(after / 1000)} kB of ${Math.round(before / 1000)}`);
      },
    },
  };
}
