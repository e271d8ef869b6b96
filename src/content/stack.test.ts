import { expect, it } from 'vitest';
import { makePrefixes } from '../model/stack/prefixes.ts';
import { unpackNames } from '../model/stack/named.ts';
import { getContent } from './load.ts';
import { namesFile } from './stack.ts';

const content = getContent();

it('browsers know the same prefixes and services as the content', () => {
  const known = unpackNames(namesFile(content));
  const own = makePrefixes(content.prefixes);
  for (const { terraform, cloudformation, iam } of content.prefixes) {
    expect(known.prefixes.terraform(`${terraform}x`)).toBe(own.terraform(`${terraform}x`));
    expect(known.prefixes.cloudformation(`${cloudformation}X`)).toBe(own.cloudformation(`${cloudformation}X`));
    expect(known.prefixes.iam(iam)).toEqual(own.iam(iam));
  }
  expect(known.services.filter(({ state }) => state === 'recorded').map(({ id, options }) => [id, options.length])).toEqual(
    content.catalog.services.map(({ id, options }) => [id, options.length]),
  );
  expect(known.services.filter(({ state }) => state === 'ended').map(({ id }) => id)).toEqual(content.catalog.retired.map(({ id }) => id));
});
