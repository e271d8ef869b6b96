import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf, hasServiceWorker, markSearch, revisionOf, withRevision, writeServiceWorker } from './service-worker.ts';

let root = '';
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const worker = (): string => read('sw.js');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tideline-worker-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('SERVICE_WORKER', () => {
  it('is on, unless it says off', () => {
    expect([undefined, 'on', 'off'].map(hasServiceWorker)).toEqual([true, true, false]);
  });
  it('refuses what it does not know', () => {
    for (const given of ['', 'no', 'OFF', 'false'])
      expect(() => hasServiceWorker(given)).toThrow(`SERVICE_WORKER is "${given}": write off`);
  });
});

describe('the revision of the data', () => {
  it('is another one if any data file is another, and stays if a page is', async () => {
    put('data/v1/services/amazon-rds.json', '{"a":1}');
    put('search/services.json', '{}');
    const first = await revisionOf(root);
    put('search/index.html', '<html>');
    expect(await revisionOf(root)).toBe(first);
    put('data/v1/services/amazon-rds.json', '{"a":2}');
    const second = await revisionOf(root);
    put('search/services.json', '{ }');
    expect(new Set([first, second, await revisionOf(root)]).size).toBe(3);
  });
  it('stands in each file of the search, once, and changes none', async () => {
    put('search/services.json', '{"short":["RDS"]}');
    put('search/details/a.json', '{}');
    put('data/v1/services.json', '{"a":1}');
    const first = await revisionOf(root);
    for (const revision of ['a1', first]) await markSearch(root, revision);
    expect(['search/services.json', 'search/details/a.json', 'data/v1/services.json'].map(read)).toEqual([
      `{"revision":"${first}","short":["RDS"]}`,
      `{"revision":"${first}"}`,
      '{"a":1}',
    ]);
    expect(await revisionOf(root)).toBe(first);
  });
  it('stands in each page once', () => {
    const once = withRevision('<!doctype html><html lang="en"><head>', 'a1');
    expect(once).toBe('<!doctype html><html data-revision="a1" lang="en"><head>');
    expect(withRevision(once, 'b2')).toBe('<!doctype html><html data-revision="b2" lang="en"><head>');
  });
});

describe('the files of a page', () => {
  it('are its sheets, its typeface, and its scripts with all that they import at once', async () => {
    put('_astro/a.js', 'import{x as y}from"./b.js";import"./c.js";const later=()=>import("./later.js");');
    put('_astro/b.js', 'export*from"./c.js";');
    put('_astro/c.js', 'import"./b.js"');
    put('_astro/d.js', '');
    put(
      'offline/index.html',
      '<link href="/below/fonts/s.woff2"><link rel="stylesheet" href="/below/_astro/a.css"><a href="/below/services/">S</a>' +
        '<script type="module" src="/below/_astro/a.js"></script><script type="module">import"/below/_astro/d.js";</script>',
    );
    expect(await filesOf(root, 'offline/index.html')).toEqual([
      '_astro/a.css',
      '_astro/a.js',
      '_astro/b.js',
      '_astro/c.js',
      '_astro/d.js',
      'fonts/s.woff2',
    ]);
  });
});

describe('sw.js', () => {
  it('is another one with each other list of services, and the same for the same', async () => {
    put('offline/index.html', '<p>No connection</p>');
    put('services/index.html', '<p>A</p>');
    await writeServiceWorker(root, true);
    const first = worker();
    await writeServiceWorker(root, true);
    expect(worker()).toBe(first);
    put('services/index.html', '<p>B</p>');
    await writeServiceWorker(root, true);
    expect(worker()).not.toBe(first);
    expect(first).toContain('respondWith');
  });
  it('answers nothing where it is switched off, and leaves no packed form of the one before', async () => {
    put('sw.js.br', 'packed');
    await writeServiceWorker(root, false);
    expect(worker()).toContain('unregister');
    expect(worker()).not.toContain('respondWith');
    expect(() => readFileSync(path.join(root, 'sw.js.br'))).toThrow('ENOENT');
  });
});
