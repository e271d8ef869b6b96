// The theme switch. The choice is kept in the reader's own browser and nowhere else.
class TideTheme extends HTMLElement {
  connectedCallback(): void {
    const root = document.documentElement;
    const system = matchMedia('(prefers-color-scheme: dark)');
    this.querySelector('button')?.addEventListener('click', () => {
      const next = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
      root.dataset['theme'] = next;
      try {
        if (next === (system.matches ? 'dark' : 'light')) localStorage.removeItem('tideline-theme');
        else localStorage.setItem('tideline-theme', next);
      } catch {
        // Storage is off: the choice holds for this page.
      }
    });
  }
}

customElements.define('tide-theme', TideTheme);
