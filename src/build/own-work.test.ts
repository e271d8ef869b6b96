// Runs of Astro at the same time, each with the texts of its own.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOwn } from './beside.ts';
import { writeCompanyPages } from './company-pages.ts';
import { pageModules, workshop } from './own-work.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'work-'));
  mkdirSync(path.join(root, 'content/guide/more'), { recursive: true });
  for (const file of ['index.mdx', 'more/cases.mdx', 'more/drawing.mmd']) writeFileSync(path.join(root, 'content/guide', file), '');
  writeFileSync(path.join(root, 'first-week.mdx'), '---\ntitle: x\n---\n\nOur first week.\n');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const company = (): { id: string; source: string }[] => [{ id: 'first-week', source: path.join(root, 'first-week.mdx') }];
const filesOf = (list: string): string[] => [...list.matchAll(/^\["([^"]*)"/gmu)].map(([, file = '']) => file);

it('keep the pages of a company to the one that has them', async () => {
  const [theirs, bare] = [openOwn(path.join(root, workshop)), openOwn(path.join(root, workshop))];
  const folder = await writeCompanyPages(theirs.folder, company(), []);
  const again = openOwn(path.join(root, workshop));
  expect(readdirSync(folder)).toEqual(['first-week.mdx']);
  expect(readdirSync(bare.folder)).toEqual([]);
  const ours = ['content/guide/index.mdx', 'content/guide/more/cases.mdx'];
  expect(filesOf(pageModules(root, bare.folder))).toEqual(ours);
  const theirPage = `${workshop}/${path.basename(theirs.folder)}/guide/company/first-week.mdx`;
  expect(filesOf(pageModules(root, theirs.folder))).toEqual([theirPage, ...ours]);
  for (const each of [theirs, bare, again]) each.discard();
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(path.join(root, workshop))).toEqual(['publish.lock']);
});

it('list pages as Astro does', () => {
  expect(pageModules(root, path.join(root, 'none')).split('\n')[2]).toBe(
    '["content/guide/index.mdx", () => import("astro:content-layer-deferred-module?astro%3Acontent-layer-deferred-module=&fileName=content%2Fguide%2Findex.mdx&astroContentModuleFlag=true")],',
  );
});
