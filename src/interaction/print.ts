// On paper a page says where it is from and of which day.
const foot = document.querySelector('[data-print-foot]');
addEventListener('beforeprint', () => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  if (foot) foot.textContent = `${location.href} · printed on ${day}`;
});
