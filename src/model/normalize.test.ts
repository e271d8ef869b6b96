import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { answerTexts } from '../content/search.ts';
import { normalize } from './normalize.ts';

/** The long way, for any alphabet. */
const anyAlphabet = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('a normalized text', () => {
  it.each([
    ['  Who’s patching “RDS” – or EC2…? ', 'whos patching rds or ec2'],
    ['Café ™ ﬁle·system → S3', 'cafe tm file system s3'],
    ["customer's KEY_ID", 'customers key id'],
    ['数据库加密', '数据库加密'],
  ])('of %j is %j', (text, normalized) => {
    expect(normalize(text)).toBe(normalized);
  });

  it('is the same by the short way and by the long one', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), '’', '“', '”', '·'),
    });
    for (const texts of [plain, fc.string({ unit: 'binary' })])
      fc.assert(
        fc.property(texts, (text) => {
          expect(normalize(text)).toBe(anyAlphabet(text));
        }),
        { numRuns: 2000, seed: 20261130 },
      );
    for (const { title, text } of answerTexts(getContent())) expect(normalize(`${title} ${text}`)).toBe(anyAlphabet(`${title} ${text}`));
  });
});
