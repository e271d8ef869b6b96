import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildsToKeep, unfit } from './publish.ts';

describe('a site that may be published', () => {
  const page = '<!doctype html><meta http-equiv="Content-Security-Policy" content="">';
  let site = '';
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  };
  beforeEach(() => {
    site = mkdtempSync(path.join(tmpdir(), 'site-'));
    for (const file of ['index.html', '404.html', 'guide/index.html']) write(file, page);
    write('pagefind/pagefind-entry.json', '{"languages":{"en":{"hash":"en_1","page_count":3}}}');
  });
  afterEach(() => {
    rmSync(site, { recursive: true, force: true });
  });

  it('has its front page and a policy in every page', () => {
    expect(unfit(site)).toEqual([]);
  });

  it('misses none of the two pages that every host asks for', () => {
    rmSync(path.join(site, '404.html'));
    expect(unfit(site)).toEqual(['404.html is missing']);
  });

  it('has no page without a policy', () => {
    write('guide/index.html', '<!doctype html>');
    expect(unfit(site)).toEqual(['guide/index.html has no content security policy']);
  });

  it('has an index of its pages', () => {
    const entry = 'pagefind/pagefind-entry.json';
    for (const [text, wrong] of [
      ['', 'is empty'],
      ['{"languages":', 'is no JSON'],
      ['null', 'lists no page'],
      ['{"languages":{}}', 'lists no page'],
      ['{"languages":{"en":{"page_count":0}}}', 'lists no page'],
    ] as const) {
      write(entry, text);
      expect(unfit(site)).toEqual([`${entry} ${wrong}: build again`]);
    }
    rmSync(path.join(site, entry));
    expect(unfit(site)).toEqual([`${entry} is missing: build again`]);
  });

  it('has no code of the build', () => {
    write('.prerender/entry.mjs', '');
    expect(unfit(site)).toEqual(['.prerender/entry.mjs is not for readers']);
  });
});

describe('how many earlier builds are kept', () => {
  it('is two, or what KEEP_BUILDS says', () => {
    expect([buildsToKeep(undefined), buildsToKeep('0'), buildsToKeep('5')]).toEqual([2, 0, 5]);
  });

  it.each(['', '-1', '1.5', 'all', '100'])('is never "%s"', (given) => {
    expect(() => buildsToKeep(given)).toThrow(`KEEP_BUILDS is "${given}": write how many`);
  });
});
