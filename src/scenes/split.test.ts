import { describe, expect, it } from 'vitest';
import type { Chosen } from '../model/split/filter.ts';
import type { Cell } from '../model/record/schema.ts';
import { decodeParties } from '../model/split/counts.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { PartyId } from '../model/vocabulary.ts';
import { caseScene, cellWords, countsScene, splitScene } from './split.ts';
import type { Band, LayerText } from './split.ts';

const layers: readonly LayerText[] = [
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
  { id: 'data', name: 'Customer data', question: 'Who deletes it?' },
];
const common = { detail: 'That is so.', source: 'https://docs.aws.amazon.com/x/' };
const cells: Readonly<Record<PartyId, Cell>> = {
  customer: { party: 'customer', you: 'Patch it', ...common },
  shared: { party: 'shared', you: 'Choose a window', aws: 'Patches in it', ...common },
  aws: { party: 'aws', aws: 'Patches it', ...common },
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
      layers,
      mapLayers(() => cell),
    ).bands,
  );
/** Left edges: yours, shared, AWS's, not there. */
const edges = (band: Band): number[] => band.parts.map((part) => part.x);

describe('the diagram of one option', () => {
  it('has a band for each layer, in the order given', () => {
    expect(
      splitScene(
        layers,
        mapLayers(() => cells.aws),
      ).bands.map((band) => band.layer),
    ).toEqual(['os', 'data']);
  });

  it('gives a whole band to one party, and leaves the others outside', () => {
    expect(edges(bandOf(cells.customer))).toEqual([-12, 112, 112, 112]);
    expect(edges(bandOf(cells.aws))).toEqual([112, 112, -12, 112]);
    expect(edges(bandOf(cells.none))).toEqual([112, 112, 112, -12]);
  });

  it('cuts a shared band in the middle, between you and AWS', () => {
    const band = bandOf(cells.shared);
    expect(edges(band)).toEqual([-12, 112, 50, 112]);
    expect(band).toMatchObject({ kind: 'words', party: 'shared', spoken: 'Shared', labels: [] });
  });

  it('lists the parts in one order, whatever the party: an edge must find its element again', () => {
    for (const cell of Object.values(cells))
      expect(bandOf(cell).parts.map((part) => part.party)).toEqual(['customer', 'shared', 'aws', 'none']);
  });

  it('says the same in its panel as on its band, with detail and source', () => {
    expect(bandOf(cells.shared).panel).toEqual({
      question: 'Who patches it?',
      blocks: [
        { party: 'customer', heading: 'You', text: 'Choose a window', links: [] },
        { party: 'aws', heading: 'AWS', text: 'Patches in it', links: [] },
      ],
      detail: 'That is so.',
      source: 'https://docs.aws.amazon.com/x/',
    });
  });
});

describe('the words of a cell', () => {
  it('are one or two phrases, each with its speaker', () => {
    expect(cellWords(cells.customer)).toEqual([{ party: 'customer', who: 'You', text: 'Patch it' }]);
    expect(cellWords(cells.shared).map((words) => words.who)).toEqual(['You', 'AWS']);
    expect(cellWords(cells.none)).toEqual([{ party: 'none', who: 'Not there', text: 'There is none' }]);
  });

  it('name the third party', () => {
    expect(cellWords({ party: 'aws', aws: 'Patches it', with: 'Red Hat', ...common })).toEqual([
      { party: 'aws', who: 'AWS with Red Hat', text: 'Patches it' },
    ]);
  });
});

describe('the diagram of many services', () => {
  /** One service for each letter, whose operating system falls to that party. */
  const services = (letters: string): Chosen[] =>
    Array.from(letters, (letter, index) => {
      const option = { id: 'default', name: 'Default', category: 'managed' as const, parties: decodeParties(letter.repeat(14)) };
      return { service: { id: `service-${index}`, short: `Service ${index}`, area: 'compute', options: [option] }, option };
    });
  const countsOf = (letters: string): Band =>
    first(countsScene(layers, services(letters), ({ service }) => `/services/${service.id}/`).bands);

  it('cuts a band in proportion to the counts', () => {
    const band = countsOf('ccssssaan' + 'n');
    expect(edges(band)).toEqual([-12, 20, 60, 80]);
    expect(band.labels.map(({ party, x, text }) => ({ party, x, text }))).toEqual([
      { party: 'customer', x: 10, text: '2' },
      { party: 'shared', x: 40, text: '4' },
      { party: 'aws', x: 70, text: '2' },
      { party: 'none', x: 90, text: '2' },
    ]);
    expect(band).toMatchObject({ kind: 'counts', party: 'mixed', spoken: '2 yours, 4 shared, 2 AWS, 2 not there', words: [] });
  });

  it('skips a party with nothing', () => {
    const band = countsOf('caaa');
    expect(edges(band)).toEqual([-12, 112, 25, 112]);
    expect(band.labels.map((label) => [label.party, label.x])).toEqual([
      ['customer', 12.5],
      ['aws', 62.5],
    ]);
  });

  it('gives the whole band to the one party all share', () => {
    const band = countsOf('aaa');
    expect(edges(band)).toEqual([112, 112, -12, 112]);
    expect(band).toMatchObject({ party: 'aws', spoken: '3 AWS' });
    expect(band.labels).toMatchObject([{ party: 'aws', x: 50, text: '3' }]);
  });

  it('has no number where there is no room for one', () => {
    const band = countsOf(`c${'a'.repeat(19)}`);
    expect(edges(band)).toEqual([-12, 112, 5, 112]);
    expect(band.labels.map((label) => label.party)).toEqual(['aws']);
    expect(band.spoken).toBe('1 yours, 19 AWS');
  });

  it('rounds to hundredths', () => {
    expect(edges(countsOf('csa'))).toEqual([-12, 33.33, 66.67, 112]);
  });

  it('lists the services of each party, with their addresses', () => {
    expect(countsOf('cac').panel.blocks).toEqual([
      {
        party: 'customer',
        heading: 'Yours in 2 services',
        text: '',
        links: [
          { href: '/services/service-0/', text: 'Service 0' },
          { href: '/services/service-2/', text: 'Service 2' },
        ],
      },
      { party: 'aws', heading: 'AWS in 1 service', text: '', links: [{ href: '/services/service-1/', text: 'Service 1' }] },
    ]);
  });

  it('says so where no service is left', () => {
    const band = countsOf('');
    expect(edges(band)).toEqual([112, 112, 112, 112]);
    expect(band).toMatchObject({ party: 'mixed', spoken: 'no service', labels: [] });
    expect(band.panel.blocks).toEqual([]);
  });
});

describe('caseScene', () => {
  it('marks the layers that failed, for eyes and ears, and changes nothing else', () => {
    const split = mapLayers((layer) => cells[layer === 'os' ? 'shared' : 'customer']);
    const marked = caseScene(layers, split, ['os']).bands;
    expect(marked.map(({ layer, lit, spoken }) => ({ layer, lit, spoken }))).toEqual([
      { layer: 'os', lit: true, spoken: 'Shared, and here it failed' },
      { layer: 'data', lit: false, spoken: 'Yours' },
    ]);
    expect(marked.map(({ words, parts, panel }) => ({ words, parts, panel }))).toEqual(
      splitScene(layers, split).bands.map(({ words, parts, panel }) => ({ words, parts, panel })),
    );
  });
});
