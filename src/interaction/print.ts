// Adds the page's address and the date to its foot when it is printed.
const foot = document.querySelector('[data-print-foot]');
addEventListener('beforeprint', () => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  if (foot) foot.textContent = `${location.href} · printed on ${day}`;
});

// Browsers without ::details-content, which is younger than the site's oldest, cannot unfold lists on paper by a style sheet.
if (!CSS.supports('selector(::details-content)')) {
  let unfolded: { readonly list: HTMLDetailsElement; readonly name: string | null }[] = [];
  addEventListener('beforeprint', () => {
    document.documentElement.setAttribute('data-printing', '');
    unfolded = [...document.querySelectorAll('details')]
      .filter(({ open }) => !open)
      .map((list) => ({ list, name: list.getAttribute('name') }));
    for (const { list } of unfolded) {
      // Of one name only one may be open.
      list.removeAttribute('name');
      list.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const { list, name } of unfolded) {
      list.open = false;
      if (name !== null) list.setAttribute('name', name);
    }
    document.documentElement.removeAttribute('data-printing');
  });
}
