import { expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { findOption } from '../model/record/lookup.ts';
import { linkPictureMeta } from './link-picture.ts';

const { catalog } = getContent();
const contentOf = (service: string, option: string, name: string): string | undefined => {
  const found = findOption(catalog, service, option);
  if (!found) throw new Error(`there is no ${service}.${option}`);
  const site = new URL('https://tideline.example/');
  return linkPictureMeta(found.service, found.option, site).find(({ attrs }) => (attrs['property'] ?? attrs['name']) === name)?.attrs[
    'content'
  ];
};

it('shows the option that the page shows, and says what can be seen on it', () => {
  expect(contentOf('amazon-eks', 'fargate', 'og:image')).toBe('https://tideline.example/diagrams/amazon-eks.fargate.png');
  expect(contentOf('amazon-s3', 'default', 'og:image')).toBe('https://tideline.example/diagrams/amazon-s3.png');
  for (const name of ['og:image:alt', 'twitter:image:alt'])
    expect(contentOf('amazon-eks', 'fargate', name)).toMatch(/^Diagram of Amazon EKS, Fargate\. \d+ layers are yours, /u);
});
