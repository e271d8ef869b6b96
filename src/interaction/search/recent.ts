// What a reader opened from the search, in the reader's own browser and nowhere else.

export interface Recent {
  readonly href: string;
  readonly title: string;
}

const key = 'tideline-recent';
const most = 5;

/** The newest first; empty where nothing is kept, or nothing may be. */
export function readRecent(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps one more; silently nothing where the browser keeps nothing. */
export function keepRecent({ href, title }: Recent): void {
  try {
    localStorage.setItem(key, JSON.stringify([{ href, title }, ...readRecent().filter((each) => each.href !== href)].slice(0, most)));
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

/** Whatever stands in the storage: only addresses of this site, and names of a bearable length. */
function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null || !('href' in value) || !('title' in value)) return false;
  const { href, title } = value;
  return typeof href === 'string' && /^\/(?!\/)[\w\-/?=&#.]*$/u.test(href) && typeof title === 'string' && title.length < 120;
}
