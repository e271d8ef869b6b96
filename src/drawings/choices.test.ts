import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { choiceId, drawChoices } from './choices.ts';
import type { ChoiceGroup } from './choices.ts';

const groups: readonly ChoiceGroup[] = [
  { name: '', choices: [{ key: 'amazon-s3.default', text: 'Amazon <S3>' }] },
  {
    name: 'Amazon EKS',
    choices: [
      { key: 'amazon-eks.fargate', text: 'Fargate' },
      { key: 'amazon-eks.auto-mode', text: 'Auto Mode' },
    ],
  },
];

function list(): Element {
  const { document } = parseHTML('<div></div>');
  const root = document.querySelector('div');
  if (!root) throw new Error('linkedom did not parse the list');
  return root;
}

it('draws options under their service, and says which the keys are on', () => {
  const root = list();
  drawChoices(root, groups, 'amazon-eks.auto-mode');
  expect([...root.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent)).toEqual([
    'Amazon <S3>',
    'Fargate',
    'Auto Mode',
  ]);
  expect([...root.querySelectorAll('[role="group"]')].map((group) => group.getAttribute('aria-label'))).toEqual([
    'Amazon <S3>',
    'Amazon EKS',
  ]);
  expect(root.querySelector('[aria-selected="true"]')?.id).toBe(choiceId('amazon-eks.auto-mode'));
  const drawn = root.innerHTML;
  drawChoices(root, groups, 'amazon-eks.auto-mode');
  expect(root.innerHTML).toBe(drawn);
  drawChoices(root, [], undefined);
  expect(root.innerHTML).toBe('');
});
