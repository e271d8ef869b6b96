// Where the answers to questions go on, and when they were checked.
import type { Content } from '../content/load.ts';
import { exploreHref, optionHref } from '../model/address.ts';
import { openHref } from '../model/open-address.ts';
import type { Catalog } from '../model/record/catalog.ts';
import { findOption, nameOf } from '../model/record/lookup.ts';
import type { FaqPlace, FaqQuestion, FaqTheme } from '../model/record/schema/faq.ts';
import { pathTo } from '../model/root.ts';
import { nameInText } from '../model/wording.ts';
import { noFilter, noQuery } from '../model/split/filter.ts';
import { namesIn } from '../model/split/names.ts';
import { capitalized } from '../model/split/party.ts';
import { urgentIds } from '../model/vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../model/vocabulary.ts';

export interface PlaceLink {
  readonly href: string;
  readonly text: string;
}

type Placed = Pick<Content, 'catalog' | 'guide' | 'faq'>;

/** The address of the page, and of one of its questions. */
export const questionsPath = pathTo('/questions/');
export const questionHref = (id: string): string => `${questionsPath}#${id}`;

const servicesWith = (
  { services }: Pick<Catalog, 'services'>,
  layer: LayerId | undefined,
  party: PartyId | undefined,
  holds: DefaultId | undefined,
) =>
  services.filter(({ options }) =>
    options.some(
      ({ parties, defaults }) =>
        (party === undefined || (layer !== undefined && parties[layer] === party)) &&
        (holds === undefined || (layer === undefined ? Object.values(defaults).includes(holds) : defaults[layer] === holds)),
    ),
  ).length;

/**
 * A place as a link.
 * @throws Error if it leads nowhere, which the content's rules exclude
 */
function placeLink(
  { page, question, service, option, layer, party, default: holds }: FaqPlace,
  { catalog, guide, faq }: Placed,
): PlaceLink {
  const lost = (what: string): Error => new Error(`content/questions.yaml names ${what}, which is not there`);
  if (page !== undefined) {
    const found = guide.find(({ id }) => id === page);
    if (!found) throw lost(page);
    return { href: found.href, text: found.lesson === undefined ? found.title : `Lesson ${found.lesson}: ${found.title}` };
  }
  if (question !== undefined) {
    const found = faq.flatMap(({ questions }) => questions).find(({ id }) => id === question);
    if (!found) throw lost(question);
    return { href: questionHref(found.id), text: found.question };
  }
  const names = namesIn(catalog);
  if (service !== undefined) {
    const options = catalog.services.find(({ id }) => id === service)?.options;
    const found = findOption(catalog, service, option ?? options?.[0].id ?? '');
    if (!found) throw lost(service);
    const subject = option === undefined ? found.service.short : `${found.service.short}, ${found.option.name}`;
    return {
      href: optionHref(found.service, found.option.id, layer),
      text: layer === undefined ? subject : `${subject}: ${nameOf(catalog.layers, layer)}`,
    };
  }
  const count = servicesWith(catalog, layer, party, holds);
  const subject = layer === undefined ? '' : `${nameOf(catalog.layers, layer)}: `;
  if (holds !== undefined) {
    const urgent = urgentIds.find((id) => id === holds);
    const query = { ...noQuery, unit: 'ways' as const, layer, filter: { ...noFilter, holds: { layer, default: holds } } };
    return {
      href: urgent === undefined ? exploreHref(query) : openHref({ area: undefined, default: urgent, layer }),
      text: capitalized(`${subject}${nameInText(names.defaults[holds].name)} in ${count} services`),
    };
  }
  if (layer === undefined) throw lost('no place');
  const filter = { ...noFilter, secured: party === undefined ? undefined : { layer, party } };
  return {
    href: exploreHref({ ...noQuery, unit: party === undefined ? 'services' : 'ways', layer, filter }),
    text:
      party === undefined
        ? `${nameOf(catalog.layers, layer)}, every service`
        : `${subject}${names.parties[party].predicate} in ${count} services`,
  };
}

export const placesOf = ({ see }: Pick<FaqQuestion, 'see'>, content: Placed): PlaceLink[] => see.map((each) => placeLink(each, content));

/** The last day on which an answer was checked, YYYY-MM-DD. */
export const reviewOf = (themes: readonly FaqTheme[]): string | undefined =>
  themes
    .flatMap(({ questions }) => questions.map(({ reviewed }) => reviewed))
    .sort()
    .at(-1);
