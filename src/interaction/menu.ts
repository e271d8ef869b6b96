// Opens the guide's menu on phones whose browser does not know popovers, which are younger than the site's oldest.
const pane = document.querySelector('#starlight__sidebar');
const button = document.querySelector<HTMLElement>('.sl-menu-button');

if (pane && button && !('popover' in HTMLElement.prototype)) {
  const turn = (open: boolean): void => {
    pane.toggleAttribute('data-open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  turn(false);
  button.addEventListener('click', () => {
    turn(!pane.hasAttribute('data-open'));
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !pane.hasAttribute('data-open')) return;
    turn(false);
    button.focus();
  });
}
