// Chromium takes the last list of features to turn off, so ours must hold all of Playwright's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { turnedOff } from './find-browser.ts';

it('turns off all features that Playwright turns off', () => {
  const core = path.dirname(
    createRequire(createRequire(import.meta.url).resolve('@playwright/test')).resolve('playwright-core/package.json'),
  );
  const [, list = ''] = /disabledFeatures = \[([\s\S]*?)\]/u.exec(readFileSync(path.join(core, 'lib/coreBundle.js'), 'utf8')) ?? [];
  const theirs = [...list.matchAll(/^\s*"(\w+)"/gmu)].map(([, name = '']) => name);
  expect(theirs).toContain('PaintHolding');
  expect(
    theirs.filter((name) => !turnedOff.includes(name)),
    'add these to turnedOff in find-browser.ts',
  ).toEqual([]);
});
