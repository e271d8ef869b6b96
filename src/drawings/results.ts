// Draws the results of the search into the dialog: options in the listbox, links in the status line.
import { creator, select } from 'd3-selection';
import type { BaseType } from 'd3-selection';
import type { FingerprintPath } from '../scenes/fingerprint.ts';
import type { Strip } from '../scenes/result.ts';
import type { PlacedResult, ResultGroup, ResultsScene } from '../scenes/results.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** An inline element with text. */
interface Inline {
  readonly tag: 'span' | 'mark' | 'a';
  readonly text: string;
  readonly href?: string;
  /** For ears, where eyes read it elsewhere. */
  readonly only?: 'spoken';
}

/**
 * Draws the scene into the dialog. Drawing twice changes nothing.
 * @param root contains the field `input[name="q"]`, `.found-told`, `.found-forget`, `.answer`, the listbox `.found` with a `[data-found]` for each group,
 *   and the filters
 * @param drawCard draws the card of the answer into its box; left out until the answers are loaded, before which there is no card
 */
export function drawResults(root: Element, scene: ResultsScene, drawCard?: (box: Element, card: ResultsScene['card']) => void): void {
  const results = scene.groups.flatMap((group) => group.results);
  select(root)
    .select('input[name="q"]')
    .attr('aria-expanded', String(results.length > 0))
    .attr('aria-activedescendant', results.find(({ selected }) => selected)?.id ?? null);
  select(root)
    .select('.found')
    .attr('hidden', results.length > 0 ? null : '');
  select(root)
    .selectAll<Element, ResultGroup>('[data-found]')
    .data(
      scene.groups,
      keyOf<ResultGroup>('data-found', ({ name }) => name),
    )
    .each(function draw(group) {
      drawGroup(this, group);
      if (group.name === 'recent')
        select(root)
          .select('.found-forget')
          .attr('hidden', group.results.length > 0 ? null : '');
    });
  const box = root.querySelector('.answer');
  if (box) drawCard?.(box, scene.card);
  const status = root.querySelector('.found-told');
  if (status) drawInline(status, statusLine(scene));
  select(root)
    .select('[data-again]')
    .attr('hidden', scene.incomplete ? null : '');
  drawCounts(root, scene);
}

function drawGroup(list: Element, { results }: ResultGroup): void {
  list.parentElement?.toggleAttribute('hidden', results.length === 0);
  select(list)
    .selectChildren<Element, PlacedResult>('a')
    .data(results, ({ href }) => href)
    .join((enter) => {
      const option = enter.append('a').attr('role', 'option').attr('tabindex', '-1');
      option.append('strong');
      option.append('span').attr('class', 'excerpt');
      return option;
    })
    .attr('id', ({ id }) => id)
    .attr('href', ({ href }) => href)
    .attr('class', ({ nested, strip }) => (nested ? 'sub' : strip === undefined ? null : 'printed'))
    .attr('aria-selected', ({ selected }) => String(selected))
    .each(function fill({ title, kind, excerpt, strip }) {
      const option = select(this);
      option
        .selectChildren<Element, Strip>('svg')
        .data(strip ? [strip] : [])
        .join((enter) => enter.insert<Element>('svg', 'strong').attr('class', 'fp').attr('aria-hidden', 'true'))
        .attr('viewBox', ({ box }) => box)
        .selectChildren<Element, FingerprintPath>('path')
        .data(({ paths }) => paths)
        .join('path')
        .attr('class', ({ kind }) => kind)
        .attr('d', ({ d }) => d);
      setText(option.select('strong'), title);
      option
        .selectChildren('small')
        .data(kind === '' ? [] : [kind])
        .join((enter) => enter.insert('small', '.excerpt'))
        .text((text) => ` ${text}`);
      const box = this.querySelector('.excerpt');
      if (box)
        drawInline(
          box,
          excerpt.map(({ text, marked }) => ({ tag: marked ? 'mark' : 'span', text })),
        );
    });
}

/** Returns the status, the suggestions and the lists as one line. */
function statusLine({ card, status, suggestions, lists }: ResultsScene): Inline[] {
  const text = (words: string): Inline => ({ tag: 'span', text: words });
  const links = (all: ResultsScene['lists'], between: string): Inline[] =>
    all.flatMap((link, index) => [...(index === 0 ? [] : [text(between)]), { tag: 'a', ...link }]);
  return [
    ...(card ? [{ ...text(`${card.spoken} `), only: 'spoken' } as const] : []),
    ...(status === '' ? [] : [text(status)]),
    ...(suggestions.length === 0 ? [] : [text(' Did you mean '), ...links(suggestions, ', '), text('?')]),
    ...(lists.length === 0 ? [] : [text(' '), ...links(lists, ' or '), text('.')]),
  ];
}

/** Sets only texts that differ, because screen readers announce a text that is set again. */
function drawInline(parent: Element, all: readonly Inline[]): void {
  select(parent)
    .selectChildren<Element, Inline | undefined>()
    .data(all, (inline, index) => `${index} ${inline?.tag ?? ''}`)
    .join((enter) =>
      enter.append(function create({ tag }) {
        return creator(tag).call(this);
      }),
    )
    .attr('href', ({ href }) => href ?? null)
    .attr('class', ({ only }) => (only === undefined ? null : 'vh'))
    .each(function fill({ text }) {
      setText(select<BaseType, unknown>(this), text);
    });
}

/** Fills each filter with its choices, beside each the number of pages that match it. A choice stays, so that a filter keeps what is chosen. */
function drawCounts(root: Element, { filterCounts }: ResultsScene): void {
  if (!filterCounts) return;
  for (const filter of root.querySelectorAll('select[data-filter]')) {
    const counts = filterCounts[filter.getAttribute('data-filter') ?? ''] ?? {};
    select(filter)
      .selectChildren<Element, string>('[data-name]')
      .data(
        Object.keys(counts),
        keyOf<string>('data-name', (name) => name),
      )
      .enter()
      .append('option')
      .attr('value', (name) => name)
      .attr('data-name', (name) => name);
    for (const choice of filter.querySelectorAll('[data-name]')) {
      const name = choice.getAttribute('data-name') ?? '';
      setText(select<BaseType, unknown>(choice), `${name} (${counts[name] ?? 0})`);
    }
  }
}
