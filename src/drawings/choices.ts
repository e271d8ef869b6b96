// What a field offers to choose: options under the name of their service, or a service that is its own only option.
import { select } from 'd3-selection';
import { setText } from './text.ts';

export interface Choice {
  /** `amazon-eks.auto-mode` */
  readonly key: string;
  readonly text: string;
}

export interface ChoiceGroup {
  /** Empty for a service that is its own only option. */
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** The id of a choice, which the field names while the keys are on it. */
export const choiceId = (key: string): string => `choice-${key.replaceAll('.', '-')}`;

/**
 * Draws the groups into a listbox. Drawing twice changes nothing.
 * @param active the key of the choice that the keys are on; undefined for none
 */
export function drawChoices(list: Element, groups: readonly ChoiceGroup[], active: string | undefined): void {
  const all = select(list)
    .selectChildren<Element, ChoiceGroup>('div')
    .data(groups)
    .join((enter) => {
      const group = enter.append('div').attr('role', 'group');
      group.append('p').attr('role', 'presentation');
      return group;
    })
    .attr('aria-label', ({ name, choices }) => (name === '' ? (choices[0]?.text ?? '') : name));
  all.each(function fill({ name, choices }) {
    const group = select(this);
    setText(group.select('p').attr('hidden', name === '' ? '' : null), name);
    group
      .selectChildren<Element, Choice>('[role="option"]')
      .data(choices)
      .join((enter) => enter.append('div').attr('role', 'option'))
      .attr('id', ({ key }) => choiceId(key))
      .attr('data-choice', ({ key }) => key)
      .attr('aria-selected', ({ key }) => String(key === active))
      .text(({ text }) => text);
  });
}
