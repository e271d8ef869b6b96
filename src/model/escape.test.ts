// What a text holds stays text in Markdown, for readers with GitHub's extensions and for those without.
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from './escape.ts';

describe('a word that begins as an address', () => {
  it.each([
    ['https://a.aws/[here](javascript:alert(1))', String.raw`https\://a.aws/\[here\](javascript:alert(1))`],
    ['https://a.aws/![x](https://evil.example/p.png)', String.raw`https\://a.aws/!\[x\](https://evil.example/p.png)`],
    ['https://a.aws/`x`', String.raw`https\://a.aws/\`x\``],
    ['https://a.aws/*x*', String.raw`https\://a.aws/\*x\*`],
    ['https://a.aws/~~x~~', String.raw`https\://a.aws/\~\~x\~\~`],
    [String.raw`https://a.aws/\x`, String.raw`https\://a.aws/\\x`],
    ['https://a.aws/&lt;b&gt;', String.raw`https\://a.aws/\&lt;b\&gt;`],
  ])('and holds markup is text: %s', (word, written) => {
    expect(escapeMarkdown(`See ${word} there`)).toBe(`See ${written} there`);
  });

  it.each(['https://docs.aws.amazon.com/a_b/c-d.html#e_f', 'https://a.aws/?a=1&b=2', 'https://a.aws/a_(b)'])(
    'and holds none stands as it is: %s',
    (word) => {
      expect(escapeMarkdown(`See ${word} there`)).toBe(`See ${word} there`);
    },
  );
});
