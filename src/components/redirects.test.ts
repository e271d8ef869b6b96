import { expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { aliasAddresses } from '../model/record/aliases.ts';
import { caddyMap, hostRedirects, nginxMap } from './redirects.ts';

const sample = [
  { from: '/services/rds/', to: '/services/amazon-rds/' },
  { from: '/services/simple-ad/', to: '/services/aws-directory-service/?option=simple-ad' },
];

it('are a line each for hosts', () => {
  expect(hostRedirects(sample)).toBe(
    '/services/rds/ /services/amazon-rds/ 301\n/services/simple-ad/ /services/aws-directory-service/?option=simple-ad 301\n',
  );
});

it('are maps for nginx: the path, and the option where there is one', () => {
  const lines = nginxMap(sample).split('\n');
  expect(lines.filter((line) => line.startsWith('  /'))).toEqual([
    '  /services/rds/ /services/amazon-rds/;',
    '  /services/simple-ad/ /services/aws-directory-service/;',
    '  /services/simple-ad/ option=simple-ad;',
  ]);
  expect(lines.filter((line) => line.startsWith('map $') || line.startsWith('map "'))).toHaveLength(4);
});

it('are a map for Caddy, with a redirect for each way to join queries', () => {
  const text = caddyMap(sample);
  expect(text).toContain('\t/services/simple-ad/ /services/aws-directory-service/ "option=simple-ad"\n');
  expect(text.match(/^redir /gmu)).toHaveLength(4);
});

it('need no escaping: every address is letters, digits, hyphens and slashes', () => {
  const aliases = aliasAddresses(getContent().catalog);
  expect(aliases.length).toBeGreaterThan(390);
  for (const { from, to } of aliases) {
    expect(from).toMatch(/^\/services\/[a-z0-9-]+\/$/u);
    expect(to).toMatch(/^\/services\/[a-z0-9-]+\/(?:\?option=[a-z0-9-]+)?$/u);
  }
});
