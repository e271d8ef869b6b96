// Gives each kind of page one style sheet, with the rules it can use: a first paint waits for one request, and for no other view's rules.
import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { presentIn, usedRules } from './used-rules.ts';

const link = /<link rel="stylesheet" href="([^"]*\/_astro\/[^"/]+\.css)"(?: media="([^"]*)")?\s*\/?>/gu;

interface Sheet {
  readonly href: string;
  readonly media: string | undefined;
}

/** The sheets that a page links, in their order. */
export const sheetsOf = (html: string): Sheet[] =>
  [...html.matchAll(link)].map(([, href = '', media]) => ({ href, media: media === 'all' ? undefined : media }));

/** The page with one link where its first sheet was. */
export function withSheet(html: string, href: string): string {
  let first = true;
  return html.replace(link, () => {
    const kept = first ? `<link rel="stylesheet" href="${href}">` : '';
    first = false;
    return kept;
  });
}

/**
 * Writes one sheet for each kind of page, which are those that link the same sheets, and removes those that nothing names any more.
 * @param root folder of the built site
 * @returns the number of kinds, and the bytes of all their sheets before and after
 * @throws Error if a page links a sheet that is not there
 */
export async function mergeSheets(root: string): Promise<{ kinds: number; before: number; after: number }> {
  const folder = path.join(root, '_astro');
  const names = await readdir(folder);
  const scripts = await Promise.all(names.filter((name) => name.endsWith('.js')).map((name) => readFile(path.join(folder, name), 'utf8')));
  const kinds = new Map<string, { sheets: Sheet[]; pages: Map<string, string> }>();
  for (const page of (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(path.join(root, page), 'utf8');
    const sheets = sheetsOf(html);
    if (sheets.length === 0) continue;
    const key = JSON.stringify(sheets);
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
    const inline = [...pages.values()].flatMap((html) => [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gu)]);
    const merged = usedRules(css, presentIn(pages.values(), [...scripts, ...inline.map(([, text = '']) => text)]));
    const name = `page.${createHash('sha256').update(merged).digest('base64url').slice(0, 8)}.css`;
    const href = `${path.posix.dirname(sheets[0]?.href ?? '')}/${name}`;
    await writeFile(path.join(folder, name), merged);
    for (const [page, html] of pages) await writeFile(path.join(root, page), withSheet(html, href));
    total.before += css.length;
    total.after += merged.length;
  }
  const linked = new Set([...kinds.values()].flatMap(({ sheets }) => sheets.map(({ href }) => path.basename(href))));
  for (const name of linked) if (!scripts.some((script) => script.includes(name))) await rm(path.join(folder, name));
  return total;
}

/** The build step, before the policy is written and files are compressed. */
export function sheetPerKind(): AstroIntegration {
  return {
    name: 'tideline:sheets',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { kinds, before, after } = await mergeSheets(fileURLToPath(dir));
        logger.info(`${kinds} kinds of pages have a sheet each: ${Math.round(after / 1000)} kB of ${Math.round(before / 1000)}`);
      },
    },
  };
}
