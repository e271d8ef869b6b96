// Holds the steps of the lesson that the reader steers against the records they are drawn from.
import { place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { Catalog } from '../record/catalog.ts';
import { findOption } from '../record/lookup.ts';
import type { EdgeStep } from '../record/schema/lesson.ts';

const places = ['customer', 'shared', 'aws'] as const;

/**
 * Reports steps about a cell that is not there, and steps that answer the place where the record has the edge, or do not answer another.
 * Once a record moves the edge, the answers no longer fit, and this says so.
 */
export function assertEdges(file: SourceFile, steps: readonly EdgeStep[], catalog: Catalog): Problem[] {
  return steps.flatMap(({ service, option, layer, misses }, index): Problem[] => {
    const at = (field: string, found: string, remedy: string): Problem => ({
      file: place(file, [index, field]),
      field: `${index}.${field}`,
      found,
      remedy,
    });
    const cell = findOption(catalog, service, option)?.option.cells[layer];
    if (!cell) return [at('service', `${service}, option ${option}`, 'use the ids of a service and its option in content/services/')];
    if (cell.party === 'none')
      return [at('layer', `${layer}, which ${service} does not have`, 'ask about a layer that exists for this service')];
    return places.flatMap((party) => {
      const answered = misses[party] !== undefined;
      if (answered !== (party === cell.party)) return [];
      return answered
        ? [at('misses', `an answer for ${party}`, `remove it: the record says ${cell.party}, so that the edge belongs there`)]
        : [at('misses', `no answer for ${party}`, `say why the edge does not belong there: the record says ${cell.party}`)];
    });
  });
}
