import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress, removeUnused } from './precompress.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'precompress-'));
  await mkdir(path.join(root, 'pagefind'));
});
afterEach(() => rm(root, { recursive: true }));

const long = 'Who secures which layer? '.repeat(200);

test('text of a kilobyte and more gets two compressed forms that unpack to it', async () => {
  await writeFile(path.join(root, 'page.html'), long);
  const { files, plain, gz, br } = await precompress(root);
  expect({ files, plain }).toEqual({ files: 1, plain: long.length });
  const [asGz, asBr] = await Promise.all([readFile(path.join(root, 'page.html.gz')), readFile(path.join(root, 'page.html.br'))]);
  expect(gunzipSync(asGz).toString()).toBe(long);
  expect(brotliDecompressSync(asBr).toString()).toBe(long);
  expect([gz, br]).toEqual([asGz.length, asBr.length]);
});

test('compressed files of an earlier site are taken where they hold the same text, and only there', async () => {
  const earlier = path.join(root, 'earlier');
  const site = path.join(root, 'site');
  await Promise.all([mkdir(earlier), mkdir(site)]);
  const names = ['same', 'changed', 'broken'];
  await Promise.all(names.map((name) => writeFile(path.join(site, `${name}.html`), long)));
  // Compressed less than here, so that one that was taken is told from a new one.
  const fast = gzipSync(long, { level: 1 });
  await writeFile(path.join(earlier, 'same.html.gz'), fast);
  await writeFile(path.join(earlier, 'changed.html.gz'), gzipSync(`${long}!`, { level: 1 }));
  await writeFile(path.join(earlier, 'broken.html.gz'), fast.subarray(0, 20));
  await precompress(site, earlier);
  const [same, ...others] = await Promise.all(names.map((name) => readFile(path.join(site, `${name}.html.gz`))));
  expect(same).toEqual(fast);
  for (const each of others) {
    expect(each).not.toEqual(fast);
    expect(gunzipSync(each).toString()).toBe(long);
  }
});

test('short text and files that are compressed already stay alone', async () => {
  await writeFile(path.join(root, 'short.html'), 'Nothing here.');
  await writeFile(path.join(root, 'preview.png'), Buffer.alloc(5000));
  await writeFile(path.join(root, 'font.woff2'), Buffer.alloc(5000));
  expect((await precompress(root)).files).toBe(0);
  expect((await readdir(root)).toSorted()).toEqual(['font.woff2', 'pagefind', 'preview.png', 'short.html']);
});

test("Pagefind's own search box is removed, its engine and index stay", async () => {
  const names = ['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-component-ui.js', 'pagefind-modular-ui.css', 'pagefind-highlight.js'];
  const kept = ['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json', 'pagefind.en_0123456789.pf_meta'];
  await Promise.all([...names, ...kept].map((name) => writeFile(path.join(root, 'pagefind', name), 'x')));
  await removeUnused(root);
  expect((await readdir(path.join(root, 'pagefind'))).toSorted()).toEqual(kept.toSorted());
});

test('a site without search has nothing to remove', async () => {
  await rm(path.join(root, 'pagefind'), { recursive: true });
  await expect(removeUnused(root)).resolves.toBeUndefined();
});
