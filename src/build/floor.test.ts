import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { browserslistToTargets, transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { youngInCode, youngInSheet } from '../../scripts/young-features.ts';
import { floor } from './floor.ts';

const src = path.join(import.meta.dirname, '..');
const targets = browserslistToTargets(floor.map((each) => each.replace('ios', 'ios_saf').replace(/([a-z])(?=\d)/u, '$1 ')));

/** A sheet as the build hands it to browsers. */
const lowered = (sheet: string): string =>
  transform({ filename: 'sheet.css', code: Buffer.from(sheet), targets, minify: false }).code.toString();

/** What is used for comfort, or with something that stands in for it, and by whom. */
const allowed: Readonly<Record<string, string>> = {
  'css.properties.accent-color: safari16.4, ios16.4': 'the system has a colour of its own for what is chosen',
  'css.properties.contain-intrinsic-size: safari16.4, ios16.4': 'makes a long table quicker',
  'css.properties.content-visibility: firefox115, safari16.4, ios16.4': 'makes a long table quicker',
  'css.properties.field-sizing: chrome109, edge109, firefox115, safari16.4, ios16.4': 'elsewhere a list is as wide as its longest name',
  'css.properties.forced-color-adjust: safari16.4, ios16.4': 'no Safari forces colours',
  'css.properties.paint-order: chrome109, edge109': 'they have it in SVG, which alone uses it',
  'css.properties.resize: ios16.4': 'a field for a note scrolls',
  'css.properties.rx: safari16.4, ios16.4': 'rounds the corners of a flowchart',
  'css.properties.scrollbar-width: chrome109, edge109, safari16.4, ios16.4': 'the others show the bar below the story',
  'css.properties.text-wrap: chrome109, edge109, firefox115, safari16.4, ios16.4': 'balances the lines of a heading',
  'css.selectors.-moz-progress-bar: chrome109, edge109, safari16.4, ios16.4': 'the others have -webkit-progress-value',
  'css.selectors.-moz-range-thumb: chrome109, edge109, safari16.4, ios16.4': 'the others have -webkit-slider-thumb, or their own thumb',
  'css.selectors.-webkit-progress-bar: firefox115': 'Firefox has -moz-progress-bar',
  'css.selectors.-webkit-progress-value: firefox115': 'Firefox has -moz-progress-bar',
  'css.selectors.-webkit-slider-thumb: firefox115, safari16.4, ios16.4': 'the others have -moz-range-thumb, or their own thumb',
  'css.selectors.details-content: chrome109, edge109, firefox115, safari16.4, ios16.4': 'interaction/print.ts unfolds lists',
  'css.selectors.has: firefox115': 'a pill that is chosen or has the focus shows its radio; the rest is alignment',
  'css.selectors.popover-open: chrome109, edge109, firefox115, safari16.4, ios16.4': 'interaction/menu.ts opens the menu',
  'css.types.color.color-mix: chrome109, edge109': 'asked for first; without it what AWS does in part stays plain in forced colours',
};

describe('the oldest browsers', () => {
  it('know what the style sheets use, or it is only for comfort', () => {
    const folder = path.join(src, 'styles');
    const young = readdirSync(folder).flatMap((name) => youngInSheet(lowered(readFileSync(path.join(folder, name), 'utf8')), floor));
    expect([...new Set(young)].sort()).toEqual(Object.keys(allowed).sort());
  });

  it('know what the scripts use', () => {
    const files = ['interaction', 'intake', 'worker'].flatMap((room) =>
      readdirSync(path.join(src, room), { recursive: true, encoding: 'utf8' })
        .filter((name) => /(?<!\.test)\.ts$/u.test(name))
        .map((name) => path.join(src, room, name)),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(youngInCode(files, floor)).toEqual([
      // They end a request in time, and give it another name, which nobody reads.
      'api.AbortSignal.timeout_static: chrome109, edge109 (src/intake/intake.ts)',
      // Pagefind says so too: src/build/pagefind-faults.ts.
      'api.PerformanceResourceTiming.responseStatus: firefox115, safari16.4, ios16.4 (src/interaction/search/pagefind.ts)',
    ]);
  }, 180_000);

  it('would be missed', () => {
    expect(youngInSheet('a:has(b) { color: light-dark(#fff, #000) }', floor)).toEqual([
      'css.types.color.light-dark: chrome109, edge109, firefox115, safari16.4, ios16.4',
      'css.selectors.has: firefox115',
    ]);
    expect(youngInCode([path.join(import.meta.dirname, 'floor.fixture.ts')], floor).map((line) => line.replace(/ \(.*/u, ''))).toEqual([
      'javascript.builtins.Array.toReversed: chrome109, edge109',
    ]);
  });
});
