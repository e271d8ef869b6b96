// Finds controls of Security Hub CSPM by their ids and the names of their rules.
import { controlHref } from '../../model/control/control.ts';
import type { Control } from '../../model/control/control.ts';
import type { ServiceSearchData } from '../../model/search/question.ts';
import { servicePath } from '../../model/vocabulary.ts';
import { plain } from '../../scenes/result.ts';
import type { Result } from '../../scenes/result.ts';

const maxFound = 8;

/** Returns the controls of that name, else those whose names begin so; each with the duties that it can show. */
export function findControls(controls: readonly Control[], query: string, { services, layers }: ServiceSearchData): Result[] {
  const asked = query.toLowerCase();
  const namesOf = ({ id, rule = '' }: Control): string[] => [id.toLowerCase(), rule];
  const same = controls.filter((control) => namesOf(control).includes(asked));
  const found = same.length > 0 ? same : controls.filter((control) => namesOf(control).some((name) => name.startsWith(asked)));
  return found.slice(0, maxFound).map((control): Result => {
    const { id, shows, rule, duties } = control;
    const told = duties.map(({ service, layer }) => {
      const short = services.find(({ url }) => url === servicePath(service))?.short ?? service;
      return `${short}: ${layers[layer]}`;
    });
    return {
      href: controlHref(id),
      title: `${id} can show whether ${shows}`,
      kind: ['Check', ...(rule === undefined ? [] : [rule])].join(' · '),
      excerpt: plain(told.join('. ')),
      nested: false,
    };
  });
}
