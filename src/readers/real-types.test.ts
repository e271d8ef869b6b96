// The resource types of public files, each with the service it belongs to: a change of the table of prefixes that moves one is seen here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { known } from '../../scripts/read-stack.fixture.ts';
import { judge } from './judge.ts';
import { absent } from './resource.ts';
import type { Resource } from './resource.ts';

const files = z
  .array(z.object({ from: z.string(), types: z.record(z.string(), z.string()) }))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'real-types.json'), 'utf8')));

describe.each(files)('the types of $from', ({ types }) => {
  it.each(Object.entries(types))('%s: %s', (type, expected) => {
    const language = type.includes('::') ? 'cloudformation' : 'terraform';
    const role = expected === 'scaffold' ? 'scaffold' : expected.startsWith('read ') ? 'read' : 'created';
    const resource: Resource = { language, type, name: 'main', line: undefined, role, attribute: () => absent };
    const verdict = judge(resource, ({ type: of }) => known.prefixes[language](of));
    const said = {
      service: 'service' in verdict ? (verdict.service ?? '') : '',
      ask: 'service' in verdict ? (verdict.service ?? '') : '',
      weak: `weak ${'service' in verdict ? (verdict.service ?? '') : ''}`,
      read: `read ${'service' in verdict ? (verdict.service ?? '') : ''}`,
      other: `other ${'provider' in verdict ? verdict.provider : ''}`,
      scaffold: 'scaffold',
      unknown: 'unknown',
    };
    expect(said[verdict.kind]).toBe(expected);
  });
});
