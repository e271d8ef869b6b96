// Writes each page as Markdown beside it, for programs that read text: what the page says, without its controls.
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { escapeMarkdown } from '../model/escape.ts';

const toMarkdown = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .freeze();

/** What only a browser uses: controls, drawings, and what waits for a script or stands for its absence. */
const unread =
  'script, style, svg, dialog, button, template, select, input, textarea, nav, [hidden], [data-needs-js], [data-no-js], [aria-hidden="true"], .sl-anchor-link';

/** Elements that style sheets set apart, where words alone would run together. */
const inline = 'span, a, label, small, strong, em, time';

export interface Twin {
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/**
 * Returns what a built page says as Markdown; undefined for pages that are not listed, and for those that only lead on.
 * Links are whole addresses, because a file that was saved has no place of its own.
 */
export function twinOf(html: string): Twin | undefined {
  const { document } = parseHTML(html);
  const attribute = (selector: string, name: string): string => document.querySelector(selector)?.getAttribute(name) ?? '';
  const title = document.querySelector('main h1');
  const content = document.querySelector('main .sl-markdown-content');
  const address = attribute('link[rel="canonical"]', 'href');
  if (!title || !content || attribute('link[type="text/markdown"]', 'href') === '') return undefined;
  for (const each of content.querySelectorAll('[data-needs-js]')) each.remove();
  // What a button at the head of a column or a row is called is the head: the words stay, without what opens or sorts.
  for (const each of content.querySelectorAll('th button:not([hidden])')) each.replaceWith(...each.childNodes);
  for (const each of content.querySelectorAll(unread)) each.remove();
  // The pages of the services say it in full.
  for (const panel of content.querySelectorAll('.split .panel')) if (!panel.closest('tide-explorer')) panel.remove();
  for (const link of content.querySelectorAll('a[href]')) link.setAttribute('href', new URL(link.getAttribute('href') ?? '', address).href);
  // A cell of a Markdown table is one line.
  for (const block of content.querySelectorAll('td :is(p, div, section, details, summary, ul, ol, li)')) {
    const line = document.createElement('span');
    line.append(...block.childNodes);
    block.replaceWith(line);
  }
  for (const each of content.querySelectorAll(inline)) apart(each);
  const facts = document.querySelector('main .page-facts');
  const description = attribute('meta[name="description"]', 'content');
  const head = document.createElement('div');
  for (const [tag, text] of [
    ['h1', title.textContent],
    ['p', description],
    ['p', facts?.textContent ?? ''],
  ] as const) {
    const element = document.createElement(tag);
    element.textContent = text.trim();
    if (text.trim() !== '') head.append(element);
  }
  const text = String(toMarkdown.processSync(`${head.innerHTML}<p><a href="${address}">${address}</a></p>${content.innerHTML}`));
  return { title: title.textContent.trim(), description, text: plainAddresses(text) };
}

/** Puts a mark between an element and the words right before it. */
function apart(element: Element): void {
  const before = element.previousSibling?.textContent ?? '';
  if (!/[\p{L}\p{N}.,:;?!)”]$/u.test(before) || !/^[\p{L}\p{N}“]/u.test(element.textContent)) return;
  element.before(/[.,:;?!]$/u.test(before) ? ' ' : ' · ');
}

/** Readers of the text take an address as it stands, so that no "&" is escaped that begins no entity. */
const plainAddresses = (text: string): string => text.replaceAll(/\]\([^)\s]*\)/gu, (link) => link.replaceAll(/\\&(?![a-z]+;)/giu, '&'));

/** The address of a page's Markdown: that of the page, with .md for the slash. The front page's has a name of its own. */
export const twinFile = (page: string): string => (page === 'index.html' ? 'index.md' : page.replace(/\/index\.html$/u, '.md'));

/** The text of llms.txt with a list of these pages before the services. https://llmstxt.org */
export function withPages(list: string, pages: readonly (Pick<Twin, 'title' | 'description'> & { readonly address: string })[]): string {
  const lines = pages.map(({ title, description, address }) => `- [${escapeMarkdown(title)}](${address}): ${escapeMarkdown(description)}`);
  return list.replace(/^## Services$/mu, () => `## Pages\n\n${lines.join('\n')}\n\n## Services`);
}

/**
 * Writes the Markdown of each page that has none yet, and names it in llms.txt.
 * @param root folder of the built site
 * @returns how many were written
 */
export async function writeTwins(root: string): Promise<number> {
  const pages = (await readdir(root, { recursive: true }))
    .filter((name) => /(?:^|\/)index\.html$/u.test(name.replaceAll('\\', '/')))
    .sort();
  const named: { title: string; description: string; address: string }[] = [];
  for (const page of pages) {
    const file = path.join(root, twinFile(page.replaceAll('\\', '/')));
    // The services' own are written with their pages.
    if (existsSync(file)) continue;
    const html = await readFile(path.join(root, page), 'utf8');
    if (!html.includes('text/markdown')) continue;
    const twin = twinOf(html);
    if (!twin) continue;
    await writeFile(file, twin.text);
    const canonical = /<link rel="canonical" href="([^"]*)"/u.exec(html)?.[1] ?? '';
    const address = page === 'index.html' ? `${canonical}index.md` : canonical.replace(/\/$/u, '.md');
    named.push({ ...twin, address });
  }
  const list = path.join(root, 'llms.txt');
  await writeFile(list, withPages(await readFile(list, 'utf8'), named));
  return named.length;
}

/** The build step. */
export function markdownTwins(): AstroIntegration {
  return {
    name: 'tideline:markdown-twins',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`${await writeTwins(fileURLToPath(dir))} pages as Markdown`);
      },
    },
  };
}
