// Which requests the worker answers, and which answers it keeps.
import type { Kind } from '../model/offline.ts';

/** Files of Pagefind whose names change with their content, and bundles. */
const hashed = /^(?:_astro\/|pagefind\/(?:fragment|index|filter)\/|pagefind\/[^/]+\.pf_meta$)/u;

/**
 * Returns what kind of thing an address is; undefined for what the worker leaves to the browser.
 * @param path below the front page, without a slash before it: `services/amazon-rds/`
 * @param revision of the page that asks; without one it is no page of this site, and gets the data as it is now
 */
export function kindOf(path: string, revision: string | null): Kind | undefined {
  if (hashed.test(path)) return 'hashed';
  if (path.startsWith('pagefind/')) return 'search';
  if (/^(?:fonts\/.*\.woff2|favicon\.svg)$/u.test(path)) return 'fixed';
  if (/^(?:data|search|stack)\/.*\.json$/u.test(path)) return (revision ?? '') === '' ? undefined : 'data';
  // Pages for frames are for other sites.
  if (path.startsWith('embed/')) return undefined;
  return /(?:^|\/)[^./]*$|\.html$/u.test(path) ? 'pages' : undefined;
}

/** Returns the address under which an answer is kept. The address says what a page shows, not what it is. */
export function keyOf(address: string, kind: Kind, revision: string | null): string {
  const { origin, pathname } = new URL(address);
  return kind === 'data' ? `${origin}${pathname}?revision=${encodeURIComponent(revision ?? '')}` : `${origin}${pathname}`;
}

/** The part of a response that says whether to keep it. */
export type Answer = Pick<Response, 'status' | 'type' | 'redirected'> & { readonly headers: Pick<Headers, 'get'> };

/** Whether an answer may be kept: complete, from this site, from the address that was asked for, and of the type that belongs there. */
export function mayKeep({ status, type, redirected, headers }: Answer, kind: Kind): boolean {
  if (status !== 200 || type !== 'basic' || redirected) return false;
  if (/\bno-store\b/iu.test(headers.get('cache-control') ?? '')) return false;
  // A proxy's own page instead of a script would be kept for ever.
  return /^text\/html\b/iu.test(headers.get('content-type') ?? '') === (kind === 'pages');
}

/** Whether the address leads nowhere any more, or no longer for this reader. */
export const isGone = (status: number): boolean => [401, 403, 404, 410].includes(status);

/** Returns the bundles that a page or bundle names, as paths below the front page: what it loads at once, and what it may load later. */
export const bundlesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/["'`](?:\.\/|[^"'`\s]*\b_astro\/)([\w.-]+\.(?:js|css|wasm))["'`]/gu)].map((match) => `_astro/${match[1] ?? ''}`),
  ),
];
