import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { posterScene } from '../scenes/poster.ts';
import { drawPoster } from './poster.ts';

const option = {
  service: 'Amazon <Store>',
  option: 'Fast & small',
  href: 'https://tideline.example/services/store/',
  parties: decodeParties('csanncsancsanc'),
  defaults: decodeDefaults('ydpwoydpwnddnd'),
};
const layers = [{ id: 'os', name: 'Guest operating system', question: 'Who patches it?' }] as const;
const scene = posterScene({ layers, parties, defaults }, [{ name: 'Storage', options: [option] }], {
  title: 'Who secures what',
  lead: ['One way.'],
  foot: ['tideline.example'],
  example: option,
  meanings: [{ printed: option, text: 'Yours' }],
});

function drawn(times: number): Element {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('linkedom did not parse the svg');
  for (let time = 0; time < times; time += 1) drawPoster(svg, scene, '.aws { fill: navy }');
  return svg;
}

describe('drawing the poster', () => {
  it('makes each strip a link that says its name and counts', () => {
    const link = drawn(1).querySelector('a');
    expect(link?.getAttribute('href')).toBe(option.href);
    expect(link?.querySelector('title')?.textContent).toMatch(/^Amazon <Store>, Fast & small\. \d layers are yours/u);
    expect([...(link?.querySelectorAll('path') ?? [])].map((path) => path.getAttribute('class'))).toEqual(['customer', 'aws']);
    expect([...(link?.querySelectorAll('text') ?? [])].map((text) => text.textContent)).toEqual(['Amazon <Store>', 'Fast & small']);
  });

  it('measures A2, and twice changes nothing', () => {
    expect(drawn(1).getAttribute('width')).toBe('594mm');
    expect(drawn(1).getAttribute('height')).toBe('420mm');
    expect(drawn(2).outerHTML).toBe(drawn(1).outerHTML);
  });
});
