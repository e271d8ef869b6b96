// What a company adds to a layer: its team beside your phrase, and in the panel a box of its own, apart from what AWS's pages say.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { Band, BandHouse } from '../scenes/split.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

type Rule = BandHouse['rules'][number];

/** Draws the team into the band, behind your phrase, where there is room. */
export function drawOwner<Datum, Parent extends BaseType>(
  band: Selection<BaseType, Datum, Parent, undefined>,
  { house }: Pick<Band, 'house'>,
): void {
  const team = house?.fits === true ? (house.owner ?? '') : '';
  const owners = band
    .select('.words.customer')
    .selectChildren<Element, string>('.owner')
    .data(
      team === '' ? [] : [team],
      keyOf<string>('data-team', (each) => each),
    )
    .join((enter) => {
      const owner = enter.append('span').attr('class', 'owner');
      owner.append('span').attr('class', 'vh').text('Owner: ');
      owner.append('span').attr('class', 'team');
      owner.append('span').attr('class', 'vh').text('. ');
      return owner;
    })
    .attr('data-team', (each) => each);
  owners.each(function fill(each) {
    setText(select(this).select('.team'), each);
  });
}

/** Draws who does your half, above the reasons in a cell of a comparison. */
export function drawWhose<Datum>(box: Selection<BaseType, Datum, null, undefined>, owner = ''): void {
  box
    .selectChildren<Element, string>('.house-owner')
    .data(owner === '' ? [] : [owner])
    .join((enter) => enter.insert('p', '.detail').attr('class', 'house-owner'))
    .text((team) => `Your half: ${team}`);
}

/** Draws the company's box into the panel, before what AWS's pages say in detail, or above the lists of many services. */
export function drawHouse(panel: Selection<BaseType, Band, null, undefined>, { house, kind }: Band): void {
  panel.selectChildren(`.tl-house:not([data-above="${kind}"])`).remove();
  const box = panel
    .selectChildren<Element, BandHouse>('.tl-house')
    .data(house === undefined ? [] : [house])
    .join((enter) => {
      const made = enter
        .insert('div', kind === 'words' ? '.panel-foot' : '.panel-blocks')
        .attr('class', 'tl-house')
        .attr('data-above', kind);
      made.append('p').attr('class', 'house-head');
      made.append('p').attr('class', 'house-owner');
      made.append('ul');
      return made;
    });
  box.each(function fill({ by, owner = '', rules }) {
    const each = select(this);
    setText(each.select('.house-head'), by);
    each.select('.house-owner').attr('hidden', owner === '' ? '' : null);
    setText(each.select('.house-owner'), `Your half: ${owner}`);
    const items = each
      .select('ul')
      .attr('hidden', rules.length === 0 ? '' : null)
      .selectChildren<Element, Rule>('li')
      .data(rules)
      .join('li');
    items.each(function write({ text, link }) {
      const item = select(this);
      item.text(link === undefined ? text : `${text} `);
      if (link !== undefined) item.append('a').attr('href', link).text('More on this rule');
    });
  });
}
