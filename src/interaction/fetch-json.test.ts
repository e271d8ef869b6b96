import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchJson } from './fetch-json.ts';

const answering = (body: string, status: number): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
};
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchJson', () => {
  it('returns the data of a successful response', async () => {
    answering('{"layers":14}', 200);
    expect(await fetchJson('/data.json')).toEqual({ layers: 14 });
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
