// Draws what was found in a reader's files: boxes to tick, questions, and lists that are folded.
import { select } from 'd3-selection';
import type { FoundChoice, FoundPart, FoundQuestion, FoundScene } from '../scenes/found.ts';
import { setText } from './text.ts';

/**
 * Draws the scene. Drawing twice changes nothing, not even a box that was ticked since.
 * @param root contains `[data-part]` for "members", "asks", "weak" and "rest"
 */
export function drawFound(root: Element, scene: FoundScene): void {
  drawChoices(root.querySelector('[data-part="members"]'), scene.members);
  drawChoices(root.querySelector('[data-part="weak"]'), scene.weak);
  select(root)
    .select('[data-part="asks"]')
    .selectChildren<Element, FoundQuestion>('fieldset')
    .data(scene.asks, questionKey)
    .join((enter) => {
      const question = enter.append('fieldset').attr('data-key', ({ key }) => key);
      question.append('legend');
      question.append('p').attr('class', 'intake-places');
      question.append('ul').attr('role', 'list');
      return question;
    })
    .each(function fill({ title, note, choices }) {
      setText(select(this).select('legend'), title);
      setText(select(this).select('p'), note);
      drawChoices(this, choices);
    });
  select(root)
    .select('[data-part="rest"]')
    .selectChildren<Element, FoundPart>('details')
    .data(scene.parts)
    .join((enter) => {
      const part = enter.append('details');
      part.append('summary');
      part.append('p');
      part.append('ul');
      return part;
    })
    .attr('data-of', ({ id }) => id)
    .attr('open', ({ open }) => (open ? '' : null))
    .each(function fill({ title, what, lines }) {
      setText(select(this).select('summary'), title);
      setText(select(this).select('p'), what);
      select(this)
        .select('ul')
        .selectChildren('li')
        .data(lines)
        .join('li')
        .text((line) => line);
    });
}

function questionKey(this: unknown, question: FoundQuestion): string {
  return question.key;
}

/** A list of boxes; its own box is away where there are none. */
function drawChoices(box: Element | null, choices: readonly FoundChoice[]): void {
  if (!box) return;
  select(box).attr('hidden', choices.length > 0 ? null : '');
  select(box)
    .select('ul')
    .selectChildren<Element, FoundChoice>('li')
    .data(choices, ({ ref }) => ref)
    .join((enter) => {
      const line = enter.append('li');
      const label = line.append('label');
      label
        .append('input')
        .attr('type', 'checkbox')
        .attr('value', ({ ref }) => ref)
        .property('checked', ({ taken }) => taken);
      const text = label.append('span');
      text.append('strong');
      text.append('small');
      return line;
    })
    .each(function fill({ title, note }) {
      setText(select(this).select('strong'), title);
      setText(select(this).select('small'), note);
    });
}
