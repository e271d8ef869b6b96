import { describe, expect, it } from 'vitest';
import { cacheName, isCacheOf, parseVisit } from './offline.ts';

describe('the name of a cache', () => {
  it('belongs to one site of a host, whatever lies above or below it', () => {
    const name = cacheName('pages', 'https://a.example/tideline/');
    expect(isCacheOf(name, 'https://a.example/tideline/')).toBe(true);
    expect(isCacheOf(name, 'https://a.example/')).toBe(false);
    expect(isCacheOf(cacheName('pages', 'https://a.example/'), 'https://a.example/tideline/')).toBe(false);
    expect(isCacheOf('workbox-precache https://a.example/', 'https://a.example/')).toBe(false);
  });
});

describe('what a page tells', () => {
  it('is read back', () => {
    const visit = { revision: 'a1', loaded: ['https://a.example/'] };
    expect(parseVisit(structuredClone(visit))).toEqual(visit);
  });
  it('is nothing if it is something else, and holds addresses only', () => {
    for (const told of [null, undefined, 'a1', 7, [], {}, { revision: 1, loaded: [] }, { revision: 'a1', loaded: 'x' }, { loaded: [] }])
      expect(parseVisit(told)).toBeUndefined();
    expect(parseVisit({ revision: 'a1', loaded: ['x', 7, null] })).toEqual({ revision: 'a1', loaded: ['x'] });
  });
});
