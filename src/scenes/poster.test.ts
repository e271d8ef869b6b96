import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { layerIds } from '../model/vocabulary.ts';
import { posterScene } from './poster.ts';
import type { PosterLabels, PosterScene } from './poster.ts';
import { linesWithin } from './lines.ts';
import { sheet } from './poster-rows.ts';
import type { PosterArea, PosterOption } from './poster-rows.ts';

const names = { layers: layerIds.map((id) => ({ id, name: `Layer ${id}`, question: 'Who?' })), parties, defaults };
const optionOf = (service: string, option = ''): PosterOption => ({
  service,
  option,
  href: `https://tideline.example/services/${service}/`,
  parties: decodeParties('ccsccscsssaaaa'),
  defaults: decodeDefaults('ydpyyodppddddd'),
});
const areaOf = (name: string, count: number, option = ''): PosterArea => ({
  name,
  options: Array.from({ length: count }, (_, index) => optionOf(`Amazon ${name} ${index}`, option)),
});
const labels: PosterLabels = {
  title: 'Who secures what',
  lead: ['All of it.'],
  foot: ['tideline.example', 'Independent of AWS'],
  example: optionOf('Amazon EC2'),
  meanings: [{ printed: optionOf('x'), text: 'Yours' }],
};
const sceneOf = (...areas: readonly PosterArea[]): PosterScene => posterScene(names, areas, labels);
const stripsOf = ({ heads }: PosterScene): PosterScene['heads'][number]['strips'] => heads.flatMap(({ strips }) => strips);

/** From few services to more than AWS has. */
const sizes = [1, 20, 176, 300, 600];

describe.each(sizes)('a poster of %i options', (count) => {
  const scene = sceneOf(
    areaOf('Compute', Math.ceil(count / 2), 'One way to run it'),
    areaOf('Networking and content delivery', Math.floor(count / 2)),
  );
  const strips = stripsOf(scene);

  it('holds each of them once, within the sheet', () => {
    expect(new Set(strips.map(({ name }) => name)).size).toBe(count);
    for (const { x, y, scale, print, texts } of strips) {
      expect(x).toBeGreaterThanOrEqual(sheet.margin);
      expect(x + print.width * scale).toBeLessThanOrEqual(sheet.width - sheet.margin);
      expect(Math.max(y + print.height * scale, ...texts.map((text) => text.y))).toBeLessThan(sheet.height - 60);
    }
  });

  it('lets no strip lie on another, or on a name', () => {
    const boxes = strips.map(({ x, y, print, scale, texts }) => ({
      x0: x,
      x1: x + print.width * scale,
      y0: y,
      y1: Math.max(y + print.height * scale, ...texts.map((text) => text.y)),
    }));
    const hit = boxes.filter((a, index) => boxes.slice(index + 1).some((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1));
    expect(hit).toEqual([]);
  });

  it('names an area where it begins, and again in each row where it goes on', () => {
    expect(scene.heads.filter(({ continued }) => !continued).map(({ text }) => text.text)).toEqual(
      count === 1 ? ['Compute'] : ['Compute', 'Networking and content delivery'],
    );
    for (const { continued, text } of scene.heads) expect(text.text.endsWith(', continued')).toBe(continued);
  });
});

describe('a poster', () => {
  it('draws strips as large as all of them fit', () => {
    const scales = sizes.map((count) => stripsOf(sceneOf(areaOf('Compute', count)))[0]?.scale ?? 0);
    expect(scales).toEqual(scales.toSorted((a, b) => b - a));
    expect(scales.at(-1)).toBeGreaterThan(0.4);
  });

  it('gives a short area room for its name', () => {
    const { heads } = sceneOf(
      areaOf('Management and governance', 1),
      areaOf('Storage', 1),
      areaOf('Machine learning and AI', 1),
      areaOf('Media', 40),
    );
    const first = heads.filter(({ rule }) => rule.y === heads[0]?.rule.y);
    for (const [index, { text }] of first.entries()) {
      const next = first[index + 1];
      if (next) expect(next.text.x - text.x).toBeGreaterThan(text.text.length * text.size * 0.5);
    }
  });

  it('says what its rows are, and that it is not AWS’s', () => {
    const { key, texts } = sceneOf(areaOf('Compute', 3));
    expect(key.texts.filter(({ kind }) => kind === 'key').map(({ text }) => text)).toEqual(names.layers.map(({ name }) => name));
    expect(texts.map(({ text }) => text)).toContain('Independent of AWS');
  });

  it('leaves areas out that have no option', () => {
    expect(sceneOf({ name: 'Quantum', options: [] }, areaOf('Compute', 2)).heads).toHaveLength(1);
  });
});

describe('a name in lines', () => {
  it('breaks at spaces alone', () => {
    expect(linesWithin('Amazon OpenSearch Service', 8, 0.5)).toEqual(['Amazon', 'OpenSearch', 'Service']);
    expect(linesWithin('Amazon EC2', 8, 0.5)).toEqual(['Amazon EC2']);
    expect(linesWithin('Unbreakable-very-long', 2, 0.5)).toEqual(['Unbreakable-very-long']);
  });
});
