// Makes records of services that do not exist out of those that do, to build a site with more of them.
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { detailLimit } from '../src/model/record/schema/cell.ts';

const names = z.array(z.string()).default([]);
const made = z.looseObject({ name: z.string(), short: z.string(), aliases: names, formerly: names });

/** A record like the given one under other names and in other words, so that no rule takes it for a copy. */
export function variant(text: string, number: number): string {
  const marked = (words: string): string => `${words} ${number}`;
  const record = made.parse(parse(text));
  const other = {
    ...record,
    name: marked(record.name),
    short: marked(record.short),
    aliases: record.aliases.map(marked),
    formerly: record.formerly.map(marked),
    prefixes: [],
    related: [],
  };
  const marks = new Set(other.aliases);
  const page = (address: unknown): unknown =>
    typeof address === 'string' ? `${address}?copy=${number}&of=${encodeURIComponent(record.short)}` : address;
  return stringify(other, (key, value: unknown) => {
    if (key === 'aliases' && Array.isArray(value))
      return value.map((each: unknown) => (marks.has(String(each)) ? each : marked(String(each))));
    // Two services that cite one page must agree, which these do not always.
    if (key === 'source') return Array.isArray(value) ? value.map(page) : page(value);
    if (key !== 'detail' || typeof value !== 'string') return value;
    // Every second word of its own: then no three words in a row stand in two records.
    const words = value.replaceAll(/\b(\w+)( \w+)\b/gu, (_, one: string, two: string) => `${one}${number}${two}`);
    return words.length > detailLimit ? `${words.slice(0, detailLimit - 1).replace(/\W+$/u, '')}.` : words;
  });
}
