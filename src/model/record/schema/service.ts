// The shape of a vocabulary and of a service's record. The comments on fields are the manual: CONTRIBUTING points here.
import { z } from 'zod';
import { categoryIds, defaultIds, layerIds, partyIds, statusIds } from '../../vocabulary.ts';
import { cells, detailLimit } from './cell.ts';
import { id, name, pastDay, phrase, source, text } from './field.ts';

export const layerSchema = z.strictObject({
  id: z.enum(layerIds),
  name: name('the name', 40),
  question: text('the question the layer answers', 120),
});
export type Layer = z.infer<typeof layerSchema>;

export const partySchema = z.strictObject({
  id: z.enum(partyIds),
  /** As a label: You, Shared, AWS, Doesn't apply. */
  name: name('the name', 20),
  /** Said of a layer or a service in running text: yours, shared, AWS, doesn't apply. */
  predicate: name('the predicate', 20),
});
export type Party = z.infer<typeof partySchema>;

/** What stands for a default where a word has no room; each has its shape in the drawings. */
export const glyphIds = ['disc', 'half-disc', 'ring', 'triangle', 'dash', 'question'] as const;

/** The longest words of a default for one layer, in characters. */
const defaultPhraseLimit = 60;

export const defaultSchema = z.strictObject({
  id: z.enum(defaultIds),
  /** As a label: Done, Partly, Not until you ask. */
  name: name('the name', 30),
  glyph: z.enum(glyphIds, { error: `glyph is none of ${glyphIds.join(', ')}: write one of them` }),
  /** What it means, whatever the layer. */
  means: text('what it means', 120),
  /** What it means for each layer: "Reachable from the internet until you restrict it". */
  layers: z.record(z.enum(layerIds, { error: 'unknown layer' }), phrase('what it means for this layer', defaultPhraseLimit)),
});
export type Default = z.infer<typeof defaultSchema>;

/** Why cells of two services that cite the same page for the same layer differ in party or default. Fails once they no longer do. */
export const disagreementSchema = z.strictObject({
  page: source,
  layer: z.enum(layerIds, { error: 'unknown layer' }),
  because: text('why the cells differ', 200),
});
export type Disagreement = z.infer<typeof disagreementSchema>;

export const areaSchema = z.strictObject({ id, name: name('the name', 60) });
export type Area = z.infer<typeof areaSchema>;

export const categorySchema = z.strictObject({
  id: z.enum(categoryIds),
  name: name('the name', 40),
  /** One sentence: who controls what. */
  summary: text('the summary', 240),
  /** The example everybody knows. */
  example: name('the example', 60),
  /** What is true of every service of the category; services and options override it. */
  cells,
});
export type Category = z.infer<typeof categorySchema>;

export const optionSchema = z.strictObject({
  /** Stable: it stands in addresses. model ids first, then the run mode in AWS's own words. */
  id,
  /** As readers say it: "Fargate", "Managed node groups". */
  name: name('the name', 48),
  /** Further names of this option alone that its name does not tell: "GWLB". Each is an address that leads to it. */
  aliases: z.array(name('the alias', 60)).max(10, 'more than ten: keep the names that readers type').optional(),
  /** How much AWS runs in this option. */
  category: z.enum(categoryIds, { error: `category is none of ${categoryIds.join(', ')}: write one of them` }),
  /** One sentence: what runs where, and what moves. Needed where there is more than one option. */
  summary: text('the summary', 260).optional(),
  /** Cells that differ from those of the service. */
  cells: cells.optional(),
});
export type ServiceOption = z.infer<typeof optionSchema>;

/** The part before the colon of an IAM action. */
export const prefix = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'not a service prefix: write the part before the colon of an IAM action, as in "s3"');

const named = {
  /** AWS's current full name. */
  name: name('the full name', 80),
  /** What people write: "Amazon RDS". */
  short: name('the short name', 48),
  /** Id of one area of areas.yaml. */
  area: id,
  /** Abbreviations, product names and words people look it up by. Each leads to one service only. */
  aliases: z.array(name('the alias', 60)).max(30, 'more than thirty: keep the names that readers type'),
  /** Names AWS used before. */
  formerly: z.array(name('the former name', 80)).max(10, 'more than ten: keep the names that readers still meet'),
  /** Service prefixes of its actions in IAM policies; leave out where AWS has none. `npm run check:drift` holds them against AWS's list. */
  prefixes: z.array(prefix).max(30, 'more than thirty: keep those of this service alone').default([]),
} as const;

export const serviceSchema = z.strictObject({
  ...named,
  /** retired is written without cells and options, in the form of {@link retiredSchema}. */
  status: z.enum(statusIds, { error: `status is none of ${statusIds.join(', ')}: write one of them` }),
  /** One or two sentences: what it is, and where its line runs. */
  summary: text('the summary', 320),
  /** The day the cells were checked against their sources. */
  reviewed: pastDay,
  /** What people want when they look for it without knowing its name: "content delivery network". The search reads them. */
  purposes: z
    .array(name('the purpose', 60))
    .min(3, 'fewer than three: write what people look for without knowing the name')
    .max(10, 'more than ten: keep the ten that people type'),
  /** The service's documentation front page. */
  docs: source,
  /** Ids of services a reader of this page looks at next. */
  related: z.array(id).max(6, 'more than six: keep the ones a reader needs'),
  /** Cells true of every option, unless the option says otherwise. */
  cells,
  /** Ways to run it that change the split; the first is the default. */
  options: z
    .array(optionSchema)
    .min(1, 'no option: write at least one, the default')
    .max(20, 'more than twenty options: keep those that move a duty'),
});
export type ServiceRecord = z.infer<typeof serviceSchema>;

/** A service that AWS has ended: no split, but a page that says what came in its place. */
export const retiredSchema = z.strictObject({
  ...named,
  status: z.literal('retired'),
  /** One or two sentences: what it was. */
  summary: text('the summary', 320),
  /** The day it ended, as AWS's page gives it. */
  ended: pastDay,
  /** What to use in its place, in AWS's words made ours; or that AWS names nothing. */
  instead: text('what to use instead', detailLimit),
  /** Ids of the services that take its place and have a record. */
  successors: z.array(id).max(6, 'more than six: keep the ones a reader needs'),
  /** The AWS page that says so. */
  source,
  reviewed: pastDay,
});
export type RetiredRecord = z.infer<typeof retiredSchema>;
