// Writes a content security policy into every built page. Astro's own option does not hash Starlight's inline scripts,
// so this step reads the finished pages and allows exactly the scripts and style sheets in them.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';

/**
 * Returns the policy of a page: inline scripts and style sheets by hash, everything else from the same origin.
 * `wasm-unsafe-eval` is for Pagefind, which uses WebAssembly.
 * @throws Error if the page has style attributes or event handlers, which a hash cannot allow
 */
export function policyOf(html: string): string {
  const { document } = parseHTML(html);
  const blocked = [...document.querySelectorAll('*')].flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => name === 'style' || name.startsWith('on'))
      .map((name) => `<${element.localName} ${name}="${(element.getAttribute(name) ?? '').slice(0, 60)}">`),
  );
  if (blocked.length > 0) {
    throw new Error(`the content security policy would block ${blocked.slice(0, 5).join(', ')}: use a class, or a listener in a script`);
  }
  const executable = ['', 'module', 'text/javascript'];
  const scripts = hashes(
    html,
    'script',
    (attributes) => !/\bsrc=/u.test(attributes) && executable.includes(/\btype="([^"]*)"/u.exec(attributes)?.[1] ?? ''),
  );
  const styles = hashes(html, 'style', () => true);
  return [
    `default-src 'none'`,
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/** Returns a hash for each element of that tag with text. Reads the file as text, because a parser may normalise it and change the hash. */
function hashes(html: string, tag: string, counts: (attributes: string) => boolean): string[] {
  const found = new Set<string>();
  for (const match of html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'gu'))) {
    const [, attributes = '', text = ''] = match;
    if (text !== '' && counts(attributes)) found.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...found];
}

/**
 * Moves style attributes into one style sheet in the page, which a hash can allow.
 * Starlight's icons have their size in a style attribute.
 * @throws Error if the page has style attributes but no </head>
 */
export function withoutStyleAttributes(html: string): string {
  const rules: string[] = [];
  const moved = html.replace(/(<[a-z][^<>]*?)\sstyle="([^"]*)"/giu, (_, start: string, style: string) => {
    if (!rules.includes(style)) rules.push(style);
    return `${start} data-style="${rules.indexOf(style)}"`;
  });
  if (rules.length === 0) return html;
  if (!moved.includes('</head>')) throw new Error('the page has style attributes but no </head> to put their rules before');
  const decoded = (rule: string): string => rule.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const sheet = rules.map((rule, index) => `[data-style="${index}"]{${decoded(rule).replaceAll('<', '')}}`).join('');
  return moved.replace('</head>', `<style>${sheet}</style></head>`);
}

/** Returns the page with its policy in front of everything the policy applies to. Redirect pages have no scripts, so theirs allows none. */
export function withPolicy(page: string): string {
  const html = withoutStyleAttributes(page);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  if (/<meta charset="?utf-8"?\s*\/?>/iu.test(html))
    return html.replace(/<meta charset="?utf-8"?\s*\/?>/iu, (charset) => `${charset}${meta}`);
  return html.replace(/^(<!doctype html>)?/iu, (start) => `${start}${meta}`);
}

/** The build step. It throws at the end, with every page whose policy could not be written. */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'tideline:content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'));
        const problems: string[] = [];
        for (const page of pages) {
          const file = path.join(root, page);
          const html = await readFile(file, 'utf8');
          try {
            await writeFile(file, withPolicy(html));
          } catch (error) {
            problems.push(`${page}: ${error instanceof Error ? error.message : String(error)}`);
          }
        }
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    },
  };
}
