// The shape of a cell: one layer of one option of one service.
import { z } from 'zod';
import { hasMarkup } from '../../characters.ts';
import { layerIds, partyIds, phraseLimit } from '../../vocabulary.ts';
import type { DefaultId, LayerId } from '../../vocabulary.ts';
import { name, phrase, sentences, source, text } from './field.ts';

export const detailLimit = 640;

/** Pages that a cell may cite; each says a part of it. */
const maxSources = 3;

const pages = z
  .array(source)
  .min(1, 'an empty list: cite the AWS page that says it')
  .max(maxSources, 'more than three pages: keep the three that carry the cell');

/** One address or a list of them, as a list; what is wrong is said of the one that was written. */
function readSources(value: unknown, context: z.core.$RefinementCtx): readonly string[] {
  const result = Array.isArray(value) ? pages.safeParse(value, { reportInput: true }) : source.safeParse(value, { reportInput: true });
  if (result.success) return [result.data].flat();
  for (const { message, path, input } of result.error.issues) context.addIssue({ code: 'custom', message, path, input });
  return z.NEVER;
}

const cellCommon = {
  /** One to four sentences in our own words: the ordinary answer first, what holds if you do nothing, then the trap. */
  detail: text('the detail', detailLimit)
    .refine((value) => !hasMarkup(value), 'has markup in it: details are plain text; remove backticks, tags and links')
    .refine((value) => sentences(value) <= 4, 'more than four sentences: keep the four that matter')
    .refine((value) => /[.!?]$/u.test(value), 'has no end: close the last sentence with a full stop'),
  /**
   * The AWS page that states it, read before it was cited; not the service's front page where a deeper one says it.
   * One address, or a list of up to three that each say a part.
   */
  source: z.unknown().transform(readSources),
};

/** What holds if the customer does nothing. Which party has which is decided by who then does the work; see CONTRIBUTING. */
const defaultOf = <const T extends readonly DefaultId[]>(...ids: T) =>
  z.enum(ids, {
    error: ({ input }) =>
      input === undefined
        ? `missing: say what holds if the customer does nothing, one of ${ids.join(', ')} for this party`
        : `not a default of this party: write one of ${ids.join(', ')}, or change the party`,
  });

/** The party that does the provider's half together with AWS: "Red Hat" on ROSA. Leave out where AWS does it alone. */
const withWhom = name('the name of the third party', 40).optional();

/** One layer of one option of one service. Which phrases it has follows from its party. */
export const cellSchema = z.discriminatedUnion(
  'party',
  [
    /** Not done unless you do it; AWS at most sells the tool. */
    z.strictObject({
      party: z.literal('customer'),
      default: defaultOf('done', 'open', 'yours', 'unstated'),
      you: phrase('what you do', phraseLimit.whole),
      ...cellCommon,
    }),
    /** Done anyway, and no choice of yours changes the protection. */
    z.strictObject({
      party: z.literal('aws'),
      default: defaultOf('done'),
      aws: phrase('what AWS does', phraseLimit.whole),
      with: withWhom,
      ...cellCommon,
    }),
    /** Done anyway, but a choice of yours changes it; or AWS does the work once you ask. Always both halves. */
    z.strictObject({
      party: z.literal('shared'),
      default: defaultOf('done', 'partly', 'when-asked'),
      /** Imperative: "Set retention, rehearse a restore". */
      you: phrase('what you do', phraseLimit.half),
      /** Noun phrase or present tense: "Daily snapshots and transaction logs". */
      aws: phrase('what AWS does', phraseLimit.half),
      with: withWhom,
      ...cellCommon,
    }),
    /** The layer does not exist for this service; the reason is shown in its place. */
    z.strictObject({ party: z.literal('none'), reason: phrase('why it is not there', phraseLimit.whole), ...cellCommon }),
  ],
  {
    error: ({ input }) =>
      typeof input === 'object' && input !== null
        ? `party is none of ${partyIds.join(', ')}: write one of them`
        : 'write a party, its phrase, a detail and a source, or remove the layer to inherit it',
  },
);
export type Cell = z.infer<typeof cellSchema> & {
  /** The titles of the pages in `source`, in the same order, from content/pages.yaml; null where one is not kept. */
  readonly titles?: readonly (string | null)[] | undefined;
};

/** Any of the fourteen layers, each at most once. */
export const cells = z.partialRecord(z.enum(layerIds, { error: 'unknown layer' }), cellSchema);
export type Cells = Partial<Record<LayerId, Cell>>;
