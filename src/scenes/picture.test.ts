import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import type { Chosen } from '../model/split/filter.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { namesIn } from '../model/split/names.ts';
import type { Names } from '../model/split/names.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { layerIds, mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { pictureScene } from './picture.ts';
import type { PictureScene, PictureShape } from './picture.ts';
import { countsScene, splitScene } from './split.ts';
import type { Band } from './split.ts';

const layers: Names['layers'] = [
  { id: 'network', name: 'Network and firewall', question: 'Who lets it in?' },
  { id: 'platform', name: 'Platform and runtime', question: 'Who patches it?' },
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
  { id: 'application', name: 'Application code', question: 'Who writes it?' },
];
const names: Names = { layers, parties, defaults };
const common = { detail: 'That is so.', source: ['https://docs.aws.amazon.com/x/'] };
const yours: Cell = { party: 'customer', default: 'yours', you: 'Close the door', ...common };
const shared: Cell = { party: 'shared', default: 'partly', you: 'Choose a window', aws: 'Patches in it', ...common };
const theirs: Cell = { party: 'aws', default: 'done', aws: 'Patches it', ...common };
const absent: Cell = { party: 'none', reason: 'None of your code runs here', ...common };
const cells: Readonly<Partial<Record<LayerId, Cell>>> = { network: yours, platform: shared, os: theirs };
const split = splitScene(
  names,
  mapLayers((layer) => cells[layer] ?? absent),
);
const labels = { title: 'Amazon Store', foot: 'Who secures which layer' };

/** A picture of so many bands, all alike. */
function pictureOf(count: number): PictureScene {
  const [band] = split.bands;
  if (!band) throw new Error('the scene has no band');
  return pictureScene({ bands: Array.from({ length: count }, (): Band => band) }, labels);
}

/** Corners of a shape, from the top left on. */
const cornersOf = ({ points }: PictureShape): { readonly x: number; readonly y: number }[] =>
  points.split(' ').map((corner) => {
    const [x = Number.NaN, y = Number.NaN] = corner.split(',').map(Number);
    return { x, y };
  });

describe('the picture of a service', () => {
  const picture = pictureScene(split, labels);

  it('is a slide with its title, both sides and its foot', () => {
    expect(picture).toMatchObject({ width: 1280, height: 720, title: 'Amazon Store: 1 layer is yours, 1 is shared' });
    const [title, you, aws, holds] = picture.texts;
    expect(title).toEqual({ x: 28, y: 52, anchor: 'start', kind: 'title', text: 'Amazon Store: 1 layer is yours, 1 is shared' });
    expect(you).toEqual({ x: 236, y: 90, anchor: 'start', kind: 'side-you', text: 'YOU: IN THE CLOUD' });
    expect(aws).toEqual({ x: 1056, y: 90, anchor: 'end', kind: 'side-aws', text: 'AWS: OF THE CLOUD' });
    expect(holds).toEqual({ x: 1072, y: 90, anchor: 'start', kind: 'side-holds', text: 'IF YOU DO NOTHING' });
    expect(picture.texts.at(-1)).toEqual({ x: 1252, y: 704, anchor: 'end', kind: 'foot', text: 'Who secures which layer' });
  });

  it('keeps its name alone where the finding has no room beside it', () => {
    const long = 'Amazon Store of so many things that its name alone is wide';
    expect(pictureScene(split, { ...labels, title: long }).texts[0]?.text).toBe(long);
  });

  it('says each layer to those who do not see it', () => {
    expect(picture.description).toBe(
      [
        'Network and firewall: Yours; You: Close the door; If you do nothing: Only you can',
        'Platform and runtime: Shared; You: Choose a window; AWS: Patches in it; If you do nothing: Partly',
        'Guest operating system: AWS; AWS: Patches it; If you do nothing: Done',
        "Application code: Doesn't apply; Doesn't apply: None of your code runs here",
      ].join('. '),
    );
  });

  it('has one line, from above the first band to below the last', () => {
    const points = [...picture.line.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)]);
    const [width, middle] = [1056 - 236, (1056 + 236) / 2];
    expect(points).toHaveLength(8);
    expect(points.map(([x = 0]) => x)).toEqual([1061, 1061, expect.any(Number), expect.any(Number), 231, 231, 231, 231]);
    const [, , into = [], out = []] = points;
    expect(((into[0] ?? 0) + (out[0] ?? 0)) / 2).toBeCloseTo(middle, 0);
    expect((into[0] ?? 0) - (out[0] ?? 0)).toBeGreaterThan(width / 50);
    // What leaves one band comes into the next at the same height.
    expect(points.slice(1, -1).map(([, y]) => y)).toEqual(points.slice(1, -1).map((_, index, all) => all[index - (index % 2)]?.[1]));
    expect(pictureScene({ bands: [] }, labels).line).toBe('');
  });

  it('has a whole shape for one party, and two that meet at a slanted edge for two', () => {
    expect(picture.shapes.map(({ kind }) => kind)).toEqual(['customer', 'customer', 'aws-partly', 'aws', 'absent']);
    const [whole, half, other] = picture.shapes.map(cornersOf);
    expect(whole).toEqual([
      { x: 236, y: 104 },
      { x: 1056, y: 104 },
      { x: 1056, y: 242 },
      { x: 236, y: 242 },
    ]);
    // 646 is the middle, and 69 px is half a band's height: the edge leans 32.2 px to either side.
    expect(half?.slice(1, 3).map(({ x }) => x)).toEqual([678.2, 613.8]);
    expect(other?.map(({ x }) => x)).toEqual([678.2, 1056, 1056, 613.8]);
  });

  it('writes what you do from the left, what AWS does from the right, what is absent in the middle', () => {
    expect(picture.texts.filter(({ kind }) => kind.startsWith('on-')).map(({ x, anchor, kind, text }) => [x, anchor, kind, text])).toEqual([
      [250, 'start', 'on-customer', 'Close the door'],
      [250, 'start', 'on-customer', 'Choose a window'],
      [1042, 'end', 'on-aws', 'Patches in it'],
      [1042, 'end', 'on-aws', 'Patches it'],
      [646, 'middle', 'on-none', 'None of your code runs here'],
    ]);
  });
});

describe('what holds if you do nothing', () => {
  const asked: Cell = { party: 'shared', default: 'when-asked', you: 'Ask for it', aws: 'Encrypts it', ...common };
  const open: Cell = { party: 'customer', default: 'open', you: 'Close the door', ...common };
  const byLayer: Readonly<Partial<Record<LayerId, Cell>>> = { network: open, platform: asked, os: theirs };
  const scene = (lens: 'parties' | 'defaults'): PictureScene =>
    pictureScene(
      splitScene(
        names,
        mapLayers((layer) => byLayer[layer] ?? absent),
        lens,
      ),
      labels,
    );

  it('stands beside each band that exists, as a glyph and a word', () => {
    const { glyphs, texts } = scene('parties');
    expect(glyphs.map(({ x, kind }) => [x, kind])).toEqual([
      [1072, 'holds open'],
      [1072, 'holds when-asked'],
      [1072, 'holds done'],
    ]);
    expect(new Set(glyphs.map(({ path }) => path)).size).toBe(3);
    expect(texts.filter(({ kind }) => kind.startsWith('holds')).map(({ x, text }) => [x, text])).toEqual([
      [1095, 'Open until you close it'],
      [1095, 'Not until you ask'],
      [1095, 'Done'],
    ]);
  });

  it('puts an edge around what is open and outlines a half that waits', () => {
    expect(scene('parties').shapes.map(({ kind }) => kind)).toEqual([
      'customer',
      'edge-open',
      'customer',
      'aws-when-asked',
      'aws',
      'absent',
    ]);
  });

  it('is the whole band through the lens', () => {
    const { shapes, texts } = scene('defaults');
    expect(shapes.map(({ kind }) => kind)).toEqual(['holds-open', 'holds-when-asked', 'holds-done', 'absent']);
    expect(texts.filter(({ kind }) => kind.startsWith('on-')).map(({ x, kind, text }) => [x, kind, text])).toEqual([
      [250, 'on-holds-open', 'Reachable until you restrict it'],
      [250, 'on-holds-when-asked', 'Not until you ask'],
      [250, 'on-holds-done', 'Done'],
      [646, 'on-none', 'None of your code runs here'],
    ]);
  });
});

/** Of all services: what a text takes at most, by half an em for each character. */
describe('every phrase of content/', () => {
  const sizes = (kind: string): number => (kind.endsWith(' small') ? 13.5 : 15.5);
  const { catalog } = getContent();
  const boxes = ({ texts }: PictureScene): { x0: number; x1: number; y: number; text: string }[] =>
    texts
      .filter(({ kind }) => kind.startsWith('on-') || kind.startsWith('holds'))
      .map(({ x, y, anchor, kind, text }) => {
        const width = text.length * 0.5 * (kind.startsWith('holds') ? 15 : sizes(kind));
        const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
        return { x0, x1: x0 + width, y, text };
      });

  it.each(['parties', 'defaults'] as const)('has room in its band, seen by %s', (lens) => {
    const wrong = catalog.services.flatMap((service) =>
      service.options.flatMap((option) => {
        const placed = boxes(pictureScene(splitScene(namesIn(catalog), option.cells, lens), labels));
        return placed
          .filter(
            (a, index) =>
              a.x0 < 250 ||
              a.x1 > 1280 ||
              placed.some((b, other) => other > index && Math.abs(a.y - b.y) < 14 && a.x0 < b.x1 + 16 && b.x0 < a.x1 + 16),
          )
          .map(({ text }) => `${service.id}.${option.id}: ${text}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the picture of many services', () => {
  const chosen = ['cccccccccccccc', 'ccccccccccaaaa', 'cscsssssssaaaa'].map((code, index): Chosen => {
    const option = {
      id: 'default',
      name: 'Default',
      category: 'managed' as const,
      parties: decodeParties(code),
      defaults: decodeDefaults('d'.repeat(14)),
    };
    return { service: { id: `service-${index}`, short: `Service ${index}`, area: 'compute', options: [option] }, option };
  });
  const picture = pictureScene(
    countsScene(names, chosen, () => ''),
    labels,
  );

  it('has a part for each party as wide as its share, with its number in the middle', () => {
    const bands = picture.texts.filter(({ kind }) => kind.startsWith('on-'));
    const y = bands[0]?.y;
    expect(bands.filter((text) => text.y === y).map(({ x, anchor, kind, text }) => [x, anchor, kind, text])).toEqual([
      [574.7, 'middle', 'on-customer', '2 yours'],
      [1082.7, 'middle', 'on-shared', '1 shared'],
    ]);
  });

  it('of nothing is bands without a part', () => {
    const empty = pictureScene(
      countsScene(names, [], () => ''),
      labels,
    );
    expect(empty.shapes.map(({ kind }) => kind)).toEqual(layers.map(() => 'none'));
    expect(empty.texts.filter(({ kind }) => kind.startsWith('on-'))).toEqual([]);
  });
});

describe('the height of bands', () => {
  it.each([1, layerIds.length, layerIds.length + 1, 24])('leaves the foot free under %i of them, and no band touches the next', (count) => {
    const picture = pictureOf(count);
    const spans = picture.shapes.map((shape) => {
      const ys = cornersOf(shape).map(({ y }) => y);
      return { top: Math.min(...ys), bottom: Math.max(...ys) };
    });
    expect(spans).toHaveLength(count);
    const foot = picture.texts.find(({ kind }) => kind === 'foot');
    // Letters of the foot are 13 px high.
    expect(Math.max(...spans.map(({ bottom }) => bottom))).toBeLessThan((foot?.y ?? 0) - 13);
    expect(Math.min(...spans.map(({ top }) => top))).toBeGreaterThan(90);
    spans.forEach(({ top }, index) => {
      expect(top).toBeGreaterThan(spans[index - 1]?.bottom ?? 0);
    });
    const lines = picture.texts.filter(({ kind }) => kind === 'name').map(({ y }) => y);
    lines.forEach((line, index) => {
      expect(line).toBeGreaterThan(spans[index]?.top ?? Number.NaN);
      expect(line).toBeLessThan(spans[index]?.bottom ?? Number.NaN);
    });
  });

  it('follows their number: the more bands, the lower each', () => {
    const heightOf = (count: number): number => {
      const [shape] = pictureOf(count).shapes;
      const ys = shape ? cornersOf(shape).map(({ y }) => y) : [];
      return Math.max(...ys) - Math.min(...ys);
    };
    expect([7, 14, 15].map(heightOf)).toEqual([77, 36, 33]);
  });
});
