import { describe, expect, it } from 'vitest';
import { countDefaults, countHoldings, decodeDefaults, describeDefaults, encodeDefaults, meaningOf } from './default.ts';
import { defaults } from './names.fixture.ts';

const layers = [
  { id: 'data' as const, name: 'Customer data' },
  { id: 'network' as const, name: 'Network and firewall' },
  { id: 'backup' as const, name: 'Backup and recovery' },
  { id: 'server-encryption' as const, name: 'Encryption at rest' },
];

describe('the code of a split', () => {
  it.each(['dddddddddddddd', 'yddyyownpwuddd'])('%s survives the way there and back', (code) => {
    expect(encodeDefaults(decodeDefaults(code))).toBe(code);
  });
  it('is refused where it is too short or has a strange letter', () => {
    expect(() => decodeDefaults('ddd')).toThrow('"ddd" has 3 letters');
    expect(() => decodeDefaults('xddddddddddddd')).toThrow('has no default for data');
  });
});

describe('counting', () => {
  it('adds up to the splits for each layer, and to the layers of a split', () => {
    const splits = ['yddyyownpwuddd', 'oddyyownpwuddd'].map(decodeDefaults);
    expect(countDefaults(splits).data).toMatchObject({ yours: 1, open: 1, done: 0 });
    expect(countHoldings(decodeDefaults('yddyyownpwuddd'))).toEqual({
      done: 5,
      partly: 1,
      'when-asked': 2,
      open: 1,
      yours: 3,
      unstated: 1,
      none: 1,
    });
  });
});

describe('a split in a sentence', () => {
  it('names what is open and what waits, and counts the rest', () => {
    expect(describeDefaults(decodeDefaults('yddddopdwddddd'), layers)).toBe(
      '10 layers are protected and 1 in part. Open until you close it: network and firewall. Off until you ask: encryption at rest. 1 is only yours to do.',
    );
  });
  it('leaves out what there is none of', () => {
    expect(describeDefaults(decodeDefaults('dddddddddddddd'), layers)).toBe('14 layers are protected.');
    expect(describeDefaults(decodeDefaults('unnnnnnnnnnnnn'), layers)).toBe('AWS does not say for customer data.');
  });
  it('counts where there are too many to name', () => {
    expect(describeDefaults(decodeDefaults('oddddoododdddd'), layers)).toContain('Open until you close it: 4 layers.');
  });
});

it('has words for each layer, and the name of the default where a page lacks them', () => {
  expect(meaningOf(defaults, 'open', 'network')).toBe('Reachable until you restrict it');
  expect(meaningOf(defaults, 'open', 'os')).toBe('Open until you close it');
});
