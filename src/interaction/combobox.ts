// A field with a list of what it offers, by the pattern for an editable combobox with a list: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { choiceId, drawChoices } from '../drawings/choices.ts';
import type { ChoiceGroup } from '../drawings/choices.ts';
import { isComposing } from './composing.ts';

export interface ComboboxParts {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  /** Says how much is offered. */
  readonly status: HTMLElement;
}

/**
 * Makes the field offer what fits its text, and calls back with what is chosen.
 * @param find returns what is offered for a text
 * @param full what the reader is told instead where nothing can be chosen now, else empty
 */
export function upgradeCombobox(
  { input, list, status }: ComboboxParts,
  find: (text: string) => readonly ChoiceGroup[],
  full: () => string,
  chosen: (key: string) => void,
): void {
  let keys: readonly string[] = [];
  let active: string | undefined;
  let groups: readonly ChoiceGroup[] = [];

  const mark = (key: string | undefined): void => {
    active = key;
    drawChoices(list, groups, key);
    if (key === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', choiceId(key));
      list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  };
  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    groups = [];
    mark(undefined);
    status.textContent = '';
  };
  const open = (): void => {
    const instead = full();
    groups = instead === '' ? find(input.value) : [];
    keys = groups.flatMap(({ choices }) => choices.map(({ key }) => key));
    list.hidden = keys.length === 0;
    input.setAttribute('aria-expanded', String(keys.length > 0));
    mark(undefined);
    status.textContent = instead !== '' ? instead : keys.length === 0 ? 'No service has this name.' : `${keys.length} to choose from`;
  };
  const choose = (key: string): void => {
    input.value = '';
    close();
    chosen(key);
  };

  input.addEventListener('input', open);
  input.addEventListener('click', open);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      // The first closes the list, the next empties the field.
      if (list.hidden) input.value = '';
      close();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const first = input.value.trim() === '' ? undefined : keys[0];
      const key = active ?? (list.hidden ? undefined : first);
      if (key !== undefined) choose(key);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (list.hidden) open();
    const at = active === undefined ? (step > 0 ? -1 : 0) : keys.indexOf(active);
    const key = keys.at((at + step) % keys.length);
    if (key !== undefined) mark(key);
  });
  // The field keeps the focus while the pointer chooses.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const key = target instanceof Element ? target.closest('[data-choice]')?.getAttribute('data-choice') : null;
    if (key) choose(key);
  });
}
