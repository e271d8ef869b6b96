// What the search knows beyond names: purposes, splits, the thesaurus, what has no record, and texts about the model.
import type { Catalog } from '../record/catalog.ts';
import type { Gap } from '../record/schema/changes.ts';
import type { Thesaurus } from '../record/schema/thesaurus.ts';
import { encodeParties } from '../split/counts.ts';
import { encodeDefaults } from '../split/default.ts';
import type { Names } from '../split/names.ts';

/** One option of a service: its id, its parties and its defaults, a letter a layer. */
export type OptionCode = readonly [id: string, parties: string, defaults: string];

/** A section of the course, a word of the glossary, a case, or a question that people ask. */
export interface AnswerText {
  readonly kind: 'course' | 'word' | 'case' | 'question';
  readonly title: string;
  readonly text: string;
  readonly href: string;
  /** The id of the page of the course that it begins; undefined for other texts. */
  readonly page: string | undefined;
  /** Of a question that people ask: other words for it. */
  readonly also?: readonly string[];
}

/** Something AWS lists that has no record here. */
export interface Missing {
  readonly id: string;
  readonly name: string;
  /** What readers call it besides. */
  readonly aliases: readonly string[];
  /** AWS's page about its security, or else about the service; undefined where none is known. */
  readonly security?: string | undefined;
  readonly docs?: string | undefined;
}

export interface AnswerData {
  readonly thesaurus: Thesaurus;
  /** What people want when they look for each service without its name; in the order of ServiceSearchData.services. */
  readonly purposes: readonly (readonly string[])[];
  /** In the same order; empty for a retired service. */
  readonly options: readonly (readonly OptionCode[])[];
  readonly missing: readonly Missing[];
}

/** The file `/search/answers.json`: all that answers need beyond the names of services. */
export interface AnswerFile {
  readonly data: AnswerData;
  readonly texts: readonly AnswerText[];
  /** What a card calls parties and defaults. */
  readonly names: Pick<Names, 'parties' | 'defaults'>;
  /** Services that are looked up often, as indexes of the names. */
  readonly popular: readonly number[];
  /** Questions that show what is answered. */
  readonly samples: readonly string[];
  /** The address of a form in which readers ask for what has no record. */
  readonly ask: string;
}

/** Returns the data in the order of `serviceEntries`. */
export function answerData(
  { services, retired }: Pick<Catalog, 'services' | 'retired'>,
  thesaurus: Thesaurus,
  gaps: readonly Gap[],
): AnswerData {
  return {
    thesaurus,
    purposes: [...services.map(({ purposes }) => purposes), ...retired.map(() => [])],
    options: [
      ...services.map(({ options }) =>
        options.map(({ id, parties, defaults }): OptionCode => [id, encodeParties(parties), encodeDefaults(defaults)]),
      ),
      ...retired.map(() => []),
    ],
    missing: gaps.flatMap((gap) =>
      gap.reason === 'not-written'
        ? [{ id: gap.id, name: gap.name, aliases: gap.aliases ?? [], security: gap.security, docs: gap.docs }]
        : [],
    ),
  };
}
