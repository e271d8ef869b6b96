// The rules of content/questions.yaml that a shape cannot say: no id and no wording twice, and nothing is named that is not there.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import { normalize } from '../normalize.ts';
import type { Catalog } from './catalog.ts';
import type { FaqPlace, FaqTheme } from './schema/faq.ts';

type Services = Pick<Catalog, 'services'>;

/** A fault of one field. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly found: string;
  readonly remedy: string;
}

/**
 * Every id or wording that stands twice, every source cited twice, and every place that leads nowhere.
 * @param pages the ids of the pages of the guide
 */
export function assertFaq(file: SourceFile, themes: readonly FaqTheme[], catalog: Services, pages: readonly string[]): Problem[] {
  const known: Known = { catalog, pages, questions: themes.flatMap(({ questions }) => questions.map(({ id }) => id)) };
  const faults = [...doubleIds(themes), ...doubleWordings(themes), ...doubleSources(themes), ...lostPlaces(themes, known)];
  return faults.map(({ path, found, remedy }) => ({ file: place(file, path), field: path.join('.'), found, remedy }));
}

/** Themes and questions are anchors of one page. */
function doubleIds(themes: readonly FaqTheme[]): Fault[] {
  const ids = themes.flatMap((theme, row) => [
    { id: theme.id, path: [row, 'id'] },
    ...theme.questions.map(({ id }, index) => ({ id, path: [row, 'questions', index, 'id'] })),
  ]);
  return ids.flatMap(({ id, path }, at) =>
    ids.findIndex((each) => each.id === id) < at
      ? [{ path, found: `"${id}" a second time`, remedy: 'give each theme and each question its own id' }]
      : [],
  );
}

/** A wording that stands for two questions would lead to either. */
function doubleWordings(themes: readonly FaqTheme[]): Fault[] {
  const first = new Map<string, string>();
  return themes.flatMap((theme, row) =>
    theme.questions.flatMap(({ id, question, also }, index) =>
      [question, ...also].flatMap((wording, number): Fault[] => {
        const key = normalize(wording);
        const other = first.get(key);
        first.set(key, other ?? id);
        if (other === undefined) return [];
        const field = number === 0 ? ['question'] : ['also', number - 1];
        return [
          {
            path: [row, 'questions', index, ...field],
            found: `"${wording}", which stands at ${other === id ? 'this question' : other} already`,
            remedy: 'remove one of the two',
          },
        ];
      }),
    ),
  );
}

function doubleSources(themes: readonly FaqTheme[]): Fault[] {
  return themes.flatMap((theme, row) =>
    theme.questions.flatMap(({ source }, index) =>
      source.flatMap((each, at) =>
        source.indexOf(each) < at
          ? [{ path: [row, 'questions', index, 'source', at], found: `${each} a second time`, remedy: 'remove one of the two' }]
          : [],
      ),
    ),
  );
}

interface Known {
  readonly catalog: Services;
  readonly pages: readonly string[];
  readonly questions: readonly string[];
}

function lostPlaces(themes: readonly FaqTheme[], known: Known): Fault[] {
  return themes.flatMap((theme, row) =>
    theme.questions.flatMap(({ id, see }, index) =>
      see.flatMap((each, at) => {
        const fault = placeFault(each, id, known);
        if (!fault) return [];
        const { field, found, remedy } = fault;
        return [{ path: [row, 'questions', index, 'see', at, ...(field === undefined ? [] : [field])], found, remedy }];
      }),
    ),
  );
}

/** What may stand together: one of these, whatever of its own beside it. */
const shapes: readonly (readonly (keyof FaqPlace)[])[] = [
  ['page'],
  ['question'],
  ['service', 'option', 'layer'],
  ['layer', 'party'],
  ['layer', 'default'],
  ['default'],
];

interface PlaceFault {
  /** Undefined where the place as a whole is wrong. */
  readonly field: keyof FaqPlace | undefined;
  readonly found: string;
  readonly remedy: string;
}

function placeFault(see: FaqPlace, own: string, { catalog, pages, questions }: Known): PlaceFault | undefined {
  const named = Object.entries(see).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (
    !shapes.some(
      ([head = 'page', ...beside]) => see[head] !== undefined && named.every((field) => [head, ...beside].some((each) => each === field)),
    )
  ) {
    const found = named.length === 0 ? 'nothing' : named.join(', ');
    return {
      field: undefined,
      found,
      remedy: 'name a page, a question, a service, a layer or a default; option belongs to a service, party to a layer',
    };
  }
  const lost = (field: keyof FaqPlace, value: string, what: string, ids: readonly string[]): PlaceFault | undefined =>
    ids.includes(value) ? undefined : { field, found: value, remedy: `name ${what}${nearest(value, ids)}` };
  if (see.page !== undefined) return lost('page', see.page, 'a page of content/guide/', pages);
  if (see.question !== undefined) {
    const others = questions.filter((each) => each !== own);
    return lost('question', see.question, 'another question of this file', others);
  }
  if (see.service !== undefined) {
    const service = catalog.services.find(({ id }) => id === see.service);
    if (!service)
      return lost(
        'service',
        see.service,
        'a service of content/services/ that is not retired',
        catalog.services.map(({ id }) => id),
      );
    const options = service.options.map(({ id }) => id);
    return see.option === undefined ? undefined : lost('option', see.option, `an option of ${service.id}: ${options.join(', ')}`, options);
  }
  const isSome = catalog.services.some(({ options }) =>
    options.some(({ parties, defaults }) => {
      const holds =
        see.layer === undefined ? Object.values(defaults).some((each) => each === see.default) : defaults[see.layer] === see.default;
      const secured = see.layer !== undefined && parties[see.layer] === see.party;
      return (see.default === undefined || holds) && (see.party === undefined || secured);
    }),
  );
  if (isSome) return undefined;
  const field = see.party === undefined ? 'default' : 'party';
  return { field, found: `${see[field] ?? ''}, which is true of no service`, remedy: 'name what some service has, or remove the place' };
}
