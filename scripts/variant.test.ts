import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { serviceSchema } from '../src/model/record/schema/service.ts';
import { root } from './steps.ts';
import { variant } from './variant.ts';

it('a variant of each record is a record, however long its details become', () => {
  const folder = path.join(root, 'content/services');
  const texts = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const active = texts.filter(({ text }) => !text.includes('status: retired'));
  expect(active.length).toBeGreaterThan(100);
  const problems = active.flatMap(({ name, text }) =>
    (serviceSchema.safeParse(parse(variant(text, 6))).error?.issues ?? []).map(
      (issue) => `${name} ${issue.path.join('.')}: ${issue.message}`,
    ),
  );
  expect(problems).toEqual([]);
});
