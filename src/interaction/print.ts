// Adds the page's address and the date to its foot when it is printed.
const foot = document.querySelector('[data-print-foot]');
addEventListener('beforeprint', () => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  if (foot) foot.textContent = `${location.href} · printed on ${day}`;
});
