// The explorer's filter by what the company has decided on a service, which the form offers where the site has an overlay.
import { approvalIds } from '../model/organization/house.ts';
import { countLeft } from '../model/split/filter.ts';
import type { Outline, Query } from '../model/split/filter.ts';

const selectIn = (form: HTMLFormElement): HTMLSelectElement | undefined => {
  const control = form.elements.namedItem('approval');
  return control instanceof HTMLSelectElement ? control : undefined;
};

/** Shows what the query says. */
export function fillApproval(form: HTMLFormElement, { filter }: Query): void {
  const select = selectIn(form);
  const value = filter.approval ?? '';
  if (select && select.value !== value) select.value = value;
}

/** Shows beside each choice how much would match it, with everything else as it is. */
export function markApprovals(form: HTMLFormElement, services: readonly Outline[], { filter, unit }: Query): void {
  for (const option of selectIn(form)?.options ?? []) {
    const approval = approvalIds.find((id) => id === option.value);
    const text = `${option.dataset['name'] ?? ''} (${countLeft(services, { ...filter, approval }, unit)})`;
    if (option.textContent !== text) option.textContent = text;
  }
}
