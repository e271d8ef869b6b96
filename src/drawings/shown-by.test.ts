import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { checksScene, elsewhereChecks, loadingChecks, shownByScene } from '../scenes/shown-by.ts';
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

const foldOf = (): Element => {
  const fold = parseHTML('<html><body><div><p>Why</p><div class="kept"></div></div></body></html>').document.querySelector('div');
  if (!fold) throw new Error('no fold');
  return fold;
};

it('stand above what readers fill in', () => {
  const fold = foldOf();
  for (const ids of [['S3.1'], ['S3.1', 'S3.8']]) drawChecks(fold, checksScene(ids));
  expect([...fold.children].map(({ className }) => className)).toEqual(['', 'shown-by', 'kept']);
  expect([...fold.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(['S3.1', 'S3.8']);
  drawChecks(fold, checksScene([]));
  expect(fold.querySelector('.shown-by')).toBeNull();
});

it('controls that are late or lost are said, with the pages that carry them and a button, until they are there', () => {
  const fold = foldOf();
  const members = [
    { listed: 'Amazon S3', href: '/services/amazon-s3/' },
    { listed: 'Amazon EKS (Fargate)', href: '/services/amazon-eks/?option=fargate' },
  ];
  drawChecks(fold, loadingChecks);
  expect(fold.querySelector('.shown-by')?.outerHTML).toBe(
    '<p role="status" class="shown-by"><span class="block-head">Looking for controls that can show whether it is done …</span></p>',
  );
  drawChecks(fold, elsewhereChecks('lost', members, 'backup'));
  const lost = fold.innerHTML;
  expect(lost).toContain('could not be loaded');
  expect([...fold.querySelectorAll('.shown-by > *')].map((part) => part.getAttribute('href') ?? part.localName)).toEqual([
    'span',
    '/services/amazon-s3/?layer=backup',
    '/services/amazon-eks/?option=fargate&layer=backup',
    'button',
  ]);
  drawChecks(fold, elsewhereChecks('lost', members, 'backup'));
  expect(fold.innerHTML).toBe(lost);
  drawChecks(fold, elsewhereChecks('unasked', members, 'backup'));
  expect(fold.querySelectorAll('.shown-by a')).toHaveLength(2);
  expect(fold.querySelector('.shown-by button, .shown-by[role]')).toBeNull();
  drawChecks(fold, checksScene(['S3.1']));
  expect(fold.querySelector('.shown-by')?.outerHTML).toBe(
    '<p class="shown-by"><span class="block-head">Can show whether it is done</span><a href="/controls/#s3-1">S3.1</a></p>',
  );
});
