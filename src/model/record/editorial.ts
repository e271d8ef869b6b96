// What the editors chose must be there: services of the front page, columns of comparisons.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { Catalog } from './catalog.ts';
import type { Comparison, Front } from './schema/editorial.ts';

type Services = Pick<Catalog, 'services'>;

/** Every service of the front page that has no record, or stands there twice. */
export function assertFront(file: SourceFile, { popular }: Front, { services }: Services): Problem[] {
  const ids = services.map(({ id }) => id);
  return popular.flatMap((id, index) => {
    const at = { file: place(file, ['popular', index]), field: `popular.${index}`, found: id };
    if (!ids.includes(id)) return [{ ...at, remedy: serviceRemedy(id, ids) }];
    return popular.indexOf(id) < index ? [{ ...at, found: `${id} a second time`, remedy: 'remove one of the two' }] : [];
  });
}

/** Every column that names a service or an option that is not there. */
export function assertComparisons(file: SourceFile, comparisons: readonly Comparison[], { services }: Services): Problem[] {
  const ids = services.map(({ id }) => id);
  return comparisons.flatMap(({ columns }, row) =>
    columns.flatMap((column, index) => {
      const at = (field: 'service' | 'option') => ({
        file: place(file, [row, 'columns', index, field]),
        field: `${row}.columns.${index}.${field}`,
        found: column[field],
      });
      const service = services.find(({ id }) => id === column.service);
      if (!service) return [{ ...at('service'), remedy: serviceRemedy(column.service, ids) }];
      const options = service.options.map(({ id }) => id);
      if (options.includes(column.option)) return [];
      return [{ ...at('option'), remedy: `name an option of ${service.id}: ${options.join(', ')}${nearest(column.option, options)}` }];
    }),
  );
}

const serviceRemedy = (id: string, ids: readonly string[]): string =>
  `name a service of content/services/ that is not retired${nearest(id, ids)}`;
