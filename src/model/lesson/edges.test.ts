import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import type { EdgeStep } from '../record/schema/lesson.ts';
import { assertEdges } from './edges.ts';

const { catalog, edges } = getContent();
const step: EdgeStep = {
  title: 'To Amazon EC2',
  tells: 'It moves.',
  service: 'amazon-ec2',
  option: 'default',
  layer: 'os',
  asks: 'Who patches it?',
  misses: { shared: 'AWS installs no update.', aws: 'AWS installs no update.' },
  after: 'It is yours.',
};
const found = (changed: Partial<EdgeStep>): string[] =>
  assertEdges({ path: 'edges.yaml', value: [] }, [{ ...step, ...changed }], catalog).map(({ field, found: what }) => `${field}: ${what}`);

describe('steps of the lesson that the reader steers', () => {
  it('answer both places where the record does not have the edge, and no other', () => {
    expect(found({})).toEqual([]);
    expect(found({ misses: { aws: 'AWS installs no update.' } })).toEqual(['0.misses: no answer for shared']);
    expect(found({ misses: { ...step.misses, customer: 'Not yours.' } })).toEqual(['0.misses: an answer for customer']);
    // The record has another party than the answers were written for.
    expect(found({ layer: 'virtualization' })).toEqual(['0.misses: no answer for customer', '0.misses: an answer for aws']);
  });

  it('are about cells that are there', () => {
    expect(found({ option: 'other' })).toEqual(['0.service: amazon-ec2, option other']);
    expect(found({ service: 'amazon-s3', layer: 'application' })).toEqual(['0.layer: application, which amazon-s3 does not have']);
  });

  it('of the site do not all have the edge in one place', () => {
    const parties = edges.map(
      ({ service, option, layer }) =>
        catalog.services.find(({ id }) => id === service)?.options.find(({ id }) => id === option)?.cells[layer].party,
    );
    expect(new Set(parties).size).toBe(3);
  });
});
