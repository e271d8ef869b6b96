import { describe, expect, it } from 'vitest';
import { bundlesIn, isGone, keyOf, kindOf, mayKeep } from './kind.ts';
import type { Answer } from './kind.ts';

const answer = (type: string, more: Partial<Answer> = {}, cache = 'no-cache'): Answer => ({
  status: 200,
  type: 'basic',
  redirected: false,
  headers: new Headers({ 'content-type': type, 'cache-control': cache }),
  ...more,
});

describe('the kind of an address', () => {
  it.each([
    ['', 'pages'],
    ['services/amazon-rds/', 'pages'],
    ['services/amazon-rds', 'pages'],
    ['index.html', 'pages'],
    ['_astro/service.Cc94Hewe.js', 'hashed'],
    ['pagefind/fragment/en_1a2b3c.pf_fragment', 'hashed'],
    ['pagefind/index/en_1a2b3c.pf_index', 'hashed'],
    ['pagefind/pagefind.en_755ab1674c.pf_meta', 'hashed'],
    ['pagefind/pagefind.js', 'search'],
    ['pagefind/pagefind-entry.json', 'search'],
    ['pagefind/wasm.en.pagefind', 'search'],
    ['fonts/source-sans-3.woff2', 'fixed'],
    ['favicon.svg', 'fixed'],
    ['data/v1/services/amazon-rds.json', 'data'],
    ['search/services.json', 'data'],
    ['stack/names.json', 'data'],
    ['_astro/tree-sitter-terraform.B7x_.wasm', 'hashed'],
    ['search/', 'pages'],
    ['stack/', 'pages'],
  ])('of %s is %s', (path, kind) => {
    expect(kindOf(path, 'a1')).toBe(kind);
  });

  it.each(['embed/amazon-rds/', 'sw.js', 'preview.png', 'diagrams/amazon-rds.svg', 'changes/feed.xml', 'robots.txt'])(
    'leaves %s to the browser',
    (path) => {
      expect(kindOf(path, 'a1')).toBeUndefined();
    },
  );

  it('leaves data to the browser where no page of a known revision asks', () => {
    expect(kindOf('data/v1/services.json', null)).toBeUndefined();
    expect(kindOf('search/services.json', '')).toBeUndefined();
  });
});

describe('the key of a copy', () => {
  it('of a page is its path, as the query only says what it shows', () => {
    expect(keyOf('https://a.example/services/amazon-rds/?option=custom#os', 'pages', null)).toBe('https://a.example/services/amazon-rds/');
    expect(keyOf('https://a.example/pagefind/pagefind-entry.json?ts=17', 'search', null)).toBe(
      'https://a.example/pagefind/pagefind-entry.json',
    );
  });
  it('of data differs by the revision of the page that asks', () => {
    const keys = ['a1', 'b2', 'b2&x'].map((revision) => keyOf('https://a.example/search/services.json', 'data', revision));
    expect(keys[0]).toBe('https://a.example/search/services.json?revision=a1');
    expect(new Set(keys).size).toBe(3);
  });
});

describe('what may be kept', () => {
  it('is complete and of the type that belongs there', () => {
    expect(mayKeep(answer('text/html; charset=utf-8'), 'pages')).toBe(true);
    expect(mayKeep(answer('text/javascript'), 'hashed')).toBe(true);
    expect(mayKeep(answer('application/json'), 'data')).toBe(true);
  });
  it.each([
    ['an error', answer('text/html', { status: 500 }), 'pages'],
    ['a missing page', answer('text/html', { status: 404 }), 'pages'],
    ['a part', answer('text/html', { status: 206 }), 'pages'],
    ['a redirect', answer('text/html', { status: 0, type: 'opaqueredirect' }), 'pages'],
    ['what another address answered', answer('text/html', { redirected: true }), 'pages'],
    ['an opaque answer', answer('text/css', { status: 200, type: 'opaque' }), 'hashed'],
    ['what must not be stored', answer('text/html', {}, 'private, No-Store'), 'pages'],
    ["a proxy's page instead of a script", answer('text/html'), 'hashed'],
    ["a proxy's page instead of data", answer('Text/HTML; charset=utf-8'), 'data'],
    ['something else instead of a page', answer('application/json'), 'pages'],
  ] as const)('is not %s', (_, given, kind) => {
    expect(mayKeep(given, kind)).toBe(false);
  });
  it('is forgotten once it is gone, but not while a server fails', () => {
    expect([401, 403, 404, 410].every(isGone)).toBe(true);
    expect([200, 304, 429, 500, 503].some(isGone)).toBe(false);
  });
});

describe('the bundles that a text names', () => {
  it('are those of a page, of imports at once and later, and of what comes with them', () => {
    const page =
      '<link rel="stylesheet" href="/below/_astro/base.FR0f.css"><script src="/_astro/a.js"></script><script>import"./x</script>';
    expect(bundlesIn(page)).toEqual(['_astro/base.FR0f.css', '_astro/a.js']);
    const script =
      'm.f=["_astro/late.css","_astro/b_c.D-1.js"];import{a as b}from"./b_c.D-1.js";()=>import(`./late.js`);import(`/pagefind/pagefind.js`);new Worker(new URL("/below/_astro/w.C3.js",import.meta.url));var g="/_astro/t.D4.wasm"';
    expect(bundlesIn(script)).toEqual(['_astro/late.css', '_astro/b_c.D-1.js', '_astro/late.js', '_astro/w.C3.js', '_astro/t.D4.wasm']);
  });
});
