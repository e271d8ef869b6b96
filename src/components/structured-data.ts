// What a page is, in the words of https://schema.org, for search engines and other programs.
import type { Lesson } from '../content/load.ts';
import type { Catalog, RetiredService, Service } from '../model/record/catalog.ts';
import { dataHref } from '../model/address.ts';
import { namesOf } from '../model/record/lookup.ts';
import type { FaqTheme } from '../model/record/schema/faq.ts';
import { pathTo } from '../model/root.ts';
import { linkPictureHref } from './link-picture.ts';
import { questionHref, reviewOf } from './questions.ts';

/** A thing with its type and properties, as JSON-LD writes it. */
export interface Thing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** The page that is described. */
export interface Described {
  /** Below the root of the site, without slashes at its ends: `services/amazon-s3`, "" for the front page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The day its facts were last checked, YYYY-MM-DD. */
  readonly reviewed?: string | undefined;
}

/** What pages are described from. */
export interface Known {
  readonly catalog: Pick<Catalog, 'services' | 'retired'>;
  readonly lessons: readonly Lesson[];
  readonly faq: readonly FaqTheme[];
}

const license = 'https://creativecommons.org/licenses/by/4.0/';
const publisher: Thing = { '@type': 'Organization', name: 'Tideline' };

/**
 * Returns the JSON-LD of a page: what it is, and the way to it.
 * @param site the address that the site is served at
 */
export function structuredData(page: Described, known: Known, site: URL): { '@context': string; '@graph': readonly Thing[] } {
  const at = (path: string): string => new URL(path, site).href;
  return { '@context': 'https://schema.org', '@graph': [...thingsOf(page, known, at), ...wayTo(page, known, at)] };
}

type At = (path: string) => string;

function thingsOf(page: Described, { catalog, lessons, faq }: Known, at: At): Thing[] {
  const { id, title, description, reviewed } = page;
  const url = at(pathTo(`/${id === '' ? '' : `${id}/`}`));
  const head = { name: title, description, url };
  if (id === '') return frontThings(head, catalog, at);
  const service = find([...catalog.services, ...catalog.retired], id);
  if (service) return serviceThings(service, url, at);
  if (id === 'guide') return [courseOf(head, lessons, at)];
  if (id === 'questions') return [faqOf(head, faq, at)];
  const lesson = lessons.find((each) => id === `guide/${each.id}`);
  const checked = reviewed === undefined ? {} : { dateModified: reviewed };
  if (lesson) {
    const part = { position: lesson.number, timeRequired: `PT${lesson.minutes}M`, ...checked, license, publisher };
    return [
      {
        '@type': 'LearningResource',
        ...head,
        learningResourceType: 'lesson',
        ...part,
        isPartOf: { '@type': 'Course', url: at(pathTo('/guide/')) },
      },
    ];
  }
  return [{ '@type': id === 'guide/glossary' ? 'DefinedTermSet' : 'WebPage', ...head, ...checked }];
}

const find = (services: readonly (Service | RetiredService)[], id: string): Service | RetiredService | undefined =>
  services.find((each) => id === `services/${each.id}`);

const download = (contentUrl: string, encodingFormat: string): Thing => ({ '@type': 'DataDownload', encodingFormat, contentUrl });

/** The site with its search, and all of its data. */
function frontThings(
  { name, description, url }: { name: string; description: string; url: string },
  { services }: Known['catalog'],
  at: At,
): Thing[] {
  const target = `${at(pathTo('/search/'))}?q={search_term_string}`;
  return [
    {
      '@type': 'WebSite',
      name: 'Tideline',
      url,
      description,
      publisher,
      potentialAction: { '@type': 'SearchAction', target, 'query-input': 'required name=search_term_string' },
    },
    {
      '@type': 'Dataset',
      name,
      description,
      url,
      license,
      creator: publisher,
      isAccessibleForFree: true,
      dateModified: services
        .map(({ reviewed }) => reviewed)
        .sort()
        .at(-1),
      distribution: [
        download(at(pathTo('/data/v1/services.json')), 'application/json'),
        download(at(pathTo('/data/v1/services.json.gz')), 'application/gzip'),
      ],
    },
  ];
}

/** The page of a service, and its data; AWS has ended some, which have none. */
function serviceThings(service: Service | RetiredService, url: string, at: At): Thing[] {
  const { id, short, name, summary, reviewed } = service;
  const others = namesOf(service).filter((each) => each !== name);
  const about: Thing = { '@type': 'Thing', name, ...(others.length > 0 ? { alternateName: others } : {}) };
  const shared = { description: summary, url, dateModified: reviewed, license };
  const article: Thing = { '@type': 'TechArticle', headline: short, ...shared, author: publisher, about };
  if (!('options' in service)) return [article];
  const image = at(linkPictureHref(service, service.options[0]));
  const distribution = download(at(dataHref(id)), 'application/json');
  return [
    { ...article, image },
    { '@type': 'Dataset', name: `${short}: who secures what`, ...shared, creator: publisher, distribution },
  ];
}

function courseOf(head: { name: string; description: string; url: string }, lessons: readonly Lesson[], at: At): Thing {
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return {
    '@type': 'Course',
    ...head,
    license,
    provider: publisher,
    isAccessibleForFree: true,
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${minutes}M` },
    hasPart: lessons.map(({ number, title, href }): Thing => ({
      '@type': 'LearningResource',
      position: number,
      name: title,
      url: at(href),
    })),
  };
}

/** Every question with its answer. https://schema.org/FAQPage */
function faqOf(head: { name: string; description: string; url: string }, faq: readonly FaqTheme[], at: At): Thing {
  return {
    '@type': 'FAQPage',
    ...head,
    inLanguage: 'en-GB',
    dateModified: reviewOf(faq),
    license,
    publisher,
    mainEntity: faq.flatMap(({ questions }) =>
      questions.map(({ id, question, answer }): Thing => ({
        '@type': 'Question',
        name: question,
        url: at(questionHref(id)),
        acceptedAnswer: { '@type': 'Answer', text: answer },
      })),
    ),
  };
}

/** The pages above this one, and itself, which needs no address. The front page has none above it. */
function wayTo({ id, title }: Described, { catalog }: Known, at: At): Thing[] {
  if (id === '') return [];
  const above = [
    { name: 'Tideline', item: at(pathTo('/')) },
    ...(find([...catalog.services, ...catalog.retired], id) ? [{ name: 'Services', item: at(pathTo('/services/')) }] : []),
    ...(id.startsWith('guide/') ? [{ name: 'Guide', item: at(pathTo('/guide/')) }] : []),
  ];
  const steps = [...above, { name: title }].map((step, index): Thing => ({ '@type': 'ListItem', position: index + 1, ...step }));
  return [{ '@type': 'BreadcrumbList', itemListElement: steps }];
}
