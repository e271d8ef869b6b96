// The shape of an overlay: what a company adds to the facts for its own people. The comments are its manual.
import { z } from 'zod';
import { id, name, text, webPage } from './field.ts';

/** A team as its people call it. It stands beside your half of a layer, so keep it short. */
const team = name('the team that owns it', 40);

const decided = {
  /** The id of a service, as in the address of its page: `amazon-s3`. */
  service: id,
  /** Who answers for the decision and takes questions. */
  owner: team,
  /** Why it was decided so, in a sentence or two. */
  reason: text('why it was decided so', 240),
};

/** The parts of an AWS Region's code, so that new Regions pass and misspelt ones do not: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const region = z
  .string({ error: 'write the code of a Region, as "eu-central-1"' })
  .regex(
    /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us|us-gov|us-iso[a-z]?|eu-iso[a-z]|eusc-[a-z]{2})-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d{1,2}$/u,
    'not the code of an AWS Region: write it as "eu-central-1", without a zone and without its name',
  );

/** A file beside the overlay or in a folder there. */
const beside = (endings: string, what: string) =>
  z
    .string({ error: `write the name of ${what}` })
    .regex(
      new RegExp(`^(?:[a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9_-]*\\.(?:${endings})$`, 'u'),
      `not the name of ${what} beside the overlay: use lower-case letters, digits and hyphens, and no ".."`,
    );

const rule = z
  .strictObject({
    /** Where the rule holds: in every place that all of those you name have in common. At least one of the three. */
    layer: z.string().optional(),
    category: z.string().optional(),
    service: id.optional(),
    /** What your people must do, in a sentence or two. It stands beside what AWS's pages say, under your company's name. */
    text: text('the rule', 240),
    /** A page that says more. */
    link: webPage.optional(),
  })
  .refine(
    (value) => value.layer !== undefined || value.category !== undefined || value.service !== undefined,
    'holds nowhere: add layer, category or service',
  );

/** Each holds for a layer, by its id. */
const owners = z.record(z.string(), team).default({});

export const organizationSchema = z.strictObject({
  /** Your company, as its people call it. */
  name: name('the name of the company', 40),
  /** An SVG or PNG file beside this one, at most 64 kB. */
  logo: beside('svg|png', 'an SVG or PNG file').optional(),
  /** Whom readers may ask, the first for services that nobody has decided on. */
  contacts: z
    .array(
      z.strictObject({
        label: name('whom readers ask there', 60),
        /** An e-mail address, or a page by its https address. */
        address: text('an e-mail or https address', 400).regex(
          /^(?:https:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?:[/?#][^\s<>"'`{}|^\\]*)?|[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,})$/iu,
          'neither an e-mail nor an https address: write "cloud@example.com" or "https://cloud.example.com"',
        ),
      }),
    )
    .max(5, 'more than five contacts: name those that readers need')
    .default([]),
  /** What has been decided on services. What stands in no list is shown as not decided. */
  services: z
    .strictObject({
      approved: z.array(z.strictObject(decided)).default([]),
      conditional: z
        .array(
          z.strictObject({
            ...decided,
            /** What must hold before somebody may use it. */
            condition: text('what must hold', 240),
          }),
        )
        .default([]),
      forbidden: z.array(z.strictObject(decided)).default([]),
    })
    .default({ approved: [], conditional: [], forbidden: [] }),
  /** Where data may lie, by the codes of Regions. */
  regions: z.array(region).default([]),
  /** Which team does your half: the nearest wins, that of the service before that of the category before that of the layer. */
  owners: z
    .strictObject({
      /** By layer: `os: Platform team`. */
      layers: owners,
      /** By category, then layer: `infrastructure: { os: Server team }`. */
      categories: z.record(z.string(), owners).default({}),
      /** By service, then layer: `amazon-rds: { backup: Database team }`. */
      services: z.record(z.string(), owners).default({}),
    })
    .default({ layers: {}, categories: {}, services: {} }),
  rules: z.array(rule).default([]),
  /** Pages of the course that are your own, in their order: .md or .mdx files beside this one, under the rules of our lessons. */
  pages: z.array(beside('mdx?', 'a .md or .mdx file')).max(20, 'more than twenty pages: readers lose their way').default([]),
});
export type OrganizationRecord = z.infer<typeof organizationSchema>;
export type HouseRule = z.infer<typeof rule>;

/** The names of all fields of an overlay, to find the one that was meant. */
export const organizationKeys = [
  ...Object.keys(organizationSchema.shape),
  ...['label', 'address', 'approved', 'conditional', 'forbidden', 'service', 'owner', 'reason', 'condition'],
  ...['layers', 'categories', 'layer', 'category', 'text', 'link'],
];
