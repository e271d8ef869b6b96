// The pages that a reader opened from the search, kept in the reader's own browser only.

export interface Recent {
  readonly href: string;
  readonly title: string;
}

const key = 'tideline-recent';
const maxRecent = 5;

/** At most five, the newest first; empty where nothing is kept, or the browser keeps nothing. */
export function readRecent(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, maxRecent) : [];
  } catch {
    return [];
  }
}

/** Keeps one more. Does nothing where the browser keeps nothing. */
export function keepRecent({ href, title }: Recent): void {
  try {
    localStorage.setItem(key, JSON.stringify([{ href, title }, ...readRecent().filter((each) => each.href !== href)].slice(0, maxRecent)));
  } catch {
    // Private windows may forbid it, and a search works without.
  }
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** The storage may hold anything: only addresses of this site with a title of less than 120 characters pass. */
function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null || !('href' in value) || !('title' in value)) return false;
  const { href, title } = value;
  return typeof href === 'string' && /^\/(?!\/)[\w\-/?=&#.]*$/u.test(href) && typeof title === 'string' && title.length < 120;
}
