// The theme switch. The choice is stored in the browser only.
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
        // Without storage the choice applies to this page only.
      }
    });
  }
}

customElements.define('tide-theme', TideTheme);
