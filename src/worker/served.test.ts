import { describe, expect, it } from 'vitest';
import { markRevision } from '../model/revision.ts';
import { isOfAnother } from './served.ts';

const asking = (revision: string) => ({ headers: new Headers({ 'tideline-revision': revision }) });
const json = (text: string, status = 200): Response => new Response(text, { status });
const ofA1 = markRevision('{"words":[]}', 'a1');

describe('an answer of another revision', () => {
  it.each([
    ['is one that says so', 'b2', json(ofA1), true],
    ['is none of the same', 'a1', json(ofA1), false],
    ['is none that says nothing', 'b2', json('{"words":[]}'), false],
    ['is none to who has none', '', json(ofA1), false],
    ['is no error', 'b2', json(ofA1, 500), false],
  ])('%s', async (_, revision, response, other) => {
    expect(await isOfAnother(asking(revision), response)).toBe(other);
    expect(response.bodyUsed).toBe(false);
  });

  it('is told by its start, however it is cut, before its end has come', async () => {
    const endless = new Response(
      new ReadableStream<Uint8Array>({
        start: (stream) => {
          for (const part of ['{"revi', 'sion":"a1","wo', `rds":["${'x'.repeat(100)}`]) stream.enqueue(new TextEncoder().encode(part));
        },
      }),
    );
    expect(await isOfAnother(asking('b2'), endless)).toBe(true);
  });
});
