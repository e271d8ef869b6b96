// Each place that an answer names is a link in words of its own.
import { expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import type { FaqPlace } from '../model/record/schema/faq.ts';
import { placesOf, reviewOf } from './questions.ts';

const content = getContent();
const link = (place: FaqPlace): string => placesOf({ see: [place] }, content).map(({ href, text }) => `${text} ${href}`)[0] ?? '';

it.each([
  [{ page: 'controls' }, /^Lesson \d+: Controls .* \/guide\/controls\/$/u],
  [{ page: 'glossary' }, /^Glossary \/guide\/glossary\/$/u],
  [{ question: 'patching' }, /^Is patching .*\? \/questions\/#patching$/u],
  [{ service: 'amazon-rds' }, /^Amazon RDS \/services\/amazon-rds\/$/u],
  [{ service: 'amazon-rds', layer: 'os' }, /^Amazon RDS: Guest operating system \/services\/amazon-rds\/\?layer=os$/u],
  [{ service: 'aws-kms', option: 'external-key-store' }, /^AWS KMS, External key store \/services\/aws-kms\/\?option=external-key-store$/u],
  [{ layer: 'os' }, /^Guest operating system, every service \/explore\/\?layer=os$/u],
  [{ layer: 'os', party: 'customer' }, /^Guest operating system: yours in \d+ services \/explore\/\?layer=os&party=customer&count=ways$/u],
  [{ layer: 'backup', default: 'done' }, /^Backup and recovery: done in \d+ services \/explore\/\?layer=backup&default=done&count=ways$/u],
  [
    { layer: 'network', default: 'open' },
    /^Network and firewall: open until .* in \d+ services \/defaults\/\?default=open&layer=network$/u,
  ],
  [{ default: 'open' }, /^Open until .* in \d+ services \/defaults\/\?default=open$/u],
] satisfies readonly (readonly [FaqPlace, RegExp])[])('%j leads on', (place, told) => {
  expect(link(place)).toMatch(told);
});

it('counts the services that the explorer then shows', () => {
  const some = content.catalog.services.filter(({ options }) => options.some(({ parties }) => parties.os === 'customer'));
  expect(link({ layer: 'os', party: 'customer' })).toContain(`in ${some.length} services`);
});

it('names no place that is not there', () => {
  expect(() => link({ page: 'nothing' })).toThrow('nothing');
  expect(() => link({ question: 'nothing' })).toThrow('nothing');
  expect(() => link({ service: 'nothing' })).toThrow('nothing');
});

it('was checked on the last day of its answers', () => {
  const days = content.faq.flatMap(({ questions }) => questions.map(({ reviewed }) => reviewed));
  expect(reviewOf(content.faq)).toBe([...days].sort().at(-1));
  expect(reviewOf([])).toBeUndefined();
});
