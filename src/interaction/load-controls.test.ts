import { afterEach, expect, it, vi } from 'vitest';
import { loadControls } from './load-controls.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('controls that are none are asked for again, and kept once they are there', async () => {
  const fetched = vi.fn<typeof fetch>();
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('fetch', fetched);
  for (const body of ['<html>', '{}', 'null', '{"controls": [{}]}']) {
    fetched.mockResolvedValueOnce(new Response(body));
    await expect(loadControls(), body).rejects.toThrow();
  }
  fetched.mockResolvedValueOnce(Response.json({ controls: [] }));
  expect(await loadControls()).toEqual([]);
  expect(await loadControls()).toEqual([]);
  expect(fetched).toHaveBeenCalledTimes(5);
});
