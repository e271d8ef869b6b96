import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { moveSelection, noResults, resultsScene } from '../scenes/results.ts';
import type { Answers, ResultsScene } from '../scenes/results.ts';
import type { Result } from '../scenes/result.ts';
import { drawResults } from './results.ts';

const groups = ['best', 'passages', 'recent', 'pages'].map((name) => `<div role="group" hidden><div data-found="${name}"></div></div>`);
const markup = `<input name="q"><select data-filter="kind"><option value="">Any kind</option></select>
<p class="found-told" role="status"><span data-missing hidden>The search could not be loaded.</span></p><p class="found-forget" hidden></p>
<div class="found" hidden>${groups.join('')}</div>`;

function dialog(): Element {
  const { document } = parseHTML(`<!doctype html><html><body><dialog>${markup}</dialog></body></html>`);
  const root = document.querySelector('dialog');
  if (!root) throw new Error('linkedom did not parse the dialog');
  return root;
}
function drawn(...scenes: readonly ResultsScene[]): string {
  const root = dialog();
  for (const each of scenes) drawResults(root, each);
  return root.innerHTML;
}
/** Returns the markup with sorted attributes, because an attribute that was removed and set again changes its position. */
const inOrder = (html: string): string =>
  html.replace(
    /(?<=<[a-z]+)(?: [a-z-]+(?:="[^"]*")?)+(?=>)/gu,
    (attributes) =>
      attributes
        .match(/ [a-z-]+(?:="[^"]*")?/gu)
        ?.sort()
        .join('') ?? '',
  );
const result = (href: string, more: Partial<Result> = {}): Result => ({
  href,
  title: `Title of ${href}`,
  kind: 'Database · Managed',
  excerpt: [{ text: 'Keeps <b>parcels</b>.', marked: false }],
  nested: false,
  ...more,
});
const scene = (answers: Partial<Answers>, before = noResults): ResultsScene =>
  resultsScene({ query: 'rds', pageCount: 0, suggested: [], missing: [], complete: true, ...answers }, before);

const marked = [
  { text: 'Who ', marked: false },
  { text: 'patches', marked: true },
  { text: ' it?', marked: false },
];
const full = scene({
  best: [result('/services/a/'), result('/services/b/', { kind: '' })],
  passages: [result('/guide/#c')],
  recent: [],
  pages: [result('/d/', { excerpt: marked }), result('/d/#e', { kind: '', excerpt: marked, nested: true })],
  pageCount: 2,
  filterCounts: { kind: { Guide: 2, Service: 0 } },
});
const suggested = ['Aurora', 'Athena'].map((short) => ({ url: `/services/${short}/`, short, kind: '', names: [], what: '', options: [] }));
const empty = scene({ best: [], passages: [], recent: [], pages: [], suggested });
const recent = scene({ query: '', best: [], passages: [], pages: [], recent: [result('/services/b/', { kind: '', excerpt: [] })] });

describe('the results of the search', () => {
  it('are options in the groups of the listbox', () => {
    expect(drawn(moveSelection(full, 1))).toMatchSnapshot();
  });
  it('are empty, and the status line offers other links', () => {
    expect(drawn(empty)).toMatchSnapshot();
    const root = dialog();
    drawResults(root, empty);
    expect(root.querySelector('.found-told')?.textContent).toBe(
      'Nothing found for “rds”. Did you mean Aurora, Athena? See all services, A to Z or by area.',
    );
  });
  it('keep the room of a strip, and draw it once it is known', () => {
    const strip = { box: '0 0 28 55', paths: [{ kind: 'customer', d: 'M0 0H13V3H0z' }] };
    const printed = (known: boolean): ResultsScene =>
      scene({ best: [result('/services/a/', { strip: known ? strip : null }), result('/guide/')], passages: [], recent: [], pages: [] });
    const root = dialog();
    const seen = (): string[] =>
      [...root.querySelectorAll('[data-found="best"] a')].map(
        (a) => `${a.getAttribute('class') ?? ''} ${a.querySelectorAll('svg path').length}`,
      );
    drawResults(root, printed(false));
    expect(seen()).toEqual(['printed 0', ' 0']);
    for (const again of [1, 2]) {
      drawResults(root, printed(true));
      expect(seen(), `drawn ${again} times`).toEqual(['printed 1', ' 0']);
    }
  });
  it('show text as text', () => {
    expect(drawn(full)).toContain('Keeps &lt;b&gt;parcels&lt;/b&gt;.');
  });
  it('are the same however they were reached', () => {
    for (const wanted of [full, empty, recent, moveSelection(full, -1)].map((each) => ({ ...each, filterCounts: full.filterCounts }))) {
      const once = inOrder(drawn(wanted));
      for (const before of [full, empty, recent, moveSelection(full, 1), wanted]) expect(inOrder(drawn(before, wanted))).toBe(once);
    }
  });
  it('keep their elements while others come and go', () => {
    const root = dialog();
    drawResults(root, full);
    const link = root.querySelector('a[href="/services/b/"]');
    drawResults(root, scene({ best: [result('/services/b/')] }, full));
    expect(root.querySelector('a[href="/services/b/"]')).toBe(link);
    expect(link?.id).toBe('tl-found-best-0');
  });
  it('set on the field whether there are any, and which is selected', () => {
    const root = dialog();
    const told = (): (string | null | undefined)[] =>
      ['aria-expanded', 'aria-activedescendant'].map((name) => root.querySelector('input')?.getAttribute(name));
    drawResults(root, full);
    expect(told()).toEqual(['true', null]);
    drawResults(root, moveSelection(full, -1));
    expect(told()).toEqual(['true', 'tl-found-pages-1']);
    drawResults(root, empty);
    expect(told()).toEqual(['false', null]);
  });
  it('offer to forget recently opened pages if some are shown', () => {
    const root = dialog();
    const hidden = (): boolean | undefined => root.querySelector('.found-forget')?.hasAttribute('hidden');
    drawResults(root, recent);
    expect(hidden()).toBe(false);
    drawResults(root, full);
    expect(hidden()).toBe(true);
  });
  it('are counted beside each choice of a filter, which comes with the first count and stays', () => {
    const root = dialog();
    const choices = (): (string | null)[] => [...root.querySelectorAll('option')].map((option) => option.textContent);
    drawResults(root, recent);
    expect(choices()).toEqual(['Any kind']);
    drawResults(root, full);
    expect(choices()).toEqual(['Any kind', 'Guide (2)', 'Service (0)']);
    drawResults(root, { ...full, filterCounts: { kind: { Guide: 1 } } });
    expect(choices()).toEqual(['Any kind', 'Guide (1)', 'Service (0)']);
  });
});
