// Stores the pages that a reader opened from the search, in the browser only.

export interface Recent {
  readonly href: string;
  readonly title: string;
}

const key = 'tideline-recent';
const maxRecent = 5;

/** Returns at most five pages, newest first. Empty if none are stored or the browser does not allow storage. */
export function readRecent(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, maxRecent) : [];
  } catch {
    return [];
  }
}

/** Stores one more page. Does nothing if the browser does not allow storage. */
export function keepRecent({ href, title }: Recent): void {
  try {
    localStorage.setItem(key, JSON.stringify([{ href, title }, ...readRecent().filter((each) => each.href !== href)].slice(0, maxRecent)));
  } catch {
    // Private windows may forbid storage. The search works without it.
  }
}

/** Deletes all stored pages, and the copies that the service worker keeps of every page that was opened. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
  if ('serviceWorker' in navigator) forgetCopies(navigator).catch(() => undefined);
}

async function forgetCopies({ serviceWorker }: Navigator): Promise<void> {
  (await serviceWorker.getRegistration())?.active?.postMessage('forget');
}

/** Accepts only addresses of this site with a title below 120 characters, because the storage may contain anything. */
function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null || !('href' in value) || !('title' in value)) return false;
  const { href, title } = value;
  return typeof href === 'string' && /^\/(?!\/)[\w\-/?=&#.]*$/u.test(href) && typeof title === 'string' && title.length < 120;
}
