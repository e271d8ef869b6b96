import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawVisited } from './visited.ts';

it('lists pages as links, and twice is once', () => {
  const { document } = parseHTML('<!doctype html><html><body><ul></ul></body></html>');
  const list = document.querySelector('ul');
  if (!list) throw new Error('linkedom did not parse the list');
  const pages = [
    { href: '/explore/', title: 'Explore <all>' },
    { href: '/services/amazon-rds/', title: 'Amazon RDS' },
  ];
  drawVisited(list, pages);
  const once = list.innerHTML;
  expect(once).toBe('<li><a href="/explore/">Explore &lt;all&gt;</a></li><li><a href="/services/amazon-rds/">Amazon RDS</a></li>');
  drawVisited(list, pages);
  expect(list.innerHTML).toBe(once);
  drawVisited(list, pages.slice(1));
  expect(list.innerHTML).toBe('<li><a href="/services/amazon-rds/">Amazon RDS</a></li>');
});
