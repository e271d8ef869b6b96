// Asks servers for pages, politely: one request at a time for each host, HEAD first, with patience where a server asks for it.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import type { Answer } from '../src/model/upkeep/sources.ts';

export interface Manners {
  /** Who asks, so that an operator can write to us. */
  readonly agent: string;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Milliseconds until a request counts as unanswered. */
  readonly patience: number;
  /** Requests after the first, where a server is busy or silent. */
  readonly retries: number;
  /** Waits; tests count instead. In milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** A server that wants a longer wait than this, in milliseconds, is asked another day. */
const longestWait = 120_000;
/** Bytes of a page that are read for its hash. */
const mostBytes = 4_000_000;

/** What a server said, and how many milliseconds it wants us to wait before we ask it for anything; 0 where it says nothing of it. */
interface Said<T> {
  readonly answer: T;
  readonly after: number;
}

/**
 * Asks for each page, hosts side by side. A server that wants a long wait is asked for nothing more: its other pages are left for another day.
 * @param told called with each answer as it comes
 */
export const askPages = (urls: readonly string[], manners: Manners, told: (url: string, answer: Answer) => void): Promise<void> =>
  askInTurn(urls, manners, askPatiently, told);

/** Asks for the title of each page, as {@link askPages} asks whether it stands. */
export const askTitles = (
  urls: readonly string[],
  manners: Manners,
  told: (url: string, title: string | undefined) => void,
): Promise<void> => askInTurn(urls, manners, titleOf, told);

async function askInTurn<T>(
  urls: readonly string[],
  manners: Manners,
  ask: (url: string, manners: Manners) => Promise<Said<T>>,
  told: (url: string, answer: T) => void,
): Promise<void> {
  const byHost = Map.groupBy(urls, (url) => new URL(url).host);
  await Promise.all(
    [...byHost.values()].map(async (own) => {
      for (const [index, url] of own.entries()) {
        const { answer, after } = await ask(url, manners);
        told(url, answer);
        if (after > longestWait) break;
        if (index < own.length - 1) await (manners.wait ?? delay)(Math.max(manners.pause, after));
      }
    }),
  );
}

/** Asks for one page, again where the server is busy or silent. */
export const askPage = async (url: string, manners: Manners): Promise<Answer> => (await askPatiently(url, manners)).answer;

async function askPatiently(url: string, manners: Manners): Promise<Said<Answer>> {
  const { retries, wait = delay } = manners;
  for (let attempt = 0; ; attempt++) {
    const { answer, after } = await once(url, manners);
    const pause = after ?? 1000 * 2 ** attempt;
    if (!isBusy(answer.status)) return { answer, after: 0 };
    if (attempt >= retries || pause > longestWait) return { answer, after: after ?? 0 };
    await wait(pause);
  }
}

const isBusy = (status: number): boolean => status === 0 || status === 429 || status >= 500;

/** @returns the answer, and how many milliseconds the server wants us to wait */
async function once(url: string, manners: Manners): Promise<{ readonly answer: Answer; readonly after: number | undefined }> {
  try {
    const head = await request(url, 'HEAD', manners);
    const { headers } = head;
    const known = headers.get('etag') ?? headers.get('last-modified');
    // Some servers refuse HEAD, or say nothing by which a change could be seen.
    const isEnough = ![403, 404, 405, 501].includes(head.status) && (!head.ok || known !== null);
    if (!isEnough) await (manners.wait ?? delay)(manners.pause);
    const full = isEnough ? head : await request(url, 'GET', manners);
    const answer = await answerOf(url, full);
    return { answer, after: retryAfter(full.headers.get('retry-after')) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { answer: { status: 0, trouble: cause instanceof Error ? cause.message : String(cause) }, after: undefined };
  }
}

/** The title that a page gives itself, without the name of its guide; undefined where no page comes or it has none. */
export const askTitle = async (url: string, manners: Manners): Promise<string | undefined> => (await titleOf(url, manners)).answer;

async function titleOf(url: string, manners: Manners): Promise<Said<string | undefined>> {
  try {
    const response = await request(url, 'GET', manners);
    if (response.ok) return { answer: titleIn(await response.text()), after: 0 };
    await response.body?.cancel();
    return { answer: undefined, after: isBusy(response.status) ? (retryAfter(response.headers.get('retry-after')) ?? 0) : 0 };
  } catch {
    // A page that does not come keeps the words of its address until the next time.
    return { answer: undefined, after: 0 };
  }
}

/** AWS ends its titles with the name of the guide: "Encrypting Amazon RDS resources - Amazon Relational Database Service". */
function titleIn(html: string): string | undefined {
  let title: string | undefined;
  visit(unified().use(rehypeParse).parse(html.slice(0, mostBytes)), 'element', ({ tagName, children: [first] }) => {
    if (tagName !== 'title' || first?.type !== 'text') return undefined;
    title = first.value
      .replaceAll(/\s+/gu, ' ')
      .replace(/ [-|] [^-|]+$/u, '')
      .trim();
    return EXIT;
  });
  return title === '' ? undefined : title;
}

async function request(url: string, method: 'HEAD' | 'GET', { agent, patience }: Manners): Promise<Response> {
  return fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': agent, accept: 'text/html' },
    signal: AbortSignal.timeout(patience),
  });
}

async function answerOf(url: string, response: Response): Promise<Answer> {
  const { status, headers } = response;
  const location = headers.get('location');
  const modified = Date.parse(headers.get('last-modified') ?? '');
  const etag = headers.get('etag');
  const text = response.ok && etag === null && Number.isNaN(modified) ? await response.text() : undefined;
  if (text === undefined) await response.body?.cancel();
  return {
    status,
    location: location === null ? undefined : new URL(location, url).href,
    modified: Number.isNaN(modified) ? undefined : new Date(modified).toISOString().slice(0, 10),
    mark:
      etag?.replace(/^W\//u, '') ?? (text === undefined ? undefined : createHash('sha256').update(text.slice(0, mostBytes)).digest('hex')),
  };
}

/** Retry-After in milliseconds: seconds, or a time. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
