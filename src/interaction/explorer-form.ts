// Reads the explorer's form as a query, fills it from a query and shows beside each choice what it would leave.
import { formatQuery, formatServiceRef, formatSort, parseQuery } from '../model/address.ts';
import type { Nameable } from '../model/address.ts';
import type { ChoiceCounts, Query } from '../model/split/filter.ts';
import { fillApproval } from './explorer-approval.ts';
import { unfoldMore } from './more.ts';

/**
 * Returns the query with what a control says in the place of what stood there. All else stays, as the form cannot hold all that an address can:
 * several services, or the order of a column turned round.
 * @param key the name of the control
 */
export function withChoice(query: Query, key: string, values: FormData, nameable: Nameable): Query {
  const given = new URLSearchParams(formatQuery(query));
  const value = values.get(key);
  if (typeof value === 'string' && value !== '') given.set(key, value);
  else given.delete(key);
  return parseQuery(given.toString(), nameable).query;
}

/** Shows beside each choice how much would match it. The parties are offered once there is a layer to ask about. */
export function markChoices(form: HTMLFormElement, counts: ChoiceCounts): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="category"]')) {
    const shown = radio.parentElement?.querySelector('.n');
    const text = String(counts.category.get(radio.value) ?? 0);
    if (shown && shown.textContent !== text) shown.textContent = text;
  }
  for (const [name, of] of [
    ['area', counts.area],
    ['party', counts.party],
    ['default', counts.default],
  ] as const) {
    const select = selectIn(form, name);
    if (!select) continue;
    if (select.disabled !== (of.size === 0)) select.disabled = of.size === 0;
    for (const option of select.options) {
      const text = of.size === 0 ? (option.dataset['name'] ?? '') : `${option.dataset['name'] ?? ''} (${of.get(option.value) ?? 0})`;
      if (option.textContent !== text) option.textContent = text;
    }
  }
}

const selectIn = (form: HTMLFormElement, name: string): HTMLSelectElement | null => {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLSelectElement ? control : null;
};

/** Sets the form's controls to the query. Changes only those that differ. */
export function fillForm(form: HTMLFormElement, query: Query): void {
  const { filter, layer, sort, lens, unit } = query;
  const chosen = new Map([
    ['category', filter.category ?? ''],
    ['lens', lens],
    ['count', unit],
  ]);
  for (const radio of form.elements) {
    if (!(radio instanceof HTMLInputElement)) continue;
    const checked = radio.value === chosen.get(radio.name);
    if (radio.checked !== checked) radio.checked = checked;
  }
  const wanted = { area: filter.area, layer, party: filter.secured?.party, default: filter.holds?.default };
  for (const [name, value = ''] of Object.entries(wanted)) {
    const select = selectIn(form, name);
    if (select && select.value !== value) select.value = value;
  }
  const order = selectIn(form, 'sort');
  if (order) {
    order.value = formatSort(sort);
    // A reversed order from a column header has no entry in the list, so show the entry of its column.
    if (order.value !== formatSort(sort)) order.value = sort?.by === 'name' ? '' : (sort?.by ?? '');
  }
  fillServices(selectIn(form, 'services'), query);
  if (typeof siteBare === 'undefined') fillApproval(form, query);
  // What is set is shown, and there is nothing to clear where nothing is.
  if (filter.holds !== undefined || filter.services.length > 0) unfoldMore(form, true);
  const clear = form.querySelector<HTMLElement>('[type="reset"]');
  if (clear) clear.hidden = !(isFiltered(query) || (typeof siteBare === 'undefined' && filter.approval !== undefined));
}

function fillServices(select: HTMLSelectElement | null, { filter }: Query): void {
  if (!select) return;
  const [ref] = filter.services;
  // The list has a service's first option under the id of the service alone, as the shortest address does.
  const exact = ref && filter.services.length === 1 ? formatServiceRef(ref) : '';
  if (select.value === exact) return;
  select.value = exact;
  if (select.value !== exact && ref) select.value = ref.service;
}

/** Whether anything is chosen that leaves less than all, or opens a layer. */
const isFiltered = ({ filter: { category, area, services, secured, holds }, layer }: Query): boolean =>
  [category, area, secured, holds, layer].some((each) => each !== undefined) || services.length > 0;
