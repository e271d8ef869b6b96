// Asks a server on this machine, whose answers are written here: no test waits, and none leaves the machine.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../src/model/upkeep/sources.ts';
import { askPage, askPages, askTitle, askTitles } from './ask-pages.ts';

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin = '';
let replies: Reply[] = [];
let asked: string[] = [];
let waits: number[] = [];
let open = 0;
let mostOpen = 0;

beforeEach(async () => {
  [replies, asked, waits, open, mostOpen] = [[], [], [], 0, 0];
  server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.once('close', () => {
      open -= 1;
    });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    reply?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const manners = {
  agent: 'Tideline check-sources (+https://git.example.com/tideline)',
  pause: 500,
  patience: 10_000,
  retries: 3,
  wait: (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  },
};
const say =
  (status: number, headers: Record<string, string> = {}, text = ''): Reply =>
  (_, response) => {
    response.writeHead(status, headers).end(text);
  };

describe('a page', () => {
  it('is asked for by its head alone, where that says what it is', async () => {
    replies = [say(200, { etag: 'W/"a"', 'last-modified': 'Fri, 20 Nov 2026 23:59:59 GMT' })];
    expect(await askPage(`${origin}/a`, manners)).toMatchObject({ status: 200, mark: '"a"', modified: '2026-11-20' });
    expect(asked).toEqual(['HEAD /a']);
  });

  it('is read where its head says nothing, and known again by its text', async () => {
    const marks: (string | undefined)[] = [];
    for (const text of ['one', 'one', 'two']) {
      replies = [say(200), say(200, {}, text)];
      marks.push((await askPage(`${origin}/a`, manners)).mark);
    }
    expect(asked).toEqual(Array.from({ length: 3 }, () => ['HEAD /a', 'GET /a']).flat());
    expect(marks[0]).toBe(marks[1]);
    expect(marks[2]).not.toBe(marks[0]);
  });

  it.each([403, 404, 405, 501])('is read where the server answers HEAD with %i', async (status) => {
    replies = [say(status), say(200, { etag: '"a"' })];
    expect(await askPage(`${origin}/a`, manners)).toMatchObject({ status: 200, mark: '"a"' });
  });

  it('that is gone is asked for twice and not again', async () => {
    replies = [say(404)];
    expect((await askPage(`${origin}/a`, manners)).status).toBe(404);
    expect(asked).toEqual(['HEAD /a', 'GET /a']);
    expect(waits).toEqual([manners.pause]);
  });

  it('that moved says where to, and is not followed', async () => {
    replies = [say(301, { location: '../b?c#d' })];
    expect(await askPage(`${origin}/a/a`, manners)).toMatchObject({ status: 301, location: `${origin}/b?c#d` });
    expect(asked).toEqual(['HEAD /a/a']);
  });

  it('of a busy server is asked for again after longer and longer waits', async () => {
    replies = [say(503), say(500), say(502), say(200, { etag: '"a"' })];
    expect((await askPage(`${origin}/a`, manners)).status).toBe(200);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('is asked for when the server says so, in seconds or by the clock', async () => {
    const soon = new Date(Date.now() + 60_000).toUTCString();
    replies = [say(429, { 'retry-after': '7' }), say(429, { 'retry-after': soon }), say(200, { etag: '"a"' })];
    expect((await askPage(`${origin}/a`, manners)).status).toBe(200);
    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThan(1000);
    expect(waits[1]).toBeLessThanOrEqual(60_000);
  });

  it('is left for another day where the server wants a long wait, or stays busy', async () => {
    replies = [say(429, { 'retry-after': '3600' })];
    expect((await askPage(`${origin}/a`, manners)).status).toBe(429);
    expect(asked).toHaveLength(1);
    replies = [say(503)];
    expect((await askPage(`${origin}/b`, manners)).status).toBe(503);
    expect(asked).toHaveLength(5);
  });

  it('that is not answered, or whose server hangs up, is told with the reason', async () => {
    // Never answered: the limit alone ends the request.
    replies = [() => undefined];
    const silent = await askPage(`${origin}/a`, { ...manners, patience: 20, retries: 1 });
    expect(silent.status).toBe(0);
    expect(silent.trouble).toMatch(/timeout/u);
    replies = [(request) => request.socket.destroy()];
    expect((await askPage(`${origin}/b`, { ...manners, retries: 0 })).trouble).not.toBe('');
    expect((await askPage('http://127.0.0.1:1/', { ...manners, retries: 0 })).status).toBe(0);
  });
});

describe('the title of a page', () => {
  const titleOf = async (reply: Reply): Promise<string | undefined> => {
    replies = [reply];
    return askTitle(`${origin}/a`, manners);
  };

  it('is told without the name of its guide, its references read', async () => {
    const html = '<!doctype html><head><title>Tips &amp; limits\n - in VPCs - Amazon VPC</title><body><svg><title>Icon</title></svg>';
    expect(await titleOf(say(200, {}, html))).toBe('Tips & limits - in VPCs');
    expect(asked).toEqual(['GET /a']);
  });

  it('is left open where no page comes, or it has none', async () => {
    expect(await titleOf(say(200, {}, '<p>no title</p>'))).toBeUndefined();
    expect(await titleOf(say(200, {}, '<title> </title>'))).toBeUndefined();
    expect(await titleOf(say(404, {}, '<title>Not found</title>'))).toBeUndefined();
    expect(await titleOf((request) => request.socket.destroy())).toBeUndefined();
  });
});

it('asks one host for one page at a time, with a pause, and says who asks', async () => {
  const agents = new Set<string | undefined>();
  replies = [
    (request, response) => {
      agents.add(request.headers['user-agent']);
      setImmediate(() => response.writeHead(200, { etag: '"a"' }).end());
    },
  ];
  const told = new Map<string, Answer>();
  const urls = Array.from({ length: 6 }, (_, index) => `${origin}/${index}`);
  await askPages(urls, manners, (url, answer) => told.set(url, answer));
  expect([...told.keys()]).toEqual(urls);
  expect(mostOpen).toBe(1);
  expect(waits).toEqual([500, 500, 500, 500, 500]);
  expect([...agents]).toEqual([manners.agent]);
});

describe('a host that wants a wait', () => {
  const urls = (): string[] => ['a', 'b', 'c'].map((name) => `${origin}/${name}`);

  it('of an hour is asked for nothing more that day', async () => {
    const told: [string, number][] = [];
    replies = [say(200, { etag: '"a"' }), say(429, { 'retry-after': '3600' })];
    await askPages(urls(), manners, (url, { status }) => told.push([url.slice(-1), status]));
    expect(told).toEqual([
      ['a', 200],
      ['b', 429],
    ]);
    expect(asked).toEqual(['HEAD /a', 'HEAD /b']);
    expect(waits).toEqual([500]);
    [asked, replies] = [[], [say(503, { 'retry-after': '3600' })]];
    await askTitles(urls(), manners, () => undefined);
    expect(asked).toEqual(['GET /a']);
  });

  it('of seconds gets it before its next page, too', async () => {
    replies = [say(429, { 'retry-after': '7' }), say(200, { etag: '"a"' })];
    await askPages(urls().slice(0, 2), { ...manners, retries: 0 }, () => undefined);
    expect(asked).toEqual(['HEAD /a', 'HEAD /b']);
    expect(waits).toEqual([7000]);
  });
});

it('check:sources knows no record by a misspelt id, and says which is meant', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-sources.ts', 'amazon-sqss'], { encoding: 'utf8' });
  expect(stderr).toContain('"amazon-sqss" cites a page (did you mean "amazon-sqs"?)');
  expect([status, stdout]).toEqual([1, '']);
});
