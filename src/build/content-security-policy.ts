// Writes a content security policy into every built page. Astro's own option does not hash Starlight's inline scripts,
// so the pages are read once they are finished, and what they contain is what is allowed.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';

/**
 * The policy of a page: its own inline scripts and style sheets by hash, everything else from its own origin.
 * `wasm-unsafe-eval` is for the search index, which is WebAssembly.
 * @throws Error if the page has style attributes or event handlers, which no hash allows
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

/** The text is hashed exactly as it stands in the file: a parser that normalises it would give another hash. */
function hashes(html: string, tag: string, counts: (attributes: string) => boolean): string[] {
  const found = new Set<string>();
  for (const match of html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'gu'))) {
    const [, attributes = '', text = ''] = match;
    if (text !== '' && counts(attributes)) found.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...found];
}

/**
 * Moves style attributes into one style sheet of the page, which a hash can allow.
 * Starlight's icons carry their size in such an attribute.
 */
export function withoutStyleAttributes(html: string): string {
  const rules: string[] = [];
  const moved = html.replace(/(<[a-z][^<>]*?)\sstyle="([^"]*)"/giu, (_, start: string, style: string) => {
    if (!rules.includes(style)) rules.push(style);
    return `${start} data-style="${rules.indexOf(style)}"`;
  });
  if (rules.length === 0) return html;
  if (!moved.includes('</head>')) throw new Error('style attributes, and no </head> before which their rules could go');
  const decoded = (rule: string): string => rule.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const sheet = rules.map((rule, index) => `[data-style="${index}"]{${decoded(rule).replaceAll('<', '')}}`).join('');
  return moved.replace('</head>', `<style>${sheet}</style></head>`);
}

/** Puts the policy before everything it governs. Redirect pages get the strictest one. */
export function withPolicy(page: string): string {
  const html = withoutStyleAttributes(page);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  if (/<meta charset="?utf-8"?\s*\/?>/iu.test(html))
    return html.replace(/<meta charset="?utf-8"?\s*\/?>/iu, (charset) => `${charset}${meta}`);
  return html.replace(/^(<!doctype html>)?/iu, (start) => `${start}${meta}`);
}

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
