import { expect, it } from 'vitest';
import { mapLayers } from '../vocabulary.ts';
import { describeStep } from './step.ts';

const names = mapLayers((layer) => (layer === 'os' ? 'Operating system' : layer === 'backup' ? 'Backup' : layer));

it.each([
  ['ssssssssssassa ddddddddddpddd', 'ssssssssssassa ddddddddddpddd', 'The same parties and defaults.'],
  ['ssssssssssasss dddddddddddddd', 'sssssssssscsss ddddddddddyddd', 'More is yours in operating system.'],
  ['sssssscsssasss ddddddddddoddd', 'ssssssssssssss ddddddwdddoddd', 'More is yours in operating system; less is yours in backup.'],
  ['ssssssssssasss ddddddoddddddd', 'ssssssssssasss ddddddwddddddd', 'Another default in backup.'],
])('from %s to %s: %s', (from, to, expected) => {
  expect(describeStep(from, to, names)).toBe(expected);
});
