// What the explorer says of what is left: how much of it is counted, or which conditions to drop where nothing meets them all.
import { drawDrops } from '../drawings/drops.ts';
import type { Drop } from '../drawings/drops.ts';
import { drawSentence } from '../drawings/sentence.ts';
import { optionHref } from '../model/address.ts';
import { describeHolds, describeUnit, setFilters, setFiltersAndDecision, withoutFilter } from '../model/split/describe-filter.ts';
import { countLeft, countedIn, nameChosen } from '../model/split/filter.ts';
import type { Chosen, Outline, Query } from '../model/split/filter.ts';
import type { Names } from '../model/split/names.ts';

/** Says what is left of all services, and hides what would be empty where nothing is. */
export function announce(root: HTMLElement, chosen: readonly Chosen[], services: readonly Outline[], query: Query, names: Names): void {
  const { filter, unit } = query;
  const status = root.querySelector('[data-status]');
  const none = chosen.length === 0;
  for (const part of root.querySelectorAll('[data-some]')) part.toggleAttribute('data-none', none);
  const drops = root.querySelector<HTMLElement>('[data-drops]');
  if (drops) {
    drops.hidden = !none;
    drawDrops(drops, none ? dropsOf(services, query, names) : []);
  }
  if (!status) return;
  const [only] = chosen;
  if (only && filter.services.length === 1 && chosen.length === 1)
    drawSentence(status, [{ text: `${nameChosen(only)} · ` }, { text: 'open its page', href: optionHref(only.service, only.option.id) }]);
  else if (none) drawSentence(status, [{ text: 'Nothing meets all your filters. Drop one of them:' }]);
  else {
    const counted = describeUnit(chosen, services, unit);
    drawSentence(status, [{ text: filter.holds === undefined ? counted : `${counted}. ${describeHolds(filter.holds, names)}` }]);
  }
}

/** Each condition without which something is left, the most first, and the other unit where that is enough. */
function dropsOf(services: readonly Outline[], { filter, unit }: Query, names: Names): Drop[] {
  const ways = unit === 'ways' ? 0 : countLeft(services, filter, 'ways');
  const drops = (typeof siteBare === 'undefined' ? setFiltersAndDecision : setFilters)(filter, names)
    .map((set) => ({ ...set, left: countLeft(services, withoutFilter(filter, set.key), unit) }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left);
  return [
    ...(ways === 0 ? [] : [{ key: 'count', text: `Count all ways to run services: ${countedIn('ways', ways)}` }]),
    ...drops.map(({ key, value, left }) => ({ key, text: `Without “${value}”: ${countedIn(unit, left)}` })),
    ...(ways === 0 && drops.length === 0 ? [{ key: 'all', text: 'Without any filter' }] : []),
  ];
}
