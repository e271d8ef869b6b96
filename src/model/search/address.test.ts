import { describe, expect, it } from 'vitest';
import { formatSearch, maxQueryLength, parseSearch } from './address.ts';

const read = (address: string): string => parseSearch(new URL(address, 'https://tideline.example').search);

describe('the address of a search', () => {
  it.each(['', 'rds', 'who patches the OS on RDS?', ' a & b=c #d ', '数据库', '%%%'])('keeps the query "%s"', (query) => {
    expect(read(formatSearch(query))).toBe(query);
  });
  it('is written out plainly', () => {
    expect(formatSearch('who patches rds')).toBe('/search/?q=who+patches+rds');
    expect(formatSearch('')).toBe('/search/');
  });
  it('is read with and without its question mark, and without a query', () => {
    expect(parseSearch('?q=s3')).toBe('s3');
    expect(parseSearch('q=s3')).toBe('s3');
    expect(parseSearch('?layer=os')).toBe('');
  });
  it.each(['?Q=at%26t', '?utm_source=x&amp;q=at%26t', '?q=at%26t&q=s3', '?q=&q=at%26t'])('is read out of %s', (search) => {
    expect(parseSearch(search)).toBe('at&t');
  });
  it('never holds more than the limit', () => {
    const long = 'x'.repeat(2 * maxQueryLength);
    expect(read(`/search/?q=${long}`)).toHaveLength(maxQueryLength);
    expect(read(formatSearch(long))).toHaveLength(maxQueryLength);
  });
});
