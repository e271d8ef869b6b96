import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchJson } from './fetch-json.ts';

const answering = (body: string, status: number): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
};
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchJson', () => {
  it('gives the data of a good answer', async () => {
    answering('{"layers":14}', 200);
    expect(await fetchJson('/data.json')).toEqual({ layers: 14 });
  });
  it('names address and status of a bad answer', async () => {
    answering('{}', 503);
    await expect(fetchJson('/data.json')).rejects.toThrow('/data.json: 503');
  });
  it('fails where the answer is no JSON', async () => {
    answering('<html>', 200);
    await expect(fetchJson('/data.json')).rejects.toThrow(SyntaxError);
  });
});
