import { describe, expect, it } from 'vitest';
import { getCatalog } from '../content.ts';
import { finderData } from '../model/finder-data.ts';
import { layerLines } from '../model/passages.ts';
import { makePassages } from './passages.ts';

const catalog = getCatalog();
const lines = layerLines(catalog);
const passages = makePassages(
  { layers: lines, headings: [['/guide/your-data/#choose-the-region', 'Your data', 'Choose the Region']] },
  finderData(catalog),
);
const any = (): boolean => true;

describe('passages', () => {
  it('hold each own cell once, and none that a whole category shares', () => {
    const own = catalog.services.flatMap((service) => {
      const cells = service.options.flatMap((option) => Object.values(option.split).filter(({ origin }) => origin !== 'category'));
      return [...new Set(cells.map(({ cell }) => cell))];
    });
    expect(lines).toHaveLength(own.length);
    expect(new Set(lines.map(([entry, option, layer]) => `${entry} ${option} ${layer}`)).size).toBe(lines.length);
  });

  it('need every telling word, and lead to the layer that says it', () => {
    const [first] = passages.find('the rehearse restore', any);
    expect(first?.text).toMatch(/rehearse/iu);
    expect(first?.href).toMatch(/layer=backup$/u);
    expect(passages.find('rehearse zebra', any)).toEqual([]);
    expect(passages.find('', any)).toEqual([]);
    expect(passages.find('qqxzv', any)).toEqual([]);
  });

  it('lead to headings of the lesson, and leave out what a filter leaves out', () => {
    expect(passages.find('choose region', (kind) => kind === 'Guide')).toEqual([
      { href: '/guide/your-data/#choose-the-region', title: 'Choose the Region', kind: 'Guide', text: 'Your data' },
    ]);
    expect(passages.find('rehearse', () => false)).toEqual([]);
  });
});
