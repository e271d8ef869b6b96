// Writes a content security policy into every built page. Astro's own option does not hash Starlight's inline scripts,
// so this step reads the finished pages. It allows the scripts and style sheets that the project itself puts there, and no others.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { collectInline, knownInline } from './known-inline.ts';
import type { KnownInline } from './known-inline.ts';

/** Kinds of script that are data. Every other kind counts as one that a browser runs or obeys. */
const data = ['application/json', 'application/ld+json'];

/**
 * Returns the policy of a page: inline scripts and style sheets by hash, everything else from the same origin.
 * `wasm-unsafe-eval` is for Pagefind, which uses WebAssembly.
 * @param known what may stand in the page itself
 * @throws Error if the page has other inline scripts or style sheets, or event handlers and style attributes, which no hash can allow
 */
export function policyOf(html: string, known: KnownInline): string {
  const { document } = parseHTML(html);
  const problems: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames().filter((each) => each === 'style' || each.startsWith('on'))) {
      problems.push(`<${element.localName} ${name}="${short(element.getAttribute(name) ?? '')}">: use a class, or a listener in a script`);
    }
  }
  // Two readings, because a parser may normalise a text and change its hash, and an expression may overlook a tag.
  const scripts = new Set(
    [...document.querySelectorAll('script:not([src])')]
      .filter((script) => !data.includes(script.getAttribute('type') ?? ''))
      .map((script) => script.textContent),
  );
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/giu)) {
    const type = /\btype="([^"]*)"/iu.exec(attributes)?.[1] ?? '';
    if (!/\bsrc=/iu.test(attributes) && !data.includes(type)) scripts.add(text);
  }
  const styles = new Set([...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/giu)].map(([, text = '']) => text));
  const remedy = 'the page has it from content, or a build step must add it to src/build/known-inline.ts';
  const hashesOf = (texts: ReadonlySet<string>, allowed: ReadonlySet<string>, what: string): string[] =>
    [...texts].filter((text) => {
      if (text !== '' && !allowed.has(text)) problems.push(`unknown inline ${what} "${short(text)}": ${remedy}`);
      return text !== '' && allowed.has(text);
    });
  const sources = (texts: readonly string[]): string[] =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const allowed = {
    scripts: sources(hashesOf(scripts, known.scripts, 'script')),
    styles: sources(hashesOf(styles, known.styles, 'style sheet')),
  };
  if (problems.length > 0) throw new Error(`the content security policy would block ${problems.slice(0, 5).join('; ')}`);
  return [
    `default-src 'none'`,
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...allowed.scripts].join(' ')}`,
    `style-src ${["'self'", ...allowed.styles].join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

const short = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').slice(0, 80);

/** Style attributes that Starlight writes: the size of an icon, and how deep a heading stands in the list of a page's headings. */
const knownStyle = /^--(?:sl-icon-size|depth): ?\d+(?:\.\d+)?(?:em|rem|px)?;?$/u;

/**
 * Moves Starlight's style attributes into one style sheet in the page, which a hash can allow. Others stay, and the policy refuses them.
 * @param known the sheet is added to it
 * @throws Error if the page has such attributes but no </head>
 */
export function withoutStyleAttributes(html: string, known: KnownInline): string {
  const rules: string[] = [];
  const moved = html.replace(/(<[a-z][^<>]*?)\sstyle="([^"]*)"/giu, (whole, start: string, style: string) => {
    if (!knownStyle.test(style)) return whole;
    if (!rules.includes(style)) rules.push(style);
    return `${start} data-style="${rules.indexOf(style)}"`;
  });
  if (rules.length === 0) return html;
  if (!moved.includes('</head>')) throw new Error('the page has style attributes but no </head> to put their rules before');
  const sheet = rules.map((rule, index) => `[data-style="${index}"]{${rule}}`).join('');
  known.styles.add(sheet);
  return moved.replace('</head>', `<style>${sheet}</style></head>`);
}

/** Leaves out the script by which Starlight keeps the state of the sidebar, where a page has none: it would do nothing, and need a hash. */
export const withoutSidebarScript = (html: string): string =>
  html.includes('id="starlight__sidebar"')
    ? html
    : html.replaceAll(/<script\b[^>]*>(?:(?!<\/script)[^])*starlight__sidebar(?:(?!<\/script)[^])*<\/script>/gu, '');

/** Returns the page with its policy in front of everything the policy applies to. Redirect pages have no scripts, so theirs allows none. */
export function withPolicy(page: string, known: KnownInline): string {
  const html = withoutStyleAttributes(withoutSidebarScript(page), known);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html, known)}">`;
  if (/<meta charset="?utf-8"?\s*\/?>/iu.test(html))
    return html.replace(/<meta charset="?utf-8"?\s*\/?>/iu, (charset) => `${charset}${meta}`);
  return html.replace(/^(<!doctype html>)?/iu, (start) => `${start}${meta}`);
}

/** The build step. It throws at the end, with every page whose policy could not be written. */
export function contentSecurityPolicy(known: KnownInline = knownInline()): AstroIntegration {
  return {
    name: 'tideline:content-security-policy',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: collectInline(known) } });
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'));
        const problems: string[] = [];
        for (const page of pages) {
          const file = path.join(root, page);
          const html = await readFile(file, 'utf8');
          try {
            await writeFile(file, withPolicy(html, known));
          } catch (error) {
            problems.push(`${page}: ${error instanceof Error ? error.message : String(error)}`);
          }
        }
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    },
  };
}
