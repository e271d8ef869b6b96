import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchJson } from './fetch-json.ts';

const answering = (body: string, status: number): void => {
  vi.stubGlobal('document', { documentElement: { dataset: { revision: 'a1' } } });
  vi.stubGlobal('fetch', fetched.mockResolvedValue(new Response(body, { status })));
};
const fetched = vi.fn<typeof fetch>();
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchJson', () => {
  it('returns the data of a successful response', async () => {
    answering('{"layers":14}', 200);
    expect(await fetchJson('/data.json')).toEqual({ layers: 14 });
  });
  it('says of which revision the page is that asks', async () => {
    answering('{}', 200);
    await fetchJson('/data.json');
    expect(new Headers(fetched.mock.lastCall?.[1]?.headers).get('tideline-revision')).toBe('a1');
  });
  it('throws with address and status of a failed response', async () => {
    answering('{}', 503);
    await expect(fetchJson('/data.json')).rejects.toThrow('/data.json: 503');
  });
  it('throws if the response is not JSON', async () => {
    answering('<html>', 200);
    await expect(fetchJson('/data.json')).rejects.toThrow(SyntaxError);
  });
});
