import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawSentence } from './sentence.ts';

it('A sentence has its links in place, and drawing twice changes nothing', () => {
  const { document } = parseHTML('<!doctype html><html><body><p>before</p></body></html>');
  const paragraph = document.querySelector('p');
  if (!paragraph) throw new Error('linkedom did not parse the paragraph');
  const runs = [{ text: 'Not taken yet. ' }, { text: 'Take it', href: '/guide/final-check/' }, { text: '.' }];
  drawSentence(paragraph, runs);
  const once = paragraph.innerHTML;
  expect(once).toBe('<span>Not taken yet. </span><a href="/guide/final-check/">Take it</a><span>.</span>');
  drawSentence(paragraph, runs);
  expect(paragraph.innerHTML).toBe(once);
});
