import { expect, it } from 'vitest';
import { formatQuery, parseQuery } from '../model/address.ts';
import { withChoice } from './explorer-form.ts';

const nameable = {
  services: ['amazon-s3', 'amazon-sqs', 'amazon-eks'].map((id) => ({ id, options: [{ id: 'usual' }, { id: 'fargate' }] })),
  areas: ['database'],
};

/** The address after a control of the form says something else. */
function after(search: string, name: string, value: string): string {
  const values = new FormData();
  // What the form says of the rest, as far as it can.
  for (const key of ['category', 'area', 'services', 'layer', 'party', 'default', 'sort']) values.set(key, '');
  values.set('lens', 'parties');
  values.set(name, value);
  return formatQuery(withChoice(parseQuery(search, nameable).query, name, values, nameable));
}

it.each([
  ['?services=amazon-s3,amazon-sqs', 'lens', 'defaults', '?services=amazon-s3,amazon-sqs&lens=defaults'],
  ['?category=managed&sort=-os', 'category', 'abstracted', '?category=abstracted&sort=-os'],
  ['?sort=-name', 'area', 'database', '?area=database&sort=-name'],
  ['?services=amazon-eks.fargate', 'count', 'ways', '?services=amazon-eks.fargate&count=ways'],
  ['?layer=os&party=aws', 'layer', 'data', '?layer=data&party=aws'],
])('of %s a choice of %s changes nothing else', (search, name, value, expected) => {
  expect(after(search, name, value)).toBe(expected);
});

it.each([
  ['?category=managed&sort=-os', 'category', '', '?sort=-os'],
  ['?sort=-os', 'sort', 'yours', '?sort=yours'],
  ['?sort=-os', 'sort', '', ''],
  ['?services=amazon-s3,amazon-sqs', 'services', 'amazon-eks', '?services=amazon-eks'],
  ['?layer=os&party=aws&default=open', 'layer', '', '?default=open'],
  ['?lens=defaults', 'lens', 'parties', ''],
])('in %s a choice of %s takes the place of what was chosen', (search, name, value, expected) => {
  expect(after(search, name, value)).toBe(expected);
});
