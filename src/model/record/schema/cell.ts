// The shape of a cell: one layer of one option of one service.
import { z } from 'zod';
import { layerIds, partyIds, phraseLimit } from '../../vocabulary.ts';
import type { LayerId } from '../../vocabulary.ts';
import { phrase, source, text } from './field.ts';

export const detailLimit = 480;

const sentences = (value: string): number =>
  // Abbreviations with inner dots (e.g.), version numbers and file names are not ends of sentences.
  value.split(/(?<!\b[A-Z])[.!?](?=\s+[A-Z0-9"“(`]|\s*$)/u).filter((part) => part.trim() !== '').length;

const cellCommon = {
  /** One to three sentences in our own words: what each half means here, what happens if you do nothing, the trap. */
  detail: text('the detail', detailLimit)
    .refine((value) => !/[`<>]|\]\(/u.test(value), 'has markup in it: details are plain text; remove backticks, tags and links')
    .refine((value) => sentences(value) <= 3, 'more than three sentences: keep the three that matter')
    .refine((value) => /[.!?]$/u.test(value), 'has no end: close the last sentence with a full stop'),
  /** The AWS page that states it, read before it was cited; not the service's front page where a deeper one says it. */
  source,
};

/** The party that does the provider's half together with AWS: "Red Hat" on ROSA. Leave out where AWS does it alone. */
const withWhom = text('the name of the third party', 40).optional();

/** One layer of one option of one service. Which phrases it has follows from its party. */
export const cellSchema = z.discriminatedUnion(
  'party',
  [
    /** Not done unless you do it; AWS at most sells the tool. */
    z.strictObject({ party: z.literal('customer'), you: phrase('what you do', phraseLimit.whole), ...cellCommon }),
    /** Done anyway, and no choice of yours changes the protection. */
    z.strictObject({ party: z.literal('aws'), aws: phrase('what AWS does', phraseLimit.whole), with: withWhom, ...cellCommon }),
    /** Done anyway, but a choice of yours changes it; or AWS does the work once you ask. Always both halves. */
    z.strictObject({
      party: z.literal('shared'),
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
export type Cell = z.infer<typeof cellSchema>;

/** Any of the fourteen layers, each at most once. */
export const cells = z.partialRecord(z.enum(layerIds, { error: 'unknown layer' }), cellSchema);
export type Cells = Partial<Record<LayerId, Cell>>;
