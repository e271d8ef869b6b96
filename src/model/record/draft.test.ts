// A new record holds every field, and lacks only what its author must write.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalog } from '../../content/load.ts';
import { draftRecord } from './draft.ts';
import { ContentError } from '../problem.ts';
import { cellSchema } from './schema/cell.ts';
import { optionSchema, serviceSchema } from './schema/service.ts';

const draft = draftRecord('aws-example-store', ['store'], '2026-11-01');

it('is YAML with every field of a record written or explained', () => {
  const value: unknown = parse(draft);
  expect(value).toMatchObject({ name: 'AWS Example Store', prefixes: ['store'], reviewed: '2026-11-01' });
  const fields = [serviceSchema, optionSchema, ...cellSchema.options].flatMap((schema) => Object.keys(schema.shape));
  for (const field of new Set(fields)) expect(draft).toMatch(new RegExp(`(?:^|\\W)${field}(?::|")`, 'mu'));
});

it('is told field by field what is missing, and nothing else', () => {
  const texts = ['layers', 'parties', 'defaults', 'areas', 'categories', 'disagreements'].map((name) => `content/${name}.yaml`);
  const load = () =>
    loadCatalog([
      ...texts.map((path) => ({ path, text: path.includes('disagreements') ? '[]' : readFileSync(path, 'utf8') })),
      { path: 'content/services/aws-example-store.yaml', text: draft },
    ]);
  let fields: string[] = [];
  try {
    load();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    fields = error.problems.map((each) => each.field);
  }
  const cells = ['access', 'network', 'backup', 'traffic', 'server-encryption'].flatMap((layer) =>
    ['default', 'you', 'aws', 'detail', 'source'].map((part) => `cells.${layer}.${part}`),
  );
  expect([...new Set(fields)].sort()).toEqual([...cells, 'area', 'docs', 'options.0.category', 'purposes', 'summary'].sort());
});
