import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { HouseData } from '../model/organization/house.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { withHouse, withHouses } from '../scenes/house.ts';
import { countsScene, splitScene } from '../scenes/split.ts';
import { drawSplit } from './split.ts';

const common = { detail: 'x', source: ['https://docs.aws.amazon.com/x'] };
const cells = mapLayers((): Cell => ({ party: 'customer', default: 'yours', you: 'Do it', ...common }));
const names = { layers: [{ id: 'backup', name: 'Backup', question: 'Who?' }], parties, defaults } as const;
const scene = splitScene(names, cells);
const house: HouseData = {
  name: 'Example <Corp>',
  owners: { layers: { backup: 'Team <b>' }, categories: {}, services: {} },
  rules: [
    { layer: 'backup', text: 'Keep <i>35</i> days.', link: 'https://wiki.example.com/' },
    { layer: 'backup', text: 'Rehearse.' },
  ],
};

function drawn(...houses: readonly (HouseData | undefined)[]): { readonly list: Element; readonly texts: (selector: string) => string[] } {
  const list = parseHTML('<!doctype html><html><body><ol></ol></body></html>').document.querySelector('ol');
  if (!list) throw new Error('linkedom made no list');
  for (const each of houses) drawSplit(list, withHouse(scene, each, 'x', 'managed'), { duration: 0, group: 'layer', panel: 'all' });
  return { list, texts: (selector) => [...list.querySelectorAll(selector)].map(({ textContent }) => textContent) };
}

it('draws team and rules as text, the box of the company before the details of AWS', () => {
  const { list, texts } = drawn(house);
  expect(texts('.words.customer')).toEqual(['You: Do it. Owner: Team <b>. ']);
  expect(texts('.house-head')).toEqual(['Example <Corp>']);
  expect(texts('.house-owner')).toEqual(['Your half: Team <b>']);
  expect(texts('.tl-house li')).toEqual(['Keep <i>35</i> days. More on this rule', 'Rehearse.']);
  expect(list.querySelector('.tl-house a')?.getAttribute('href')).toBe('https://wiki.example.com/');
  expect([...(list.querySelector('.panel')?.children ?? [])].map(({ className }) => className)).toEqual([
    'panel-head',
    'panel-blocks',
    'tl-house',
    'panel-foot',
  ]);
});

it('draws the same twice, and nothing where nothing is said any more', () => {
  expect(drawn(house, house).list.innerHTML).toBe(drawn(house).list.innerHTML);
  expect(drawn(house, undefined).list.innerHTML).toBe(drawn(undefined).list.innerHTML);
});

it('leaves out what is not said', () => {
  const { list } = drawn({ ...house, rules: [] });
  expect(list.querySelector('.tl-house ul')?.hasAttribute('hidden')).toBe(true);
  expect(
    drawn({ ...house, owners: { layers: {}, categories: {}, services: {} } })
      .list.querySelector('.house-owner')
      ?.hasAttribute('hidden'),
  ).toBe(true);
});

it('puts the box above the lists of several services, and back below the blocks of one', () => {
  const { list } = drawn();
  const way = {
    service: { id: 'x', short: 'X' },
    option: { id: 'default', category: 'managed', parties: mapLayers(() => 'customer' as const) },
  } as const;
  const counts = withHouses(
    countsScene(names, [], () => ''),
    house,
    [way],
    'all',
  );
  const parts = (): string[] => [...(list.querySelector('.panel')?.children ?? [])].map(({ className }) => className);
  const options = { duration: 0, group: 'layer', panel: 'all' } as const;
  for (const twice of [1, 2]) {
    drawSplit(list, counts, options);
    expect(parts(), String(twice)).toEqual(['panel-head', 'tl-house', 'panel-blocks', 'panel-foot']);
  }
  expect(list.querySelector('.house-owner')?.textContent).toBe('Your half: Team <b>');
  drawSplit(list, withHouse(scene, house, 'x', 'managed'), options);
  expect(parts()).toEqual(['panel-head', 'panel-blocks', 'tl-house', 'panel-foot']);
});
