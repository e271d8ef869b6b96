import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawCellLink } from './matrix-cell.ts';

const link = { href: '/services/a/?layer=os', name: 'A, Guest operating system: You', column: 1 };

it('moves one link from cell to cell, and lights the head of its column', () => {
  const { document } = parseHTML(
    '<table><thead><tr><th>Service</th><th>OS</th></tr></thead><tbody><tr><td>You</td><td>AWS</td></tr></tbody></table>',
  );
  const table = document.querySelector('table');
  const [first, second] = document.querySelectorAll('td');
  if (!table) throw new Error('linkedom did not parse the table');
  drawCellLink(table, first, link);
  expect(first?.querySelector('a')?.getAttribute('href')).toBe(link.href);
  expect(first?.querySelector('a')?.getAttribute('aria-label')).toBe(link.name);
  expect([...table.querySelectorAll('[data-lit]')].map(({ textContent }) => textContent)).toEqual(['OS']);
  drawCellLink(table, second, { ...link, column: 0 });
  expect(table.querySelectorAll('a')).toHaveLength(1);
  expect(second?.querySelector('a')).not.toBeNull();
  expect([...table.querySelectorAll('[data-lit]')].map(({ textContent }) => textContent)).toEqual(['Service']);
  drawCellLink(table, undefined, link);
  expect(table.querySelectorAll('a, [data-lit]')).toHaveLength(0);
  expect(first?.textContent).toBe('You');
});
