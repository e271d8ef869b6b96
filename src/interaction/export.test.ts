import { describe, expect, it } from 'vitest';
import { csvFile, markdownFile } from './export.ts';

const table = {
  head: ['Service', '-1'],
  rows: [
    ['=1+1', '+44'],
    ['@home', '-'],
    ['a=b', 'so, "quoted"'],
  ],
};

describe('a CSV file', () => {
  it('has an apostrophe before what a spreadsheet would run, and before nothing else', async () => {
    const text = await csvFile(table).text();
    expect(text.replace('\uFEFF', '')).toBe(`Service,'-1\n'=1+1,'+44\n'@home,'-\na=b,"so, ""quoted"""\n`);
  });
});

describe('a Markdown file', () => {
  it('keeps every text as it is, for nothing there is run', async () => {
    const text = await markdownFile(table, { title: 'T', address: 'https://tideline.example/' }).text();
    expect(text).toContain('| =1+1 ');
  });
});
