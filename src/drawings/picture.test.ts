import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { defaults, parties } from '../model/split/names.fixture.ts';
import type { Names } from '../model/split/names.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { pictureScene } from '../scenes/picture.ts';
import type { PictureScene } from '../scenes/picture.ts';
import { splitScene } from '../scenes/split.ts';
import { drawPicture } from './picture.ts';

const layers: Names['layers'] = [
  { id: 'network', name: 'Network & firewall', question: 'Who lets it in?' },
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
];
const names: Names = { layers, parties, defaults };
const common = { detail: 'That is so.', source: ['https://docs.aws.amazon.com/x/'] };
const shared: Cell = { party: 'shared', default: 'partly', you: 'Choose <who> may enter', aws: 'Keeps the door', ...common };
const theirs: Cell = { party: 'aws', default: 'done', aws: 'Patches it', ...common };

const sceneOf = (title: string, os: Cell): PictureScene =>
  pictureScene(
    splitScene(
      names,
      mapLayers((layer) => (layer === 'os' ? os : shared)),
    ),
    { title, foot: 'Who secures which layer' },
  );
const store = sceneOf('Amazon Store', theirs);
const sheet = '.aws { fill: navy; }';

function emptyPicture(): Element {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('linkedom did not parse the picture');
  return svg;
}

function draw(svg: Element, scene: PictureScene): string {
  drawPicture(svg, scene, sheet);
  return svg.outerHTML;
}

/** One element a line, so that a changed snapshot shows what changed. */
const lines = (markup: string): string => `${markup.replaceAll('><', '>\n<')}\n`;

describe('the picture', () => {
  it('is a file that stands alone', async () => {
    await expect(lines(draw(emptyPicture(), store))).toMatchFileSnapshot('__snapshots__/picture.svg');
  });

  it('takes text for text, and has no style of its own but the sheet', () => {
    const markup = draw(emptyPicture(), store);
    expect(markup).toContain('Network &amp; firewall');
    expect(markup).toContain('Choose &lt;who');
    expect(markup).not.toContain('style=');
  });
});

describe('drawing again', () => {
  it('changes nothing', () => {
    const svg = emptyPicture();
    const once = draw(svg, store);
    expect(draw(svg, store)).toBe(once);
  });

  it('leaves nothing of another scene', () => {
    const svg = emptyPicture();
    draw(svg, sceneOf('Another thing', shared));
    expect(draw(svg, store)).toBe(draw(emptyPicture(), store));
  });
});
