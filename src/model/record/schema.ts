// The shape of every content file. The comments on fields are the manual: CONTRIBUTING points here.
import { z } from 'zod';
import { categoryIds, layerIds, partyIds, phraseLimit, statusIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';

/** Hosts whose pages may be cited. A host stands for itself and its subdomains. */
export const sourceHosts = ['aws.amazon.com', 'amazonaws.com', 'aws', 'awsstatic.com'] as const;

const detailLimit = 480;

const text = (what: string, max: number) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `missing: write ${what}` : `write ${what} as text`) })
    .trim()
    .min(1, { error: `empty: write ${what}`, abort: true })
    .max(max, `too long: ${what} takes at most ${max} characters; move the rest to detail`);

const phrase = (what: string, max: number) =>
  text(`the phrase of ${what}`, max).refine((value) => !value.endsWith('.'), 'ends with a full stop: a phrase has none; remove it');

const isSource = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  return (
    protocol === 'https:' &&
    username === '' &&
    password === '' &&
    sourceHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
};

const source = text('the address of the AWS page that says it', 400).refine(
  isSource,
  "not an https address on one of AWS's own domains: cite the AWS page that states the fact, with https://",
);

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
const cells = z.partialRecord(z.enum(layerIds, { error: 'unknown layer' }), cellSchema);
export type Cells = Partial<Record<LayerId, Cell>>;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'not an id: use lower-case letters, digits and single hyphens');

// Where the day begins first, at UTC+14: who writes a record there before breakfast has not reviewed it tomorrow.
const today = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** A day as YYYY-MM-DD, today at the latest: nobody has reviewed anything tomorrow. */
const pastDay = z.iso
  .date({ error: 'not a day: write it as YYYY-MM-DD, without a time', abort: true })
  .refine((day) => day <= today(), 'a day in the future: write the day of the last review');

export const layerSchema = z.strictObject({
  id: z.enum(layerIds),
  name: text('the name', 40),
  question: text('the question the layer answers', 120),
});
export type Layer = z.infer<typeof layerSchema>;

export const partySchema = z.strictObject({
  id: z.enum(partyIds),
  /** As a label: You, Shared, AWS, Not there. */
  name: text('the name', 20),
  /** As a predicate over services: Yours, Shared, AWS. */
  short: text('the short name', 20),
  sentence: text('the sentence', 80),
});
export type Party = z.infer<typeof partySchema>;

export const areaSchema = z.strictObject({ id, name: text('the name', 60) });
export type Area = z.infer<typeof areaSchema>;

export const categorySchema = z.strictObject({
  id: z.enum(categoryIds),
  name: text('the name', 40),
  /** One sentence: who controls what. */
  summary: text('the summary', 240),
  /** The example everybody knows. */
  example: text('the example', 60),
  /** What is true of every service of the category; services and options override it. */
  cells,
});
export type Category = z.infer<typeof categorySchema>;

export const optionSchema = z.strictObject({
  /** Stable: it stands in addresses. model ids first, then the run mode in AWS's own words. */
  id,
  /** As readers say it: "Fargate", "Managed node groups". */
  name: text('the name', 48),
  /** How much AWS runs in this option. */
  category: z.enum(categoryIds, { error: `category is none of ${categoryIds.join(', ')}: write one of them` }),
  /** One sentence: what runs where, and what moves. Needed where there is more than one option. */
  summary: text('the summary', 260).optional(),
  /** Cells that differ from those of the service. */
  cells: cells.optional(),
});
export type ServiceOption = z.infer<typeof optionSchema>;

const prefix = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'not a service prefix: write the part before the colon of an IAM action, as in "s3"');

const named = {
  /** AWS's current full name. */
  name: text('the full name', 80),
  /** What people write: "Amazon RDS". */
  short: text('the short name', 48),
  /** Id of one area of areas.yaml. */
  area: id,
  /** Abbreviations, product names and words people look it up by. Each leads to one service only. */
  aliases: z.array(text('the alias', 60)),
  /** Names AWS used before. */
  formerly: z.array(text('the former name', 80)),
  /** Service prefixes of its actions in IAM policies; leave out where AWS has none. `npm run check:drift` holds them against AWS's list. */
  prefixes: z.array(prefix).default([]),
} as const;

export const serviceSchema = z.strictObject({
  ...named,
  /** retired is written without cells and options, in the form of {@link retiredSchema}. */
  status: z.enum(statusIds, { error: `status is none of ${statusIds.join(', ')}: write one of them` }),
  /** One or two sentences: what it is, and where its line runs. */
  summary: text('the summary', 320),
  /** The day the cells were checked against their sources. */
  reviewed: pastDay,
  /** The service's documentation front page. */
  docs: source,
  /** Ids of services a reader of this page looks at next. */
  related: z.array(id).max(6, 'more than six: keep the ones a reader needs'),
  /** Cells true of every option, unless the option says otherwise. */
  cells,
  /** Ways to run it that change the split; the first is the default. */
  options: z.array(optionSchema).min(1, 'no option: write at least one, the default'),
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

/** Why AWS's lists name something that has no record; `npm run check:drift` fails once the reason is no longer true. */
export const gapReasons = ['not-written', 'part-of', 'no-service'] as const;

/** One entry of gaps.yaml. */
export const gapSchema = z.discriminatedUnion(
  'reason',
  [
    /** A service whose record is still to be written. True as long as there is none. */
    z.strictObject({ reason: z.literal('not-written'), id, name: text('the name', 80), prefixes: z.array(prefix) }),
    /** A feature with a prefix of its own that readers look up under its service. True as long as that service is listed. */
    z.strictObject({ reason: z.literal('part-of'), of: id, name: text('the name', 80), prefixes: z.array(prefix).min(1) }),
    /** A console, an account matter, or something AWS has ended: nothing to secure in layers. */
    z.strictObject({
      reason: z.literal('no-service'),
      because: text('why it needs no record', 160),
      name: text('the name', 80),
      prefixes: z.array(prefix).min(1),
    }),
  ],
  { error: () => `reason is none of ${gapReasons.join(', ')}: write one of them` },
);
export type Gap = z.infer<typeof gapSchema>;

/** What the log of changes remembers of a service: its name, its status, and the parties of each option as fourteen letters. */
export const stateSchema = z.strictObject({
  short: text('the short name', 48),
  status: z.enum([...statusIds, 'retired']),
  options: z.record(id, z.string().regex(/^[csan]{14}$/u, 'not fourteen of the letters c, s, a, n')),
});
export type State = z.infer<typeof stateSchema>;

/** One entry of changes.yaml, which `npm run diff-data -- --record` writes: services as they were from that day on; null for one removed. */
export const changeEntrySchema = z
  .strictObject({
    day: pastDay,
    services: z.record(id, stateSchema.nullable()),
    /** Services whose duties stood wrong here before: AWS moved nothing. Written by `--record --correction`. */
    corrected: z.array(id).optional(),
  })
  .refine(({ services, corrected = [] }) => corrected.every((each) => services[each]), {
    path: ['corrected'],
    error: 'names a service that the same day does not hold: remove it, or record the day again',
  });
export type ChangeEntry = z.infer<typeof changeEntrySchema>;

// ---- the public data files ----

/** One service of /data/v1/services.json, and the whole of /data/v1/services/<id>.json. */
export const publishedServiceSchema = serviceSchema.omit({ cells: true, related: true, options: true, prefixes: true }).extend({
  id,
  url: z.string(),
  options: z
    .array(z.strictObject({ id, name: z.string(), category: z.enum(categoryIds), split: z.record(z.enum(layerIds), cellSchema) }))
    .min(1),
});

/** One service of /data/v1/retired.json. */
export const publishedRetiredSchema = retiredSchema.omit({ prefixes: true }).extend({ id, url: z.string() });

export const publishedSchemas = {
  layers: z.array(layerSchema),
  categories: z.array(categorySchema.omit({ cells: true })),
  areas: z.array(areaSchema),
  service: publishedServiceSchema,
  services: z.strictObject({ version: z.literal(1), reviewed: z.iso.date(), services: z.array(publishedServiceSchema) }),
  retired: z.strictObject({ version: z.literal(1), services: z.array(publishedRetiredSchema) }),
} as const;

/** JSON Schema (draft 2020-12) of each public data file, by name. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(publishedSchemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]),
  );
}

// ---- The lesson's own records ----

const lessonId = id.describe('the file name of a lesson in content/guide/');

const pool = z.enum(['lesson', 'final'], { error: 'pool is none of lesson, final: write one of them, or leave it out' }).default('lesson');

const answers = z
  .array(
    z.strictObject({
      text: text('the answer', 120),
      right: z.boolean({ error: 'write right: true, or leave it out' }).default(false),
      /** Why it is right, or why it is not: what a reader who chose it should know. */
      why: text('why it is right or not', 240),
    }),
  )
  .min(2, 'fewer than two answers: offer two to five')
  .max(5, 'more than five answers: offer two to five');

const question = text('the question', 240).refine((value) => value.endsWith('?'), 'has no question mark: ask something');

export const checkSchema = z.discriminatedUnion(
  'kind',
  [
    /** Asks what a record says; answer, reason and source come from there. */
    z.strictObject({ kind: z.literal('cell'), id, lesson: lessonId, pool, service: id, option: id, layer: z.enum(layerIds) }),
    /** One answer is right. */
    z.strictObject({ kind: z.literal('one'), id, lesson: lessonId, pool, question, answers, source }),
    /** Several answers are right, and all of them must be chosen. */
    z.strictObject({ kind: z.literal('several'), id, lesson: lessonId, pool, question, answers, source }),
  ],
  { error: 'kind is none of cell, one, several: write one of them' },
);
export type Check = z.infer<typeof checkSchema>;

const webPage = text('the address of the page', 400).refine(
  (value) => URL.canParse(value) && new URL(value).protocol === 'https:',
  'not an https address: cite a public page',
);

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
    .array(z.strictObject({ name: text('the name of the source', 80), url: webPage }))
    .min(1, 'no source: a case without one is a rumour'),
});
export type Case = z.infer<typeof caseSchema>;

export const termSchema = z.strictObject({
  id,
  term: text('the word', 40),
  /** As it stands in prose; the longest comes first. */
  forms: z.array(text('a form of the word', 40)).min(1),
  text: text('what it means', 220),
});
export type Term = z.infer<typeof termSchema>;

/** What the lesson must teach, and where it does. */
export const statementSchema = z.strictObject({ says: text('the statement', 160), page: id, section: text('the heading', 80) });
export type Statement = z.infer<typeof statementSchema>;
