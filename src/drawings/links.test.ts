import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { appendLinks } from './links.ts';

it('names stand in a sentence, each a link, and are text', () => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const said = (...names: readonly string[]): string => {
    const notice = document.createElement('p');
    notice.textContent = 'See:';
    appendLinks(
      notice,
      names.map((name) => ({ name, href: `/${name.length}/` })),
    );
    return notice.innerHTML;
  };
  expect(said('S3')).toBe('See: <a href="/2/">S3</a>.');
  expect(said('S3', 'SQS')).toBe('See: <a href="/2/">S3</a> and <a href="/3/">SQS</a>.');
  expect(said('S3', '<b>', 'Lambda')).toBe('See: <a href="/2/">S3</a>, <a href="/3/">&lt;b&gt;</a> and <a href="/6/">Lambda</a>.');
});
