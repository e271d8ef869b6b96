// The shape of the public data files below /data/v1/.
import { severityIds } from '../../severity.ts';
import { z } from 'zod';
import { categoryIds, layerIds, mapLayers } from '../../vocabulary.ts';
import { cellSchema } from './cell.ts';
import { controlId } from './controls.ts';
import { id, phrase, source } from './field.ts';
import { areaSchema, categorySchema, defaultSchema, layerSchema, retiredSchema, serviceSchema } from './service.ts';

/**
 * A cell as it is published: the first page in `source`, as version 1 always had it, all of them in `sources`, and in `titles` what AWS
 * calls them, in the same order: null where a title is not known, and no list where none is.
 */
const cited = { source, sources: z.array(source).min(1), titles: z.array(z.string().nullable()).min(1).optional() };
const [customer, aws, shared, none] = cellSchema.options;
const publishedCellSchema = z.discriminatedUnion('party', [
  customer.extend(cited),
  aws.extend(cited),
  shared.extend(cited),
  none.extend(cited),
]);

/** A page of this site, below the path that it lies at. */
const url = z.string().regex(/^(?:\/[A-Za-z0-9._~-]+)*\/services\/[a-z0-9-]+\/$/u);

/** One service of /data/v1/services.json, and the whole of /data/v1/services/<id>.json. */
export const publishedServiceSchema = serviceSchema.omit({ cells: true, related: true, options: true, prefixes: true }).extend({
  id,
  url,
  options: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        aliases: z.array(z.string()).optional(),
        category: z.enum(categoryIds),
        split: z.strictObject(mapLayers(() => publishedCellSchema)),
      }),
    )
    .min(1),
});

/** One redirect of /data/v1/aliases.json. */
const publishedAliasSchema = z.strictObject({ from: z.string(), to: z.string() });

/** One service of /data/v1/retired.json. */
export const publishedRetiredSchema = retiredSchema.omit({ prefixes: true }).extend({ id, url });

/** One control of /data/v1/controls.json; without `identifier` AWS Config offers no rule for it. */
export const publishedControlSchema = z.strictObject({
  id: controlId,
  shows: z.string(),
  severity: z.enum(severityIds),
  rule: z.string().optional(),
  identifier: z.string().optional(),
  types: z.array(z.string()).min(1),
  parameters: z.record(z.string(), z.string()),
  duties: z.array(z.strictObject({ service: id, layer: z.enum(layerIds), options: z.array(id).min(1) })).min(1),
  source,
});

export const publishedSchemas = {
  layers: z.array(layerSchema),
  defaults: z.array(defaultSchema.extend({ layers: z.strictObject(mapLayers(() => phrase('what it means for this layer', 60))) })),
  categories: z.array(categorySchema.omit({ cells: true })),
  areas: z.array(areaSchema),
  service: publishedServiceSchema,
  services: z.strictObject({ version: z.literal(1), reviewed: z.iso.date(), services: z.array(publishedServiceSchema) }),
  aliases: z.strictObject({ version: z.literal(1), aliases: z.array(publishedAliasSchema) }),
  retired: z.strictObject({ version: z.literal(1), services: z.array(publishedRetiredSchema) }),
  controls: z.strictObject({ version: z.literal(1), controls: z.array(publishedControlSchema) }),
} as const;

/**
 * JSON Schema (draft 2020-12) of each public data file, by name.
 * @param home the address of the folder that the schemas are published in, with a slash at its end: part of the name of each
 */
export function jsonSchemas(home: string): Record<string, Readonly<Record<string, unknown>>> {
  return Object.fromEntries(
    Object.entries(publishedSchemas).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [name, { $schema, $id: `${home}${name}.json`, ...rest }];
    }),
  );
}
