import { describe, expect, it } from 'vitest';
import type { Chosen } from '../model/split/filter.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { PartyId } from '../model/vocabulary.ts';
import type { Names } from '../model/split/names.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { countsScene, splitScene } from './split.ts';
import type { Band } from './split.ts';

const layers: Names['layers'] = [
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
  { id: 'data', name: 'Customer data', question: 'Who deletes it?' },
];
const names: Names = { layers, parties, defaults };
const common = { detail: 'That is so.', source: ['https://docs.aws.amazon.com/x/'] };
const cells: Readonly<Record<PartyId, Cell>> = {
  customer: { party: 'customer', default: 'yours', you: 'Patch it', ...common },
  shared: { party: 'shared', default: 'partly', you: 'Choose a window', aws: 'Patches in it', ...common },
  aws: { party: 'aws', default: 'done', aws: 'Patches it', ...common },
  none: { party: 'none', reason: 'There is none', ...common },
};

function first(bands: readonly Band[]): Band {
  const [band] = bands;
  if (!band) throw new Error('the scene has no band');
  return band;
}
const bandOf = (cell: Cell): Band =>
  first(
    splitScene(
      names,
      mapLayers(() => cell),
    ).bands,
  );
/** From where to where each part reaches: yours, shared, AWS's, what doesn't apply. */
const edges = (band: Band): string => band.parts.map(({ x0, x1 }) => `${x0}-${x1}`).join(' ');

describe('the diagram of one option', () => {
  it('has a band for each layer, in the order given', () => {
    expect(
      splitScene(
        names,
        mapLayers(() => cells.aws),
      ).bands.map((band) => band.layer),
    ).toEqual(['os', 'data']);
  });

  it('gives a whole band to one party, and nothing to the others', () => {
    expect(edges(bandOf(cells.customer))).toBe('0-100 100-100 100-100 100-100');
    expect(edges(bandOf(cells.aws))).toBe('0-0 0-0 0-100 100-100');
    expect(edges(bandOf(cells.none))).toBe('0-0 0-0 0-0 0-100');
  });

  it('cuts a shared band between you and AWS, further to your side the more AWS does by itself', () => {
    const band = bandOf(cells.shared);
    expect(edges(band)).toBe('0-50 50-50 50-100 100-100');
    expect(band).toMatchObject({ kind: 'words', party: 'shared', spoken: 'Shared', labels: [] });
    const words = { party: 'shared', you: 'Choose a window', aws: 'Patches in it', ...common } as const;
    expect(edges(bandOf({ ...words, default: 'done' }))).toBe('0-42 42-42 42-100 100-100');
    expect(edges(bandOf({ ...words, default: 'when-asked' }))).toBe('0-58 58-58 58-100 100-100');
  });

  it('is crossed by one line, which runs where each band is cut', () => {
    const split = mapLayers((layer) => cells[layer === 'os' ? 'shared' : 'aws']);
    expect(splitScene(names, split).bands.map(({ line }) => line)).toEqual([
      { x: 50, top: 51.8, bottom: 48.2, next: 0, enters: 'end', crosses: false },
      { x: 0, top: 0, bottom: 0, next: undefined, enters: 'start', crosses: false },
    ]);
    expect(splitScene(names, split, 'defaults').bands.map(({ line }) => line)).toEqual([undefined, undefined]);
  });

  it('lists the parts in one order, whatever the party: an edge must find its element again', () => {
    for (const cell of Object.values(cells))
      expect(bandOf(cell).parts.map((part) => part.kind)).toEqual(['customer', 'shared', 'aws', 'none']);
  });

  it('says the same in its panel as on its band, with detail and source', () => {
    expect(bandOf(cells.shared).panel).toEqual({
      question: 'Who patches it?',
      blocks: [
        { kind: 'customer', heading: 'You do', text: 'Choose a window', links: [] },
        { kind: 'aws', heading: 'AWS does', text: 'Patches in it', links: [] },
      ],
      holds: 'Partly',
      detail: 'That is so.',
      sources: [{ href: 'https://docs.aws.amazon.com/x/', name: 'AWS docs: x' }],
    });
  });
});

describe('the diagram of many services', () => {
  /** One service for each letter, whose operating system falls to that party. */
  const services = (letters: string): Chosen[] =>
    Array.from(letters, (letter, index) => {
      const option = {
        id: 'default',
        name: 'Default',
        category: 'managed' as const,
        parties: decodeParties(letter.repeat(14)),
        defaults: decodeDefaults('d'.repeat(14)),
      };
      return { service: { id: `service-${index}`, short: `Service ${index}`, area: 'compute', options: [option] }, option };
    });
  const countsOf = (letters: string): Band =>
    first(countsScene(names, services(letters), ({ service }) => `/services/${service.id}/`).bands);

  it('cuts a band in proportion to the counts', () => {
    const band = countsOf('ccssssaan' + 'n');
    expect(edges(band)).toBe('0-20 20-60 60-80 80-100');
    expect(band.labels.map(({ kind, x, text }) => ({ kind, x, text }))).toEqual([
      { kind: 'customer', x: 10, text: '2' },
      { kind: 'shared', x: 40, text: '4' },
      { kind: 'aws', x: 70, text: '2' },
      { kind: 'none', x: 90, text: '2' },
    ]);
    expect(band).toMatchObject({ kind: 'counts', party: 'mixed', spoken: "2 yours, 4 shared, 2 AWS, 2 doesn't apply", phrases: [] });
  });

  it('is crossed by the line where what is yours alone ends', () => {
    expect(countsOf('ccssssaann').line?.x).toBe(20);
    expect(countsOf('nn').line).toBeUndefined();
    expect(countsOf('').line).toBeUndefined();
  });

  it('names what is counted', () => {
    const headings = (unit: 'services' | 'ways'): string[] =>
      first(countsScene(names, services('ccs'), () => '/', { unit }).bands).panel.blocks.map(({ heading }) => heading);
    expect(headings('services')).toEqual(['Yours in 2 services', 'Shared in 1 service']);
    expect(headings('ways')).toEqual(['Yours in 2 ways', 'Shared in 1 way']);
  });

  it('skips a party with nothing', () => {
    const band = countsOf('caaa');
    expect(edges(band)).toBe('0-25 25-25 25-100 100-100');
    expect(band.labels.map((label) => [label.kind, label.x])).toEqual([
      ['customer', 12.5],
      ['aws', 62.5],
    ]);
  });

  it('gives the whole band to the one party all share', () => {
    const band = countsOf('aaa');
    expect(edges(band)).toBe('0-0 0-0 0-100 100-100');
    expect(band).toMatchObject({ party: 'aws', spoken: '3 AWS' });
    expect(band.labels).toMatchObject([{ kind: 'aws', x: 50, text: '3' }]);
  });

  it('has no number where there is no room for one', () => {
    const band = countsOf(`c${'a'.repeat(19)}`);
    expect(edges(band)).toBe('0-5 5-5 5-100 100-100');
    expect(band.labels.map((label) => label.kind)).toEqual(['aws']);
    expect(band.spoken).toBe('1 yours, 19 AWS');
  });

  it('rounds to hundredths', () => {
    expect(edges(countsOf('csa'))).toBe('0-33.33 33.33-66.67 66.67-100 100-100');
  });

  it('lists the services of each party, with their addresses', () => {
    expect(countsOf('cac').panel.blocks).toEqual([
      {
        kind: 'customer',
        heading: 'Yours in 2 services',
        text: '',
        links: [
          { href: '/services/service-0/', text: 'Service 0' },
          { href: '/services/service-2/', text: 'Service 2' },
        ],
      },
      { kind: 'aws', heading: 'AWS in 1 service', text: '', links: [{ href: '/services/service-1/', text: 'Service 1' }] },
    ]);
  });

  it('says so where no service is left', () => {
    const band = countsOf('');
    expect(edges(band)).toBe('0-0 0-0 0-0 0-0');
    expect(band).toMatchObject({ party: 'mixed', spoken: 'no service', labels: [] });
    expect(band.panel.blocks).toEqual([]);
  });
});

it('draws the layers that it is given names for as in the whole diagram, with a line of their own', () => {
  const split = mapLayers((layer) => cells[layer === 'os' ? 'shared' : 'customer']);
  const layers = names.layers.filter(({ id }) => id === 'os');
  const [only, ...rest] = splitScene({ ...names, layers }, split).bands;
  expect(rest).toEqual([]);
  const whole = splitScene(names, split).bands.find(({ layer }) => layer === 'os');
  expect({ ...only, line: undefined }).toEqual({ ...whole, line: undefined });
  expect(only?.line?.next).toBeUndefined();
});

describe('through the lens of defaults', () => {
  it('a band of one option is its default, told in words', () => {
    const [band] = splitScene(
      names,
      mapLayers(() => cells.shared),
      'defaults',
    ).bands;
    expect(band?.parts.filter(({ x0, x1 }) => x0 < x1)).toEqual([{ kind: 'holds-partly', x0: 0, x1: 100 }]);
    expect(band?.phrases).toEqual([{ kind: 'holds-partly', who: 'Partly', text: 'Partly' }]);
    expect(band?.holds).toEqual({ id: 'partly', name: 'Partly', glyph: 'half-disc' });
  });

  it('a layer that does not exist stays one that does not', () => {
    const [band] = splitScene(
      names,
      mapLayers(() => cells.none),
      'defaults',
    ).bands;
    expect(band?.parts.filter(({ x0, x1 }) => x0 < x1)).toEqual([{ kind: 'holds-none', x0: 0, x1: 100 }]);
    expect(band?.phrases).toEqual([{ kind: 'none', who: "Doesn't apply", text: 'There is none' }]);
  });

  it('many services are counted by default', () => {
    const option = (code: string) => ({
      id: 'default',
      name: 'Default',
      category: 'managed' as const,
      parties: decodeParties('c'.repeat(14)),
      defaults: decodeDefaults(code.repeat(14)),
    });
    const chosen = ['o', 'o', 'd', 'n'].map((code, index): Chosen => {
      const own = option(code);
      return { service: { id: `s${index}`, short: `S${index}`, area: 'compute', options: [own] }, option: own };
    });
    const [band] = countsScene(names, chosen, () => '/', { lens: 'defaults' }).bands;
    expect(band?.spoken).toBe("1 done, 2 open until you close it, 1 doesn't apply");
    expect(band?.parts.filter(({ x0, x1 }) => x0 < x1)).toEqual([
      { kind: 'holds-done', x0: 0, x1: 25 },
      { kind: 'holds-open', x0: 25, x1: 75 },
      { kind: 'holds-none', x0: 75, x1: 100 },
    ]);
    expect(band?.panel.blocks.map(({ heading, links }) => [heading, links.length])).toEqual([
      ['Done in 1 service', 1],
      ['Open until you close it in 2 services', 2],
      ["Doesn't apply in 1 service", 1],
    ]);
  });
});
