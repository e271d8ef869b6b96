// The rules of content/thesaurus.yaml that a shape cannot say: no word means two layers, and nothing is named that is not there.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { Catalog } from '../record/catalog.ts';
import { namesOf } from '../record/lookup.ts';
import type { Gap } from '../record/schema/changes.ts';
import type { Thesaurus } from '../record/schema/thesaurus.ts';
import { layerIds } from '../vocabulary.ts';
import { singular, stemsOf, wordsOf } from './words.ts';

const grades = ['means', 'suggests', 'hints'] as const;

/**
 * Every word that means two layers, stands twice for one, or names a service, an option, a page or a name that is not there.
 * @param pages the ids of the pages of the guide
 */
export function assertThesaurus(
  file: SourceFile,
  thesaurus: Thesaurus,
  { services, retired }: Pick<Catalog, 'services' | 'retired'>,
  gaps: readonly Gap[],
  pages: readonly string[],
): Problem[] {
  const problem = (path: readonly PropertyKey[], found: string, remedy: string): Problem => ({
    file: place(file, path),
    field: path.join('.'),
    found,
    remedy,
  });
  const problems: Problem[] = [];

  const meant = new Map<string, string>();
  const shared = new Set(thesaurus.shared.map(({ word }) => stemsOf(word).join(' ')));
  const used = new Set<string>();
  for (const layer of layerIds) {
    const own = new Map<string, string>();
    for (const grade of grades) {
      thesaurus.layers[layer][grade].forEach((word, index) => {
        const path = ['layers', layer, grade, index];
        const stems = stemsOf(word).join(' ');
        const before = own.get(stems);
        if (before !== undefined)
          problems.push(problem(path, `"${word}", and "${before}" before it`, 'remove one: the search reads both as the same word'));
        own.set(stems, word);
        if (grade !== 'means' || before !== undefined) return;
        const other = meant.get(stems);
        if (other !== undefined && !shared.has(stems))
          problems.push(
            problem(
              path,
              `"${word}", which means ${other} too`,
              'move it to suggests in one of the two, or say in "shared" why it means both',
            ),
          );
        if (other !== undefined) used.add(stems);
        meant.set(stems, layer);
      });
    }
  }
  thesaurus.shared.forEach(({ word }, index) => {
    if (!used.has(stemsOf(word).join(' ')))
      problems.push(problem(['shared', index, 'word'], `"${word}", which no longer means two layers`, 'remove it from "shared"'));
  });

  const ids = [...services, ...retired].map(({ id }) => id);
  thesaurus.helpers.forEach(({ services: helpers }, row) => {
    helpers.forEach((id, index) => {
      if (!ids.includes(id))
        problems.push(problem(['helpers', row, 'services', index], id, `name a service of content/services/${nearest(id, ids)}`));
    });
  });

  for (const id of Object.keys(thesaurus.services)) {
    if (!ids.includes(id))
      problems.push(problem(['services', id], `a service called "${id}"`, `use the id of a record${nearest(id, ids)}`));
  }

  const grouped = new Map<string, number>();
  thesaurus.same.forEach((words, row) => {
    words.forEach((word, index) => {
      const stems = stemsOf(word).join(' ');
      const other = grouped.get(stems);
      if (other !== undefined)
        problems.push(
          problem(
            ['same', row, index],
            `"${word}", which stands in ${other === row ? 'this group' : `group ${other}`} already`,
            'remove one of the two',
          ),
        );
      grouped.set(stems, row);
    });
  });

  const options = services.flatMap((service) => service.options.map(({ id }) => id));
  for (const id of Object.keys(thesaurus.options)) {
    if (!options.includes(id))
      problems.push(problem(['options', id], `an option called "${id}"`, `use the id of an option${nearest(id, options)}`));
  }

  for (const page of Object.keys(thesaurus.course)) {
    if (!pages.includes(page))
      problems.push(problem(['course', page], page, `use the name of a page of content/guide/${nearest(page, pages)}`));
  }

  const named = new Set([...[...services, ...retired].flatMap(namesOf), ...gaps.map(({ name }) => name)].flatMap(wordsOf).map(singular));
  thesaurus.ordinary.forEach((word, index) => {
    if (!named.has(singular(word))) problems.push(problem(['ordinary', index], `"${word}", which no service's name has`, 'remove it'));
    else if (thesaurus.ordinary.indexOf(word) < index)
      problems.push(problem(['ordinary', index], `"${word}" a second time`, 'remove one of the two'));
  });
  return problems;
}
