import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { shownByLinks, shownByScene } from '../scenes/shown-by.ts';
import { drawChecks, drawShownBy } from './shown-by.ts';

const markup = ['os', 'backup'].map((layer) => `<li data-layer="${layer}"><div class="panel"><p>Text</p></div></li>`).join('');
const listOf = (): Element => {
  const list = parseHTML(`<html><body><ol>${markup}</ol></body></html>`).document.querySelector('ol');
  if (!list) throw new Error('no list');
  return list;
};
const links = (list: Element, layer: string): string[] =>
  [...list.querySelectorAll(`[data-layer="${layer}"] .panel .shown-by a`)].map(
    (link) => `${link.textContent} ${link.getAttribute('href') ?? ''}`,
  );

describe('the controls of a panel', () => {
  it('stand below its other texts, each with its place in the list', () => {
    const list = listOf();
    drawShownBy(list, shownByScene({ backup: 'RDS.11 RDS.26' }));
    expect(links(list, 'backup')).toEqual(['RDS.11 /controls/#rds-11', 'RDS.26 /controls/#rds-26']);
    expect(list.querySelector('[data-layer="backup"] .panel')?.lastElementChild?.className).toBe('shown-by');
    expect(list.querySelector('[data-layer="os"] .shown-by')).toBeNull();
  });

  it('give way to those of another way to run the service', () => {
    const list = listOf();
    drawShownBy(list, shownByScene({ backup: 'RDS.11 RDS.26', os: 'RDS.1' }));
    drawShownBy(list, shownByScene({ backup: 'RDS.26' }));
    expect([links(list, 'backup'), links(list, 'os')]).toEqual([['RDS.26 /controls/#rds-26'], []]);
    expect(list.querySelectorAll('.shown-by')).toHaveLength(1);
  });
});

it('stand above what readers fill in', () => {
  const fold = parseHTML('<html><body><div><p>Why</p><div class="kept"></div></div></body></html>').document.querySelector('div');
  if (!fold) throw new Error('no fold');
  for (const ids of [['S3.1'], ['S3.1', 'S3.8']]) drawChecks(fold, shownByLinks(ids));
  expect([...fold.children].map(({ className }) => className)).toEqual(['', 'shown-by', 'kept']);
  expect([...fold.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(['S3.1', 'S3.8']);
  drawChecks(fold, []);
  expect(fold.querySelector('.shown-by')).toBeNull();
});
