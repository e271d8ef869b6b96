import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { FoundChoice, FoundScene } from '../scenes/found.ts';
import { drawFound } from './found.ts';

const choice = (ref: string, taken: boolean): FoundChoice => ({ ref, title: `<${ref}>`, note: '1 resource', taken });
const scene: FoundScene = {
  told: '',
  members: [choice('amazon-s3', true), choice('amazon-eks.fargate', true)],
  asks: [
    {
      key: 'a',
      title: 'Which?',
      note: 'main.tf, line 3',
      choices: [choice('aws-lambda', true), choice('aws-lambda.container-image', false)],
    },
  ],
  weak: [],
  parts: [{ id: 'troubles', title: 'Could not be read (1)', what: 'Kept.', lines: ['<b>main.tf</b>, line 3'], open: true }],
};

function box(): Element {
  const { document } = parseHTML(
    '<div id="box"><fieldset data-part="members" hidden><ul></ul></fieldset><div data-part="asks"></div><fieldset data-part="weak"><ul></ul></fieldset><div data-part="rest"></div></div>',
  );
  const root = document.querySelector('#box');
  if (!root) throw new Error('linkedom did not parse the box');
  return root;
}

it('draws boxes, questions and lists as texts', () => {
  const root = box();
  drawFound(root, scene);
  expect(root.innerHTML).toMatchSnapshot();
});

it('drawing twice is drawing once, and another reading takes the place of the first', () => {
  const root = box();
  drawFound(root, scene);
  const drawn = root.innerHTML;
  drawFound(root, scene);
  expect(root.innerHTML).toBe(drawn);
  drawFound(root, { ...scene, members: [], asks: [], weak: [choice('amazon-ec2', false)], parts: [] });
  expect([...root.querySelectorAll('input')].map((input) => input.getAttribute('value'))).toEqual(['amazon-ec2']);
  expect(root.querySelector('[data-part="members"]')?.hasAttribute('hidden')).toBe(true);
  expect(root.querySelector('[data-part="weak"]')?.hasAttribute('hidden')).toBe(false);
  expect(root.querySelectorAll('details, fieldset fieldset')).toHaveLength(0);
});

it('a box that was unticked stays so', () => {
  const root = box();
  drawFound(root, scene);
  const input = root.querySelector('input');
  if (input) input.checked = false;
  drawFound(root, scene);
  expect(root.querySelector('input')?.checked).toBe(false);
});
