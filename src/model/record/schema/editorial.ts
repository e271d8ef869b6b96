// The shape of what the editors choose: services on the front page, comparisons worth a link, examples of stacks.
import { z } from 'zod';
import { layerIds, partyIds } from '../../vocabulary.ts';
import { id, name, text } from './field.ts';

export const frontSchema = z.strictObject({
  /** Services that are looked up often, in the order of their links. */
  popular: z.array(id).min(1, 'no service: name the first that readers look for'),
  /** Questions that the empty search offers, to say what it answers. */
  questions: z
    .array(text('the question', 60))
    .length(3, 'not three questions: write one about a service, one about all, one about the model'),
  /** Ways to run the same work, from most of it yours to least, as the front page draws them side by side. */
  story: z.strictObject({
    /** The layers drawn: every one whose party moves, and some that stand still. */
    layers: z.array(z.enum(layerIds)).min(2, 'fewer than two layers: name those that move'),
    steps: z
      .array(
        z.strictObject({
          service: id,
          option: id,
          name: name('the heading', 30),
          /** What left the reader's list, in a sentence or two. */
          told: text('what it means', 110),
          /** The party of each layer that the words take for granted. */
          takes: z.partialRecord(z.enum(layerIds), z.enum(partyIds)),
        }),
      )
      .length(4, 'not four steps: the page has room for four'),
  }),
});
export type Front = z.infer<typeof frontSchema>;

export const comparisonSchema = z.strictObject({
  name: name('what is compared', 80),
  /** Left to right. */
  columns: z
    .array(z.strictObject({ service: id, option: id }))
    .min(2, 'fewer than two columns: compare two to four')
    .max(4, 'more than four columns: compare two to four'),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const stackSchema = z.strictObject({
  name: name('what is run', 80),
  /** What it does, for those who wonder whether theirs is like it. */
  summary: text('what it does', 140),
  members: z.array(z.strictObject({ service: id, option: id })).min(2, 'fewer than two members: a stack shows what several add up to'),
});
export type Stack = z.infer<typeof stackSchema>;
