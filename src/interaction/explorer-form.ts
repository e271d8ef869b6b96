// Reads the explorer's form as a query, fills it from a query and shows the number of services beside each choice.
import { formatServiceRef, formatSort, parseQuery } from '../model/address.ts';
import type { Nameable } from '../model/address.ts';
import type { ChoiceCounts, Filter, Query } from '../model/split/filter.ts';

/** Returns the query that the values of the form's controls describe. */
export function readForm(values: FormData, nameable: Nameable): Query {
  const given = new URLSearchParams();
  for (const key of ['category', 'area', 'services', 'layer', 'party', 'default', 'sort', 'lens']) {
    const value = values.get(key);
    if (typeof value === 'string' && value !== '') given.set(key, value);
  }
  return parseQuery(given.toString(), nameable).query;
}

/** Shows beside each choice how many services would match it. The parties are disabled until there is a layer to ask about. */
export function markChoices(form: HTMLFormElement, counts: ChoiceCounts): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    const of = radio.name === 'category' ? counts.category : radio.name === 'area' ? counts.area : counts.party;
    const count = of.get(radio.value);
    const shown = radio.parentElement?.querySelector('.n');
    const text = count === undefined ? '' : String(count);
    if (shown && shown.textContent !== text) shown.textContent = text;
    if (radio.name === 'party' && radio.value !== '') radio.disabled = count === undefined;
  }
  for (const option of form.querySelectorAll<HTMLOptionElement>('select[name="default"] option')) {
    const text = `${option.dataset['name'] ?? ''} (${counts.default.get(option.value) ?? 0})`;
    if (option.textContent !== text) option.textContent = text;
  }
}

/** The filters that are set, by the names of their controls: what a reader may remove where nothing is left. */
export function setFilters({ category, area, services, secured, holds }: Filter): string[] {
  return [
    ...(category === undefined ? [] : ['category']),
    ...(area === undefined ? [] : ['area']),
    ...(secured === undefined ? [] : ['who secures it']),
    ...(holds === undefined ? [] : ['if you do nothing']),
    ...(services.length === 0 ? [] : ['one service']),
  ];
}

/** Sets the form's controls to the query. Changes only those that differ. */
export function fillForm(form: HTMLFormElement, { filter, layer, sort, lens }: Query): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    const wanted = { category: filter.category, area: filter.area, party: filter.secured?.party, lens }[radio.name] ?? '';
    const checked = radio.value === wanted;
    if (radio.checked !== checked) radio.checked = checked;
  }
  const layers = form.querySelector<HTMLSelectElement>('select[name="layer"]');
  if (layers) layers.value = layer ?? '';
  const defaults = form.querySelector<HTMLSelectElement>('select[name="default"]');
  if (defaults) defaults.value = filter.holds?.default ?? '';
  const order = form.elements.namedItem('sort');
  if (order instanceof HTMLSelectElement) {
    order.value = formatSort(sort);
    // A reversed order from a column header has no entry in the list, so show the entry of its column.
    if (order.value !== formatSort(sort)) order.value = sort?.by === 'name' ? '' : (sort?.by ?? '');
  }
  const select = form.querySelector<HTMLSelectElement>('select[name="services"]');
  const [ref] = filter.services;
  if (!select) return;
  // The list has a service's first option under the id of the service alone, as the shortest address does.
  const exact = ref && filter.services.length === 1 ? formatServiceRef(ref) : '';
  if (select.value === exact) return;
  select.value = exact;
  if (select.value !== exact && ref) select.value = ref.service;
}
