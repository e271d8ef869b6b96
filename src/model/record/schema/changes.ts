// The shape of the log of changes, and of the list of what has no record.
import { z } from 'zod';
import { layerIds, statusIds } from '../../vocabulary.ts';
import { id, name, pastDay, source, text } from './field.ts';
import { prefix } from './service.ts';

/** Why AWS's lists name something that has no record; `npm run check:drift` fails once the reason is no longer true. */
export const gapReasons = ['not-written', 'part-of', 'no-service'] as const;

/** One entry of gaps.yaml. */
export const gapSchema = z.discriminatedUnion(
  'reason',
  [
    /** A service whose record is still to be written. True as long as there is none. */
    z.strictObject({
      reason: z.literal('not-written'),
      id,
      name: name('the name', 80),
      /** What readers call it, today and before: the search says of each that the service is not covered yet. */
      aliases: z.array(name('the alias', 60)).optional(),
      /** AWS's page about its security, which the search offers as long as there is no record. */
      security: source.optional(),
      /** Where AWS has no such page: its page about the service. */
      docs: source.optional(),
      prefixes: z.array(prefix),
    }),
    /** A feature with a prefix of its own that readers look up under its service. True as long as that service is listed. */
    z.strictObject({ reason: z.literal('part-of'), of: id, name: name('the name', 80), prefixes: z.array(prefix).min(1) }),
    /** A console, an account matter, or something AWS has ended: nothing to secure in layers. */
    z.strictObject({
      reason: z.literal('no-service'),
      because: text('why it needs no record', 160),
      name: name('the name', 80),
      prefixes: z.array(prefix).min(1),
    }),
  ],
  { error: () => `reason is none of ${gapReasons.join(', ')}: write one of them` },
);
export type Gap = z.infer<typeof gapSchema>;

/** Parties, then defaults, each a letter a layer; entries from before 2026-11-29 have parties alone. */
const stateCode = new RegExp(`^[csan]{${layerIds.length}}( [dpwoyun]{${layerIds.length}})?$`, 'u');

/** What the log of changes remembers of a service: its name, its status, and the parties of each option as fourteen letters. */
export const stateSchema = z.strictObject({
  short: name('the short name', 48),
  status: z.enum([...statusIds, 'retired']),
  options: z.record(
    id,
    z.string().regex(stateCode, 'not a letter of c, s, a, n for each layer, and after a space one of d, p, w, o, y, u, n for each'),
  ),
});
export type State = z.infer<typeof stateSchema>;

/** One entry of changes.yaml, which `npm run diff-data -- --record` writes: services as they were from that day on; null for one removed. */
export const changeEntrySchema = z
  .strictObject({
    day: pastDay,
    services: z.record(id, stateSchema.nullable()),
    /** Services whose duties stood wrong here before: AWS moved nothing. Written by `--record --correction`. */
    corrected: z.array(id).optional(),
    /** How often this day was written down of a service, where more than once; `added` stands for the services added. `--record` counts. */
    again: z.record(id, z.int().min(2).max(999)).optional(),
  })
  .refine(({ services, corrected = [] }) => corrected.every((each) => services[each]), {
    path: ['corrected'],
    error: 'names a service that the same day does not hold: remove it, or record the day again',
  });
export type ChangeEntry = z.infer<typeof changeEntrySchema>;
