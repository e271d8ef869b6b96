import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyOf, withPolicy, withoutStyleAttributes } from './content-security-policy.ts';

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
    const texts = ['\n  document.title = "é & <b>";\n', 'import "/x.js"'];
    const policy = policyOf(page(`<script>${texts[0] ?? ''}</script>`, `<script type="module">${texts[1] ?? ''}</script>`));
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", ...texts.map(sha256)]);
  });

  it('gives no hash for data and for files, and one for a script that occurs twice', () => {
    const policy = policyOf(
      page('<script src="/a.js"></script><script type="application/json">{"a":1}</script>', '<script>f()</script><script>f()</script>'),
    );
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", sha256('f()')]);
  });

  it('allows its own style sheets by their hash', () => {
    expect(sources(policyOf(page('<style>p{color:red}</style>', '')), 'style-src')).toEqual(["'self'", sha256('p{color:red}')]);
  });

  it('allows nothing else', () => {
    const policy = policyOf(page('', ''));
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
    expect(sources(policy, 'base-uri')).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe-inline|https?:|\*/u);
  });

  it('cannot be made for event handlers and style attributes', () => {
    expect(() => policyOf(page('', '<button onclick="go()">Go</button>'))).toThrow('<button onclick="go()">: use a class, or a listener');
    expect(() => policyOf(page('', '<p style="color: red">Red</p>'))).toThrow('<p style="color: red">');
  });
});

describe('style attributes', () => {
  it('move into one style sheet, the same ones once', () => {
    const moved = withoutStyleAttributes(
      page('', '<svg style="--size: 1em" class="a"></svg><svg style="--size: 1em"></svg><p id="p" style="color: red">Red</p>'),
    );
    expect(moved).toBe(
      page(
        '<style>[data-style="0"]{--size: 1em}[data-style="1"]{color: red}</style>',
        '<svg data-style="0" class="a"></svg><svg data-style="0"></svg><p id="p" data-style="1">Red</p>',
      ),
    );
  });

  it('are allowed by the policy after that', () => {
    const html = withPolicy(page('', '<svg style="--size: 1em"></svg>'));
    expect(html).not.toContain(' style=');
    expect(html).toContain(sha256('[data-style="0"]{--size: 1em}'));
  });

  it('are not needed: a page without them stays the same', () => {
    const html = page('', '<p class="style">No style="here" at all</p>');
    expect(withoutStyleAttributes(html)).toBe(html);
  });
});

describe('the finished page', () => {
  it('carries the policy right after its character set, before everything it governs', () => {
    expect(withPolicy(page('<script>f()</script>', ''))).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*"><script>/u,
    );
  });

  it('carries it at the very start if it declares no character set', () => {
    expect(withPolicy('<!doctype html><title>Moved</title>')).toMatch(
      /^<!doctype html><meta http-equiv="Content-Security-Policy" content="[^"]+"><title>/u,
    );
  });

  it('is not written if an event handler would be blocked', () => {
    expect(() => withPolicy(page('', '<img src="/a.png" onerror="f()">'))).toThrow('onerror');
  });
});
