// Checks every built page without a browser: valid HTML, internal links and anchors that exist, heads of tables that say something,
// base.css before every other style sheet, because it orders the cascade layers, and no address that ignores the base path.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { FileSystemConfigLoader, HtmlValidate, formatterFactory } from 'html-validate';
import { parseHTML } from 'linkedom';
import { builtAddresses, builtFile } from './built.ts';
import { built, builtBase } from './serve.ts';

/** The layers of the style sheets, as base.css orders them. */
const layerOrder = ['starlight', 'base', 'views', 'hidden'];

interface Page {
  /** The address as served: `/services/amazon-s3/`. */
  readonly address: string;
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  /** As they are written. */
  readonly links: readonly string[];
  /** Its first sheet. */
  readonly sheet: string;
  /** How many heads of its tables say nothing. */
  readonly emptyHeads: number;
}

/** A link as written on a page, with its resolved target. */
interface Link {
  readonly from: string;
  readonly written: string;
  readonly target: URL;
}

const base = builtBase();
const files = (await readdir(built, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(built, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
const pages: Page[] = [];
for (const file of files.filter((each) => each.endsWith('.html'))) pages.push(await readPage(file));

const failures = [await invalid(), broken(), unordered(), unnamed(), await bare()].filter((report) => report !== '');
for (const report of failures) process.stdout.write(`${report}\n`);
process.stdout.write(
  `${pages.length} pages: ${failures.length === 0 ? 'valid, and every internal link and anchor leads somewhere' : 'problems above'}\n`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function addressOf(file: string): string {
  return `${base}${file.endsWith('index.html') ? file.slice(0, -'index.html'.length) : file}`;
}

/** Reads what is asked of a page by one parse, which takes longer than all questions. */
async function readPage(file: string): Promise<Page> {
  const { document } = parseHTML(await readFile(path.join(built, file), 'utf8'));
  return {
    address: addressOf(file),
    file,
    ids: new Set([...document.querySelectorAll('[id]')].map((element) => element.id)),
    links: linksOf(document),
    sheet: document.querySelector('style')?.textContent ?? '',
    emptyHeads: [...document.querySelectorAll('th')].filter((head) => head.textContent.trim() === '' && !head.hasAttribute('aria-label'))
      .length,
  };
}

/** Returns the report of html-validate; empty if it found nothing. */
async function invalid(): Promise<string> {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const report = await validator.validateMultipleFiles(pages.map((page) => path.join(built, page.file)));
  // Count warnings as errors, because nobody reads warnings of a check that passes.
  return report.errorCount + report.warningCount === 0 ? '' : formatterFactory('stylish')(report.results);
}

/** Returns the broken internal links, one on each line; empty if there are none. */
function broken(): string {
  const known = new Set(files.map(addressOf));
  const ids = new Map(pages.map((page) => [page.address, page.ids]));
  const links: Link[] = [];
  const site = siteOrigin();
  for (const page of pages) {
    for (const written of page.links) {
      const target = new URL(written, new URL(page.address, site));
      if (target.origin === site) links.push({ from: page.address, written, target });
    }
  }
  for (const address of builtAddresses())
    links.push({ from: `${base}sitemap-index.xml`, written: address, target: new URL(address, site) });
  for (const [, written = ''] of builtFile('robots.txt').matchAll(/^sitemap:\s*(\S+)/gimu))
    links.push({ from: `${base}robots.txt`, written, target: new URL(written, site) });

  const wrong = new Map<string, { reason: string; from: Set<string> }>();
  for (const { from, written, target } of links) {
    const reason = whatIsWrong(target, known, ids);
    if (reason === undefined) continue;
    const entry = wrong.get(written) ?? { reason, from: new Set<string>() };
    entry.from.add(from);
    wrong.set(written, entry);
  }
  return [...wrong]
    .map(([written, { reason, from }]) => `broken link ${written}: ${reason}\n    on ${[...from].sort().join(', ')}`)
    .join('\n');
}

/** Returns the pages whose rules name the layers in another order than base.css, one on each line; empty if there are none. */
function unordered(): string {
  // Redirect pages have no rules of ours.
  const wrong = pages.filter(({ sheet }) => {
    // A layer's place is that of its first mention. Those of Starlight lie inside one of its own.
    const named = [...sheet.matchAll(/@layer ([^{;]+)/gu)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim().split('.')[0]),
    );
    const order = [...new Set(named)];
    return order.join(' ') !== layerOrder.filter((name) => order.includes(name)).join(' ');
  });
  return wrong
    .map(({ address }) => `${address}: put src/styles/base.css before every other style sheet, because it orders their layers`)
    .join('\n');
}

/** Returns the pages with a head of a table that says nothing, one on each line; empty if there are none. */
function unnamed(): string {
  return pages
    .filter(({ emptyHeads }) => emptyHeads > 0)
    .map(({ address, emptyHeads }) => `${address}: ${emptyHeads} empty heads of tables: write into each what its column or row holds`)
    .join('\n');
}

/**
 * Returns the addresses in scripts, styles, data and feeds that begin at the root of the host though the site lies below a path,
 * one on each line; empty if there are none. At the root of a host every address is right.
 */
async function bare(): Promise<string> {
  if (base === '/') return '';
  const names = [...new Set(files.map((file) => file.split('/')[0] ?? ''))].filter(
    (name) => !name.startsWith('.') && !name.endsWith('.html'),
  );
  const written = new RegExp(
    `(?:["'\`(=>\\s]|^)(/(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?=[/"'\`?#)<\\s]|$)[^"'\`)<\\s]*)`,
    'gmu',
  );
  // Pagefind is told the base when it starts.
  const texts = files.filter(
    (file) => /\.(?:js|css|json|xml|svg|html|txt|md|yaml|map|webmanifest)$|^_[a-z]+$/u.test(file) && !file.startsWith('pagefind/'),
  );
  const found = await Promise.all(
    texts.map(async (file) => {
      // Comments of the rules for hosts speak of addresses, too.
      const text = (await readFile(path.join(built, file), 'utf8')).replaceAll(/^#.*$/gmu, '');
      return [...text.matchAll(written)].map(([, address = '']) => `${file}: ${address} ignores the base path, ${base}`);
    }),
  );
  return [...new Set(found.flat())].sort().join('\n');
}

function whatIsWrong(target: URL, known: ReadonlySet<string>, ids: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const address = decodeURIComponent(target.pathname);
  if (!address.startsWith(base)) return `it ignores the base path, ${base}`;
  if (!known.has(address)) return known.has(`${address}/`) ? `add the slash at the end, ${address}/` : 'no such page or file';
  const anchor = decodeURIComponent(target.hash.slice(1));
  // "#" and "#top" are the top of any page. https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment
  if (anchor === '' || anchor === 'top') return undefined;
  return ids.get(address)?.has(anchor) === true ? undefined : `no element with id "${anchor}" there`;
}

/** Returns the addresses in a page: links, files that it loads and targets of redirects. */
function linksOf(document: Document): string[] {
  const attributes = [
    ['a', 'href'],
    ['link', 'href'],
    ['img', 'src'],
    ['script', 'src'],
    ['source', 'src'],
    ['use', 'href'],
    ['form', 'action'],
    ['meta[property="og:image"]', 'content'],
  ] as const;
  const named = attributes.flatMap(([tag, attribute]) =>
    [...document.querySelectorAll(`${tag}[${attribute}]`)].map((element) => ({ element, value: element.getAttribute(attribute) ?? '' })),
  );
  const refreshes = [...document.querySelectorAll('meta[http-equiv="refresh"]')].map(
    (element) => /url=(.*)$/iu.exec(element.getAttribute('content') ?? '')?.[1] ?? '',
  );
  // Skip the canonical address of the 404 page. No file has it, because the page is served at unknown addresses.
  const isOwn = (element: Element): boolean =>
    element.getAttribute('rel') === 'canonical' && new URL(element.getAttribute('href') ?? '').pathname === `${base}404/`;
  const described = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) =>
    addressesIn(JSON.parse(textContent)),
  );
  return [...named.filter(({ element }) => !isOwn(element)).map(({ value }) => value), ...refreshes, ...described];
}

/** Returns every address in data for programs. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^https?:/u.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

/** Returns the origin that the site was built for. Absolute addresses with this origin are internal. */
function siteOrigin(): string {
  const first = /<loc>([^<]+)<\/loc>/u.exec(builtFile('sitemap-index.xml'))?.[1];
  if (first === undefined) throw new Error('dist/sitemap-index.xml has no <loc>: run "npm run build" again');
  return new URL(first).origin;
}
