import { describe, expect, it } from 'vitest';
import { findHidden, visible } from './characters.ts';
import { formatProblems, nearest } from './problem.ts';

const problem = { file: 'content/services/x.yaml:3', field: 'area', found: '"x"', remedy: 'mend it' };

describe('problems', () => {
  it('are printed with hidden characters written out, which terminals would obey', () => {
    const found = '"x\u001b[2J\u0007 \u202e\u{e0041}"';
    expect(formatProblems([{ ...problem, found, field: 'a\nb', file: 'content/services/\u009bx.yaml', remedy: '\u200b' }])).toBe(
      '1 problem in the content\n  content/services/\\u009bx.yaml · a\\u000ab\n    found: "x\\u001b[2J\\u0007 \\u202e\\u{e0041}"\n    to do: \\u200b',
    );
  });

  it('are counted, and of one file twenty are printed', () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ ...problem, file: `content/services/x.yaml:${index + 1}` }));
    const lines = formatProblems([...many, { ...problem, file: 'content/areas.yaml' }]).split('\n');
    expect(lines[0]).toBe('24 problems in the content');
    expect(lines.filter((line) => line.includes('found:'))).toHaveLength(21);
    expect(lines).toContain('  content/services/x.yaml: and 3 more');
  });
});

it('compares no word with one of quite another length', () => {
  expect(nearest('x'.repeat(1_000_000), ['access', 'network'])).toBe('');
  expect(nearest('acess', ['access', 'network'])).toBe(' (did you mean "access"?)');
});

describe('hidden characters', () => {
  it.each([
    ['a\u0000', 'U+0000 NULL', 1],
    ['\u202Dx', 'U+202D LEFT-TO-RIGHT OVERRIDE', 0],
    ['😀\u200D', 'U+200D ZERO WIDTH JOINER', 2],
    ['\uD800', 'U+D800 half of a character', 0],
    ['\uE000', 'U+E000 a private-use character', 0],
    ['x\u{E0041}', 'U+E0041 an invisible character', 1],
    ['x\uFFFE', 'U+FFFE not a character', 1],
    ['x\uFFFD', 'U+FFFD REPLACEMENT CHARACTER', 1],
    ['x\u0081', 'U+0081 a control character', 1],
  ])('of %j are found by name and place', (text, name, index) => {
    expect(findHidden(text)).toEqual({ name, index });
    expect(findHidden(visible(text))).toBeUndefined();
  });

  it('are none of those that people write', () => {
    const text = 'São Paulo → “naïve” Ünïcode 数据库 قاعدة e\u0301 😀 §5 ½ — x·y …';
    expect(findHidden(text)).toBeUndefined();
    expect(visible(text)).toBe(text);
    expect(findHidden('a\nb', '\n')).toBeUndefined();
  });
});
