import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { storyScene } from '../scenes/story.ts';
import { drawStory } from './story.ts';

const layers = [
  { id: 'data', name: 'Customer data', question: 'Who keeps it?' },
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
] as const;
const scene = storyScene(
  { layers, parties, defaults },
  ['data', 'os'],
  [
    { parties: decodeParties('cccccccccccccc'), defaults: decodeDefaults('yyyyyyyyyyyyyy') },
    { parties: decodeParties('ncccccccccsccc'), defaults: decodeDefaults('nyyyyyyyyydyyy') },
  ],
);

function drawn(times: number): Element {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  const svg = document.querySelector('svg');
  const [, column] = scene.columns;
  if (!svg || !column) throw new Error('there is no svg, or no column');
  for (let time = 0; time < times; time += 1) drawStory(svg, scene, column);
  return svg;
}

describe('drawing a column of the story', () => {
  it('has a band for each layer, yours on those that apply, and says all in words', () => {
    const svg = drawn(1);
    expect([...svg.querySelectorAll('rect')].map((rect) => rect.getAttribute('class'))).toEqual(['none', 'aws']);
    expect([...svg.querySelectorAll('polygon')].map((part) => part.getAttribute('data-from'))).toEqual(['58']);
    expect(svg.getAttribute('aria-label')).toBe("Customer data: Doesn't apply. Guest operating system: Shared.");
    expect([...svg.querySelectorAll('path')].map((path) => path.getAttribute('class'))).toEqual(['seam', 'tide']);
  });

  it('twice changes nothing', () => {
    expect(drawn(2).outerHTML).toBe(drawn(1).outerHTML);
  });
});
