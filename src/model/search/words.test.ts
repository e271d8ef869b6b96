import { describe, expect, it } from 'vitest';
import { editsBetween, glued, singular, stem, typosIn } from './words.ts';

describe('a word without its ending', () => {
  it.each([
    [['patch', 'patches', 'patched', 'patching'], 'patch'],
    [['encrypt', 'encrypted', 'encryption', 'encrypts'], 'encrypt'],
    [['rotate', 'rotation', 'rotating'], 'rotat'],
    [['virtualization', 'virtualisation'], 'virtualizat'],
    [['policy', 'policies'], 'polici'],
    [['run', 'running'], 'run'],
    [['key', 'keys'], 'key'],
    [['ami', 'amis'], 'ami'],
    [['decommission', 'decommissioned', 'decommissioning'], 'decommiss'],
  ])('%s is "%s"', (words, expected) => {
    expect(words.map(stem)).toEqual(words.map(() => expected));
  });
  it.each(['os', 'dns', 'ec2', 's3', 'access', 'tls'])('"%s" has none to lose', (word) => {
    expect(stem(word)).toBe(word);
  });
});

it('names are the same glued, spaced and in the plural, in both spellings', () => {
  expect(glued(['dynamo', 'db'])).toBe('dynamodb');
  expect(glued(['security', 'groups'])).toBe(glued(['security', 'group']));
  expect(glued(['identity', 'centre'])).toBe(glued(['identity', 'center']));
  expect(['eks', 'policies', 'access', 'outposts'].map(singular)).toEqual(['eks', 'policy', 'access', 'outpost']);
});

describe('edits', () => {
  it.each([
    ['lambda', 'lambda', 0],
    ['lamda', 'lambda', 1],
    ['labmda', 'lambda', 1],
    ['elasticashe', 'elasticache', 1],
    ['kitten', 'sitting', 3],
  ])('between "%s" and "%s" are %i', (a, b, edits) => {
    expect(editsBetween(a, b, 3)).toBe(edits);
  });
  it('are counted up to a limit', () => {
    expect(editsBetween('kitten', 'sitting', 2)).toBe(3);
    expect(editsBetween('a', 'abcdef', 1)).toBe(2);
  });
  it('are none in short words and in words with digits', () => {
    expect(['s3', 'ec2', 'vpcs', 'route53', 'lamda', 'elasticsaerch'].map(typosIn)).toEqual([0, 0, 0, 0, 1, 2]);
  });
});
