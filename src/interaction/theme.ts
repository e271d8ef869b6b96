// The theme switch. The choice is stored in the browser only; without one the page follows the system.

const key = 'tideline-theme';

class TideTheme extends HTMLElement {
  connectedCallback(): void {
    const root = document.documentElement;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const ofSystem = (): string => (system.matches ? 'dark' : 'light');
    /** What was chosen on this page, where it cannot be stored. */
    let unstored: string | undefined;
    const show = (): void => {
      let stored: string | null | undefined = unstored;
      try {
        stored ??= localStorage.getItem(key);
      } catch {
        // Storage is off: follow the system.
      }
      root.dataset['theme'] = stored === 'light' || stored === 'dark' ? stored : ofSystem();
    };
    this.querySelector('button')?.addEventListener('click', () => {
      const next = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
      root.dataset['theme'] = next;
      unstored = undefined;
      try {
        if (next === ofSystem()) localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        // Without storage the choice applies to this page only.
        unstored = next;
      }
    });
    // The system may change, or another tab, while this page is open or kept by the browser for Back.
    system.addEventListener('change', show);
    addEventListener('storage', (event) => {
      if (event.key === null || event.key === key) show();
    });
    addEventListener('pageshow', (event) => {
      if (event.persisted) show();
    });
    // It may have changed before this script ran, too.
    show();
    this.dataset['live'] = '';
  }
}

customElements.define('tide-theme', TideTheme);
