import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyOf, withPolicy, withoutSidebarScript, withoutStyleAttributes } from './content-security-policy.ts';
import type { KnownInline } from './known-inline.ts';

const texts = ['\n  document.title = "é & <b>";\n', 'import "/x.js"', 'f()'] as const;
const known = (): KnownInline => ({ scripts: new Set(texts), styles: new Set(['p{color:red}']) });

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** Returns the sources of one directive. */
const sources = (policy: string, directive: string): string[] => {
  const found = policy.split('; ').find((each) => each.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
};

describe('the policy of a page', () => {
  it('allows its own inline scripts by the hash of their text', () => {
    const policy = policyOf(page(`<script>${texts[0]}</script>`, `<script type="module">${texts[1]}</script>`), known());
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", ...texts.slice(0, 2).map(sha256)]);
  });

  it('gives no hash for data and for files, and one for a script that occurs twice', () => {
    const policy = policyOf(
      page('<script src="/a.js"></script><script type="application/json">{"a":1}</script>', '<script>f()</script><script>f()</script>'),
      known(),
    );
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", sha256('f()')]);
  });

  it('allows the rules by which pages are fetched ahead where it knows them', () => {
    const html = page(`<script type="speculationrules">${texts[2]}</script>`, '');
    expect(sources(policyOf(html, known()), 'script-src')).toContain(sha256(texts[2]));
    expect(() => policyOf(html, { scripts: new Set(), styles: new Set() })).toThrow('unknown inline script');
  });

  it('allows its own style sheets by their hash', () => {
    expect(sources(policyOf(page('<style>p{color:red}</style>', ''), known()), 'style-src')).toEqual(["'self'", sha256('p{color:red}')]);
  });

  it('allows nothing else', () => {
    const policy = policyOf(page('', ''), known());
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
    expect(sources(policy, 'base-uri')).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe-inline|https?:|\*/u);
  });

  it('cannot be made for event handlers and style attributes', () => {
    expect(() => policyOf(page('', '<button onclick="go()">Go</button>'), known())).toThrow(
      '<button onclick="go()">: use a class, or a listener',
    );
    expect(() => policyOf(page('', '<p style="color: red">Red</p>'), known())).toThrow('<p style="color: red">');
  });
});

describe('what is not on the list', () => {
  it.each([
    ['a script of a title', '<title>SQS</title><script>window.pwn = 1</script></title>'],
    ['one in capitals', '<SCRIPT>window.pwn = 1</SCRIPT>'],
    ['a known one with a letter more', '<script>window.pwn = 1;f()</script>'],
    ['one that names no file for browsers', '<script data-src="/x.js">window.pwn = 1</script>'],
    ['one in a picture', '<svg><script>window.pwn = 1</script></svg>'],
    ['one of an unknown kind', '<script type="text/vbscript">window.pwn = 1</script>'],
    ['rules for what to load', '<script type="speculationrules">{window.pwn = 1}</script>'],
  ])('stops the build with its first characters: %s', (_, html) => {
    expect(() => policyOf(page(html, ''), known())).toThrow(/unknown inline script "[^"]*window\.pwn = 1/u);
  });

  it('is told in eighty characters', () => {
    const long = `g(${'x'.repeat(200)})`;
    expect(() => policyOf(page(`<script>${long}</script>`, ''), known())).toThrow(`unknown inline script "${long.slice(0, 80)}"`);
  });

  it('is a style sheet too, and a style attribute that Starlight does not write', () => {
    expect(() => policyOf(page('<style>p{background:url(//x)}</style>', ''), known())).toThrow('unknown inline style sheet "p{background');
    for (const style of ['--size: 1em', '--depth: 1;color: red', '--depth: 1}*{color: red', '--sl-icon-size: url(//x)'])
      expect(() => withPolicy(page('', `<p style="${style}">Red</p>`), known())).toThrow(`<p style="${style}">`);
  });
});

describe('style attributes', () => {
  it('move into one style sheet, the same ones once', () => {
    const moved = withoutStyleAttributes(
      page(
        '',
        '<svg style="--sl-icon-size: 1em" class="a"></svg><svg style="--sl-icon-size: 1em"></svg><p id="p" style="--depth: 2;">Red</p>',
      ),
      known(),
    );
    expect(moved).toBe(
      page(
        '<style>[data-style="0"]{--sl-icon-size: 1em}[data-style="1"]{--depth: 2;}</style>',
        '<svg data-style="0" class="a"></svg><svg data-style="0"></svg><p id="p" data-style="1">Red</p>',
      ),
    );
  });

  it('are allowed by the policy after that', () => {
    const html = withPolicy(page('', '<svg style="--sl-icon-size: 1em"></svg>'), known());
    expect(html).not.toContain(' style=');
    expect(html).toContain(sha256('[data-style="0"]{--sl-icon-size: 1em}'));
  });

  it('are not needed: a page without them stays the same', () => {
    const html = page('', '<p class="style">No style="here" at all</p>');
    expect(withoutStyleAttributes(html, known())).toBe(html);
  });
});

describe('the finished page', () => {
  it('carries the policy right after its character set, before everything it governs', () => {
    expect(withPolicy(page('<script>f()</script>', ''), known())).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*"><script>/u,
    );
  });

  it('carries it at the very start if it declares no character set', () => {
    expect(withPolicy('<!doctype html><title>Moved</title>', known())).toMatch(
      /^<!doctype html><meta http-equiv="Content-Security-Policy" content="[^"]+"><title>/u,
    );
  });

  it('is not written if an event handler would be blocked', () => {
    expect(() => withPolicy(page('', '<img src="/a.png" onerror="f()">'), known())).toThrow('onerror');
  });
});

it("leaves out the sidebar's script where there is no sidebar", () => {
  const scripts = '<script>a()</script><script type="module">b("starlight__sidebar")</script><script>c()</script>';
  expect(withoutSidebarScript(`<p></p>${scripts}`)).toBe('<p></p><script>a()</script><script>c()</script>');
  expect(withoutSidebarScript(`<nav id="starlight__sidebar"></nav>${scripts}`)).toBe(`<nav id="starlight__sidebar"></nav>${scripts}`);
});
