// The shape of content/questions.yaml: what people ask about the model, by theme. The comments on fields are the manual.
import { z } from 'zod';
import { hasMarkup } from '../../characters.ts';
import { defaultIds, layerIds, partyIds } from '../../vocabulary.ts';
import { id, name, pastDay, sentences, source, text } from './field.ts';

/** A place in Tideline where the answer goes on. Its words come from what it names. */
const placeSchema = z.strictObject({
  /** A page of the guide, by its file's name. */
  page: id.optional(),
  /** Another question of this file. */
  question: id.optional(),
  service: id.optional(),
  /** Beside a service: one of its options. */
  option: id.optional(),
  /** Beside a service its layer; alone the layer over all services. */
  layer: z.enum(layerIds, { error: `none of ${layerIds.join(', ')}: write one of them` }).optional(),
  /** Beside a layer alone: the services where this party secures it. */
  party: z.enum(partyIds, { error: `none of ${partyIds.join(', ')}: write one of them` }).optional(),
  /** Beside a layer alone, or by itself: the services where this holds if the customer does nothing. */
  default: z.enum(defaultIds, { error: `none of ${defaultIds.join(', ')}: write one of them` }).optional(),
});
export type FaqPlace = z.infer<typeof placeSchema>;

const answer = text('the answer', 760)
  .refine((value) => !hasMarkup(value), 'has markup in it: answers are plain text; remove backticks, tags and links')
  .refine((value) => sentences(value) >= 2, 'one sentence: answer the ordinary case, then say what follows for the reader')
  .refine((value) => sentences(value) <= 5, 'more than five sentences: keep the five that matter, and name a page that says more')
  .refine((value) => /[.!?]$/u.test(value), 'has no end: close the last sentence with a full stop');

export const faqQuestionSchema = z.strictObject({
  /** Its address on the page: keep it, because people link to it. */
  id,
  /** As people put it. */
  question: text('the question', 120).refine((value) => value.endsWith('?'), 'has no question mark: ask something'),
  /** Other wordings, which the search reads and the page does not show. */
  also: z.array(name('another wording', 90)).max(12, 'more than twelve wordings: keep those that differ most').default([]),
  /** Plain second person, in your own words. */
  answer,
  /** The AWS pages that say it, each read before it is cited. */
  source: z
    .array(source)
    .min(1, 'no source: cite the AWS page that says it')
    .max(3, 'more than three sources: cite those that say it best'),
  /** The day the answer was last checked against its sources. */
  reviewed: pastDay,
  /** Where Tideline says more, the best first. */
  see: z
    .array(placeSchema)
    .min(1, 'no place: name the layer, lesson or service that goes on')
    .max(6, 'more than six places: keep the best'),
});
export type FaqQuestion = z.infer<typeof faqQuestionSchema>;

export const faqThemeSchema = z.strictObject({
  id,
  name: name('the name', 60),
  questions: z.array(faqQuestionSchema).min(1, 'no question: remove the theme, or ask something'),
});
export type FaqTheme = z.infer<typeof faqThemeSchema>;
