// The keys that open the search: Ctrl K, ⌘ K on Apple's systems, and "/", which readers may switch off.
// A single character must be one that can be switched off: https://www.w3.org/TR/WCAG22/#character-key-shortcuts

const key = 'tideline-slash';

const isSlash = ({ key: pressed }: KeyboardEvent): boolean => /^\/$/u.test(pressed);

/**
 * Calls back for keys that open the search, and names them in the page as the reader's system does.
 * @param choice the box by which readers switch "/" off, for this browser alone
 * @param pressed called with whether the key closes an open search, too
 */
export function listenForKeys(choice: HTMLInputElement | null, pressed: (closes: boolean) => void): void {
  try {
    if (choice) choice.checked = localStorage.getItem(key) === null;
  } catch {
    // Storage is off: the choice holds for this page.
  }
  choice?.addEventListener('change', () => {
    try {
      if (choice.checked) localStorage.removeItem(key);
      else localStorage.setItem(key, 'off');
    } catch {
      // As above.
    }
  });
  addEventListener('keydown', (event) => {
    const slash = isSlash(event);
    if (slash ? !choice?.checked || event.altKey : event.key.toLowerCase() !== 'k') return;
    if (slash === (event.ctrlKey || event.metaKey)) return;
    if (slash && event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    pressed(!slash);
  });
  if (!navigator.userAgent.includes('Mac OS X')) return;
  for (const each of document.querySelectorAll('[data-search-keys]')) each.textContent = '⌘ K';
}
