import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { citedPages, countsFor, formatFindings, isFresh, judge } from './sources.ts';

const page = { url: 'https://docs.aws.amazon.com/x.html', cells: ['amazon-x.backup', 'amazon-x.os'], reviewed: '2026-11-20' };
const first = { status: 200, mark: '"a"', day: '2026-11-21' };

describe('a cited page', () => {
  it('is listed once, with all its cells and the oldest of their reviews', () => {
    const { catalog, faq } = getContent();
    const pages = citedPages(catalog, faq);
    expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
    expect(pages.every(({ url, cells }) => !url.includes('#') && cells.length > 0)).toBe(true);
    expect(pages.length).toBeGreaterThan(1000);
  });

  it('is listed with the questions that cite it, too', () => {
    const { catalog, faq } = getContent();
    const cited = new Map(citedPages(catalog, faq).map(({ url, cells }) => [url, cells]));
    for (const { id, source } of faq.flatMap(({ questions }) => questions)) {
      for (const url of source) expect(cited.get(url.replace(/#.*$/u, ''))).toContain(`questions.${id}`);
    }
  });

  it.each([
    ['stands', { status: 200, mark: '"a"' }, undefined],
    ['is gone', { status: 404 }, { kind: 'gone', status: 404 }],
    ['is gone for good', { status: 410 }, { kind: 'gone', status: 410 }],
    ['moved', { status: 301, location: 'https://docs.aws.amazon.com/y.html' }, { kind: 'moved', to: 'https://docs.aws.amazon.com/y.html' }],
    ['changed its mark', { status: 200, mark: '"b"' }, { kind: 'changed', since: '2026-11-21' }],
    ['changed after the review', { status: 200, modified: '2026-11-22' }, { kind: 'changed', since: '2026-11-22' }],
    ['changed before the review', { status: 200, modified: '2026-11-20', mark: '"a"' }, undefined],
    ['is refused', { status: 403 }, { kind: 'silent', trouble: 'the answer 403' }],
    ['is silent', { status: 0, trouble: 'timeout' }, { kind: 'silent', trouble: 'timeout' }],
  ])('that %s is told so', (_, answer, finding) => {
    expect(judge(page, answer, first)).toEqual(finding && { page, ...finding });
  });

  it('is measured from its review: what was remembered before that does not count', () => {
    expect(countsFor(page, first)).toBe(true);
    expect(countsFor(page, { ...first, day: '2026-11-19' })).toBe(false);
    expect(countsFor(page, undefined)).toBe(false);
    expect(judge(page, { status: 200, mark: '"b"' }, undefined)).toBeUndefined();
  });

  it('is measured from an answer that shows it, with a mark to know it by', () => {
    for (const status of [0, 301, 404, 429, 503]) expect(countsFor(page, { ...first, status }), String(status)).toBe(false);
    expect(countsFor(page, { day: first.day, status: 200, modified: '2026-11-20' })).toBe(false);
  });

  it('is not asked for again within a week, but where its server was silent, busy or broken', () => {
    for (const status of [200, 301, 403, 404]) expect(isFresh({ ...first, status }, '2026-11-27'), String(status)).toBe(true);
    for (const status of [0, 429, 500, 503]) expect(isFresh({ ...first, status }, first.day), String(status)).toBe(false);
    expect(isFresh(first, '2026-11-28')).toBe(false);
    expect(isFresh(undefined, first.day)).toBe(false);
  });
});

it('names the cells of each page in the report, by what became of it', () => {
  expect(
    formatFindings(
      [
        { page, kind: 'moved', to: 'https://docs.aws.amazon.com/y.html' },
        { page, kind: 'gone', status: 404 },
      ],
      7,
    ),
  ).toBe(`# 7 cited pages, 2 to look at

## Gone: 1

- <https://docs.aws.amazon.com/x.html>: 404
  amazon-x.backup, amazon-x.os

## Moved: 1

- <https://docs.aws.amazon.com/x.html> → <https://docs.aws.amazon.com/y.html>
  amazon-x.backup, amazon-x.os
`);
});
