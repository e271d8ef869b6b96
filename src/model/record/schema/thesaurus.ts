// The shape of content/thesaurus.yaml: what people call things when they ask. The comments on fields are the manual.
import { z } from 'zod';
import { layerIds } from '../../vocabulary.ts';
import { id, name, text } from './field.ts';

const word = name('the word', 40).refine(
  (value) => value === value.toLowerCase(),
  'has capitals: write it in lower case, as people type it',
);
const words = z.array(word).default([]);

const layerWordsSchema = z.strictObject({
  /** Names this layer whatever stands beside it: "guest operating system", "key rotation". The same word may not stand here for two layers. */
  means: words,
  /** Mostly asks about this layer: "patch" asks about the operating system more often than about the engine. */
  suggests: words,
  /** Decides only where nothing else does. */
  hints: words,
});
export type LayerWords = z.infer<typeof layerWordsSchema>;

export const intentIds = ['every-service', 'comparison', 'move', 'model'] as const;
export type IntentId = (typeof intentIds)[number];

/** The defaults that a question can name; the others it asks for in no words of their own. */
export const namedDefaultIds = ['open', 'when-asked', 'done', 'yours'] as const;
export type NamedDefaultId = (typeof namedDefaultIds)[number];

export const thesaurusSchema = z.strictObject({
  layers: z.record(z.enum(layerIds, { error: 'unknown layer' }), layerWordsSchema),
  /** Words that mean two layers with full strength, each with the reason; the search then goes by the other words of the question. */
  shared: z.array(z.strictObject({ word, because: text('why it means both', 160) })).default([]),
  /** Services whose name says a layer as soon as the question names another service: KMS beside RDS asks about encryption. */
  helpers: z.array(z.strictObject({ layer: z.enum(layerIds, { error: 'unknown layer' }), services: z.array(id).min(1) })),
  /** What belongs to a service and names it where the question names no service, by the service's id: "bucket" asks about Amazon S3. */
  services: z.record(id, words),
  /** Words that name an option when they stand beside its service, by the id of the option; the id may occur in many services. */
  options: z.record(id, words),
  /** Groups of words that mean the same in purposes and texts; a word stands in one group. */
  same: z.array(z.array(word).min(2, 'fewer than two words: a group says that they mean the same')).default([]),
  /** What the pages of the course are asked about in other words than their own, by the name of the page's file. */
  course: z.record(id, words),
  /** What a question wants: all services, a comparison, a move from one to the other, or the model itself. */
  intents: z.record(z.enum(intentIds, { error: `none of ${intentIds.join(', ')}: write one of them` }), words),
  /** Words around a question that say nothing of what is asked, as exams put it; taken away where something else is left. */
  framing: z.array(name('the words', 70)).default([]),
  /** Words that name a default; the longest counts. */
  defaults: z.record(z.enum(namedDefaultIds, { error: `none of ${namedDefaultIds.join(', ')}: write one of them` }), words),
  /** Words that say whose work is asked for. */
  parties: z.strictObject({ customer: words, aws: words }),
  /** Words of services' names that stand in any sentence: alone they name no service. Each must occur in a name, or the list has outlived its use. */
  ordinary: z.array(word),
});
export type Thesaurus = z.infer<typeof thesaurusSchema>;
