// What every layered diagram needs beyond its markup, with or without a script of its own.

// Browsers that do not know `name` of details, which is younger than the site's oldest, would lay one open panel over another.
if (!('name' in HTMLDetailsElement.prototype)) {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || document.documentElement.hasAttribute('data-printing')) return;
      for (const other of target.closest('.split')?.querySelectorAll('details') ?? []) if (other !== target) other.open = false;
    },
    { capture: true },
  );
}

// Who drags over the words of a band wants to copy them: the click at the end opens no layer. A click by keyboard has no detail.
let marked = '';
document.addEventListener('mousedown', () => {
  marked = String(getSelection());
});
document.addEventListener('click', (event) => {
  const band = event.target instanceof Element && event.detail > 0 ? event.target.closest('.split summary') : null;
  const now = getSelection();
  if (band && now?.isCollapsed === false && now.containsNode(band, true) && now.toString() !== marked) event.preventDefault();
});

// One layer on, or back: past an end it begins at the other.
// Where the diagram belongs to an element, its controls come with those of that element.
for (const steps of document.querySelectorAll('.steps'))
  if (!steps.closest('tide-service, tide-explorer, tide-stack')) steps.setAttribute('data-live', '');
document.addEventListener('click', ({ target }) => {
  const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : null;
  const all = [...(step?.closest('.frame')?.querySelectorAll<HTMLDetailsElement>('.split details') ?? [])];
  const from = all.findIndex(({ open }) => open);
  const to = all.at(step?.dataset['step'] === '1' ? (from + 1) % all.length : from - (from < 0 ? 0 : 1));
  if (!to) return;
  for (const each of all) each.open = each === to;
  to.parentElement?.scrollIntoView({ block: 'nearest' });
});
