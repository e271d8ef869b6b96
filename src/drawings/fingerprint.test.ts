import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults } from '../model/split/names.fixture.ts';
import { fingerprintScene } from '../scenes/fingerprint.ts';
import { drawFingerprint } from './fingerprint.ts';

const printed = { parties: decodeParties('csancsancsancs'), defaults: decodeDefaults('ydpwouydpwnddd') };

function drawn(lens: 'parties' | 'defaults', times = 1): string {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('linkedom did not parse the svg');
  for (let time = 0; time < times; time += 1) drawFingerprint(svg, fingerprintScene(printed, { defaults }, lens));
  return svg.outerHTML;
}

describe('drawing a fingerprint', () => {
  it('makes one path of each kind', () => {
    expect(drawn('parties')).toMatchInlineSnapshot(
      `"<svg height="55" width="28" viewBox="0 0 28 55"><path d="M0 0H13V3H0zM0 4H13V7H0zM0 16H13V19H0zM0 20H13V23H0zM0 32H13V35H0zM0 36H13V39H0zM0 48H13V51H0zM0 52H13V55H0z" class="customer" /><path d="M15 4H28V7H15zM15 8H28V11H15zM15 20H28V23H15zM15 24H28V27H15zM15 36H28V39H15zM15 40H28V43H15zM15 52H28V55H15z" class="aws" /></svg>"`,
    );
  });

  it('leaves the inside of a hollow cell out', () => {
    expect(drawn('defaults')).toMatch(/d="M15 12H28V15H15zM15\.9 12\.9V14\.1H27\.1V12\.9z[^"]*" class="holds-when-asked"/u);
  });

  it('twice changes nothing', () => {
    expect(drawn('parties', 2)).toBe(drawn('parties'));
  });
});
