// What the editors chose must be there: services of the front page, columns of comparisons, members of stacks.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import type { Catalog } from './catalog.ts';
import type { Comparison, Front, Stack } from './schema/editorial.ts';

type Services = Pick<Catalog, 'services'>;
/** What the front page needs to know of services. */
type Splits = readonly {
  readonly id: string;
  readonly options: readonly { readonly id: string; readonly parties: Readonly<Record<LayerId, PartyId>> }[];
}[];
type Step = Front['story']['steps'][number];

/** Every service of the front page that has no record, or stands there twice; every step of the story whose record has moved. */
export function assertFront(file: SourceFile, { popular, story }: Front, { services }: { readonly services: Splits }): Problem[] {
  const ids = services.map(({ id }) => id);
  return [
    ...popular.flatMap((id, index) => {
      const at = { file: place(file, ['popular', index]), field: `popular.${index}`, found: id };
      if (!ids.includes(id)) return [{ ...at, remedy: serviceRemedy(id, ids) }];
      return popular.indexOf(id) < index ? [{ ...at, found: `${id} a second time`, remedy: 'remove one of the two' }] : [];
    }),
    ...story.steps.flatMap((step, index) => assertStep(file, step, index, services)),
    ...assertMoving(file, story, services),
  ];
}

function assertStep(file: SourceFile, step: Step, index: number, services: Splits): Problem[] {
  const at = (field: keyof Step) => ({ file: place(file, ['story', 'steps', index, field]), field: `story.steps.${index}.${field}` });
  const ids = services.map(({ id }) => id);
  const service = services.find(({ id }) => id === step.service);
  if (!service) return [{ ...at('service'), found: step.service, remedy: serviceRemedy(step.service, ids) }];
  const option = service.options.find(({ id }) => id === step.option);
  const options = service.options.map(({ id }) => id);
  if (!option)
    return [
      {
        ...at('option'),
        found: step.option,
        remedy: `name an option of ${service.id}: ${options.join(', ')}${nearest(step.option, options)}`,
      },
    ];
  return layerIds.flatMap((layer) => {
    const taken = step.takes[layer];
    if (taken === undefined || taken === option.parties[layer]) return [];
    const found = `${layer}: ${taken}, where the record of ${service.id} says ${option.parties[layer]}`;
    return [{ ...at('takes'), found, remedy: 'write the words anew, then correct what they take for granted' }];
  });
}

/** A layer that moves and is not drawn would make the words untrue. */
function assertMoving(file: SourceFile, { layers, steps }: Front['story'], services: Splits): Problem[] {
  const parties = steps.flatMap(
    ({ service, option }) => services.find(({ id }) => id === service)?.options.find(({ id }) => id === option)?.parties ?? [],
  );
  return layerIds
    .filter((layer) => new Set(parties.map((split) => split[layer])).size > 1 && !layers.includes(layer))
    .map((layer) => ({
      file: place(file, ['story', 'layers']),
      field: 'story.layers',
      found: layers.join(', '),
      remedy: `add ${layer}: its party moves between the steps`,
    }));
}

/** Every column that names a service or an option that is not there. */
export const assertComparisons = (file: SourceFile, comparisons: readonly Comparison[], catalog: Services): Problem[] =>
  comparisons.flatMap(({ columns }, row) => columns.flatMap((ref, index) => assertRef(file, [row, 'columns', index], ref, catalog)));

/** Every member of a stack that names a service or an option that is not there. */
export const assertStacks = (file: SourceFile, stacks: readonly Stack[], catalog: Services): Problem[] =>
  stacks.flatMap(({ members }, row) => members.flatMap((ref, index) => assertRef(file, [row, 'members', index], ref, catalog)));

type Ref = Stack['members'][number];

function assertRef(file: SourceFile, path: readonly (string | number)[], ref: Ref, { services }: Services): Problem[] {
  const ids = services.map(({ id }) => id);
  const at = (field: keyof Ref) => ({ file: place(file, [...path, field]), field: [...path, field].join('.'), found: ref[field] });
  const service = services.find(({ id }) => id === ref.service);
  if (!service) return [{ ...at('service'), remedy: serviceRemedy(ref.service, ids) }];
  const options = service.options.map(({ id }) => id);
  if (options.includes(ref.option)) return [];
  return [{ ...at('option'), remedy: `name an option of ${service.id}: ${options.join(', ')}${nearest(ref.option, options)}` }];
}

const serviceRemedy = (id: string, ids: readonly string[]): string =>
  `name a service of content/services/ that is not retired${nearest(id, ids)}`;
