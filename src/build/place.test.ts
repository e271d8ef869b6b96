import { describe, expect, it } from 'vitest';
import { placeOf } from './place.ts';

describe('SITE', () => {
  it('is scheme and host, whatever the writing', () => {
    for (const given of ['https://cloud.example.com', 'https://cloud.example.com/', 'HTTPS://Cloud.Example.com:443'])
      expect(placeOf({ SITE: given })).toMatchObject({ site: 'https://cloud.example.com', base: '/', warnings: [] });
    expect(placeOf({ SITE: 'http://localhost:4321' }).site).toBe('http://localhost:4321');
  });

  it('may be unset, but not without a word', () => {
    const { site, warnings } = placeOf({});
    expect(site).toBe('https://tideline.example');
    expect(warnings).toEqual([expect.stringContaining('SITE is not set')]);
  });

  it.each([
    ['', 'SITE is empty'],
    ['  ', 'SITE is empty'],
    ['cloud.example.com', 'SITE is "cloud.example.com", which has no scheme'],
    ['localhost:4321', 'SITE is "localhost:4321", which has no scheme'],
    ['//cloud.example.com', 'which has no scheme'],
    ['https://', 'which is no address'],
    ['https://exa mple.com', 'which is no address'],
    ['ftp://cloud.example.com', 'a site is reached by https or http'],
    ['javascript://cloud.example.com', 'a site is reached by https or http'],
    ['https://cloud.example.com/?x', 'which has a query or a fragment'],
    ['https://cloud.example.com/#', 'which has a query or a fragment'],
  ])('is never "%s"', (given, says) => {
    expect(() => placeOf({ SITE: given })).toThrow(says);
    expect(() => placeOf({ SITE: given })).toThrow('as in SITE=https://cloud.example.com, or leave it unset');
  });

  it('has no path, which belongs in BASE', () => {
    expect(() => placeOf({ SITE: 'https://x.example/sub/dir' })).toThrow('SITE=https://x.example BASE=/sub/dir/');
  });

  it('is never published with a password, nor told in a log', () => {
    for (const given of [
      'https://user:secret@x.example',
      'https://secret@x.example',
      'ssh://git:secret@x.example/a',
      'user:secret@x.example',
    ])
      expect(() => placeOf({ SITE: given })).toThrow(/^SITE holds a user name or password(?!.*secret)/u);
  });
});

describe('BASE', () => {
  it('is a path with a slash at both ends', () => {
    const bases = [undefined, '/', '/tideline/', '/tideline', 'tideline', '/docs/v2.1/aws_~x-1/'];
    expect(bases.map((BASE) => placeOf({ BASE }).base)).toEqual([
      '/',
      '/',
      '/tideline/',
      '/tideline/',
      '/tideline/',
      '/docs/v2.1/aws_~x-1/',
    ]);
  });

  it.each([
    ['', 'BASE is empty'],
    ['https://x.example/tideline/', 'which is more than a path'],
    ['C:/Program Files/Git/tideline/', 'a shell on Windows'],
    ['//tideline/', 'letters, digits'],
    ['/a//b/', 'letters, digits'],
    ['/../', 'letters, digits'],
    ['/.hidden/', 'letters, digits'],
    ['/tide line/', 'letters, digits'],
    ['/tide%20line/', 'letters, digits'],
    ['/tideline/?x', 'letters, digits'],
    ['/größe/', 'letters, digits'],
    ['/a"b/', 'letters, digits'],
  ])('is never "%s"', (given, says) => {
    expect(() => placeOf({ BASE: given })).toThrow(says);
    expect(() => placeOf({ BASE: given })).toThrow('as in BASE=/tideline/, or leave it unset');
  });
});

describe('REPOSITORY', () => {
  const of = (REPOSITORY: string): string => placeOf({ REPOSITORY }).repository;

  it('is the address that readers open, without a slash at its end', () => {
    for (const given of ['', '/', '//'].map((end) => `https://git.example.com/cloud/tideline${end}`))
      expect(of(given)).toBe('https://git.example.com/cloud/tideline');
    expect(of('HTTPS://Git.example.com:8443/~cloud/@tideline')).toBe('https://git.example.com:8443/~cloud/@tideline');
  });

  it('is the example where it is unset', () => {
    expect(placeOf({}).repository).toBe('https://github.com/tideline-example/tideline');
  });

  it.each([
    ['', 'REPOSITORY is empty'],
    [' ', 'REPOSITORY is empty'],
    ['git.example.com/cloud/tideline', 'REPOSITORY is "git.example.com/cloud/tideline", which does not begin with https://'],
    ['http://git.example.com/cloud/tideline', 'which does not begin with https://'],
    ['ssh://git.example.com/cloud/tideline', 'which does not begin with https://'],
    ['javascript://x', 'which does not begin with https://'],
    ['https://', 'which is no address'],
    ['https://exa mple.com/a', 'which is no address'],
    ['https://git.example.com/a?private_token=secret', 'REPOSITORY has a query or a fragment'],
    ['https://git.example.com/a#secret', 'REPOSITORY has a query or a fragment'],
  ])('is never "%s"', (given, says) => {
    expect(() => of(given)).toThrow(says);
    expect(() => of(given)).toThrow('as in REPOSITORY=https://git.example.com/cloud/tideline, or leave it unset');
    expect(() => of(given)).not.toThrow('secret');
  });

  it('is never published with a password or token, nor told in a log', () => {
    for (const given of ['https://user:secret@git.example.com/a', 'https://secret@git.example.com/a', 'git:secret@git.example.com:a.git'])
      expect(() => of(given)).toThrow(/^REPOSITORY holds a user name, password or token(?!.*secret).*REPOSITORY=https:/u);
  });
});
