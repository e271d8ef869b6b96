// The shape of the lesson's records: checks, cases, words, statements.
import { z } from 'zod';
import { defaultIds, layerIds } from '../../vocabulary.ts';
import { id, name, pastDay, source, text, webPage } from './field.ts';

/** The head of a page of the guide. Starlight knows more fields, some of which put markup or scripts into the page. */
export const pageSchema = z.strictObject({
  title: name('the title', 80),
  description: text('the description', 240),
  /** Its number in the course, from 1; absent from pages outside the course. */
  lesson: z
    .int({ error: 'not a number: count the lessons from 1' })
    .positive('not a place on the path: count the lessons from 1')
    .optional(),
  /** The day its facts were last checked, in quotes. */
  reviewed: pastDay.optional(),
  sidebar: z.strictObject({ label: name('the label', 40) }).optional(),
  tableOfContents: z.boolean({ error: 'write true or false' }).optional(),
});
export type PageHead = z.infer<typeof pageSchema>;

const lessonId = id.describe('the file name of a lesson in content/guide/');

const pool = z.enum(['lesson', 'final'], { error: 'pool is none of lesson, final: write one of them, or leave it out' }).default('lesson');

const answers = z
  .array(
    z.strictObject({
      text: name('the answer', 120),
      right: z.boolean({ error: 'write right: true, or leave it out' }).default(false),
      /** Why it is right, or why it is not: what a reader who chose it should know. */
      why: text('why it is right or not', 240),
    }),
  )
  .min(2, 'fewer than two answers: offer two to five')
  .max(5, 'more than five answers: offer two to five');

const question = text('the question', 240).refine((value) => value.endsWith('?'), 'has no question mark: ask something');

/** The cell that a written question is about. The check fails once the record says something else than the question takes for granted. */
const recordSchema = z
  .strictObject({
    service: id,
    option: id,
    layer: z.enum(layerIds),
    party: z
      .enum(['customer', 'aws', 'shared'], { error: 'party is none of customer, aws, shared: write what the record says' })
      .optional(),
    default: z.enum(defaultIds).optional(),
  })
  .refine((value) => value.party !== undefined || value.default !== undefined, 'says nothing to hold: add party or default');

const written = {
  id,
  lesson: lessonId,
  pool,
  question,
  answers,
  /** The page that confirms the answer; left out where a record does. */
  source: source.optional(),
  record: recordSchema.optional(),
};
const confirmed = (value: { readonly source?: unknown; readonly record?: unknown }): boolean =>
  (value.source === undefined) !== (value.record === undefined);
const confirmedBy = 'needs either a source or a record that confirms the answer: write one of the two';

const asked = z.enum(['party', 'default'], { error: 'neither party nor default: write one of them' });

export const checkSchema = z.discriminatedUnion(
  'kind',
  [
    /** Asks what a record says; answer, reason and source come from there. */
    z.strictObject({
      kind: z.literal('cell'),
      id,
      lesson: lessonId,
      pool,
      service: id,
      option: id,
      layer: z.enum(layerIds),
      /** Who secures the layer, or what holds if you do nothing. */
      asks: asked.default('party'),
      /** A situation that asks for the same, in place of the standard question. */
      situation: question.optional(),
    }),
    /** One answer is right. */
    z.strictObject({ kind: z.literal('one'), ...written }).refine(confirmed, confirmedBy),
    /** Several answers are right, and all of them must be chosen. */
    z.strictObject({ kind: z.literal('several'), ...written }).refine(confirmed, confirmedBy),
  ],
  { error: 'kind is none of cell, one, several: write one of them' },
);
export type Check = z.infer<typeof checkSchema>;

export const caseSchema = z.strictObject({
  id,
  /** Month or day, as readers say it. */
  when: text('when it happened', 60),
  /** The service and option whose diagram is shown, and the layers marked in it. */
  service: id,
  option: id,
  layers: z.array(z.enum(layerIds)).min(1, 'no layer: mark the one at fault'),
  side: z.enum(['customer', 'aws', 'shared'], { error: 'side is none of customer, aws, shared: write one of them' }),
  happened: text('what happened', 700),
  whose: text('whose side it was', 300),
  prevent: text('what would have prevented it', 300),
  sources: z
    .array(z.strictObject({ name: name('the name of the source', 80), url: webPage }))
    .min(1, 'no source: a case without one is a rumour'),
});
export type Case = z.infer<typeof caseSchema>;

/** A step of the lesson that the reader steers: the layer whose edge they place, and what each place is answered. */
export const edgeSchema = z.strictObject({
  title: name('the step', 60),
  tells: text('what changes on this step', 240),
  service: id,
  option: id,
  layer: z.enum(layerIds),
  asks: question,
  /** Why the edge does not belong there, for both places that the record does not have. */
  misses: z.strictObject({
    customer: text('why it is not yours', 240).optional(),
    shared: text('why it is not shared', 240).optional(),
    aws: text('why it is not for AWS', 240).optional(),
  }),
  after: text('what the line has done', 240),
});
export type EdgeStep = z.infer<typeof edgeSchema>;

export const termSchema = z.strictObject({
  id,
  term: name('the word', 40),
  /** As it stands in prose; the longest comes first. */
  forms: z.array(name('a form of the word', 40)).min(1),
  text: text('what it means', 220),
});
export type Term = z.infer<typeof termSchema>;

/** What the cells of a row or of a column speak of; a row and a column together name one cell of a record. */
const aboutSchema = z.strictObject({
  service: id.optional(),
  option: id.optional(),
  layer: z.enum(layerIds).optional(),
  /** Which of the record's words the cell begins with; the party if nothing is said. */
  says: asked.optional(),
});

export const lessonTableSchema = z.strictObject({
  page: id,
  /** Its number on the page, from 1. */
  table: z.int({ error: 'not a number: count the tables of the page from 1' }),
  /** Why it is about no particular record; without rows and columns. */
  general: text('why no record says this', 120).optional(),
  /** By the text of the row's first cell. */
  rows: z.record(z.string(), aboutSchema).default({}),
  /** By the text of the column's head. */
  columns: z.record(z.string(), aboutSchema).default({}),
});
export type LessonTable = z.infer<typeof lessonTableSchema>;

/** What the lesson must teach, and where it does. */
export const statementSchema = z.strictObject({ says: text('the statement', 160), page: id, section: name('the heading', 80) });
export type Statement = z.infer<typeof statementSchema>;
