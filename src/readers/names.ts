// A list as people write it: names, abbreviations, ids, IAM prefixes, resource types, ARNs; one a line, or between commas.
import { optionNamed } from '../model/record/option-named.ts';
import type { NamedService } from '../model/stack/named.ts';
import type { Prefixes } from '../model/stack/prefixes.ts';
import { judge } from './judge.ts';
import { absent } from './resource.ts';
import type { Verdict } from './resource.ts';

/** One entry of a list. */
export interface NamedEntry {
  /** As it was written. */
  readonly text: string;
  readonly line: number;
  readonly verdict: Verdict;
}

/** Longer entries are sentences. */
const mostCharacters = 120;

/** Nobody runs more; a longer list is no list. */
export const mostEntries = 20_000;

/** A resource as `terraform state list` names it: `module.db["a"].aws_db_instance.main[0]`. */
const address = /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.[\w-]+(?:\[[^\]]*\])?$/u;

/** Prepares the names once. A name that several services share names the first of them. */
export function makeNames(services: readonly NamedService[], prefixes: Prefixes): (text: string) => NamedEntry[] {
  const byName = new Map<string, { readonly service: string; readonly option: string | undefined }>();
  const put = (name: string, service: string, option?: string): void => {
    const key = plain(name);
    if (key !== '' && !byName.has(key)) byName.set(key, { service, option });
  };
  for (const { id, names } of services) for (const name of [id, ...names]) put(name, id);
  for (const { id, names, options } of services) {
    for (const option of options) {
      put(`${id}.${option.id}`, id, option.id);
      for (const name of [option.name, ...(option.aliases ?? [])]) {
        put(name, id, option.id);
        for (const of of names) {
          put(`${of} ${name}`, id, option.id);
          put(`${of} on ${name}`, id, option.id);
          put(`${name} ${of}`, id, option.id);
        }
      }
    }
  }
  const byId = new Map(services.map((service) => [service.id, service]));
  const known = new Map<string, Verdict>();
  const verdictOf = (entry: string): Verdict => {
    if (entry.length > mostCharacters) return { kind: 'unknown' };
    const verdict = known.get(entry) ?? find(entry);
    known.set(entry, verdict);
    return verdict;
  };
  const find = (entry: string): Verdict => {
    const named = byName.get(plain(entry));
    const service = named && byId.get(named.service);
    // "EKS Auto Mode" is a name of EKS, and says how it is run.
    if (service) return { kind: 'service', service: service.id, option: named.option ?? optionNamed(service, entry) };
    const [, read, addressed] = address.exec(entry) ?? [];
    if (addressed !== undefined)
      return judge(
        {
          language: 'terraform',
          type: addressed,
          name: entry,
          line: undefined,
          role: read === undefined ? 'created' : 'read',
          brief: true,
          attribute: () => absent,
        },
        ({ type }) => prefixes.terraform(type),
      );
    const type = /^aws(?:cc)?_[a-z0-9_]+$/u.test(entry)
      ? prefixes.terraform(entry)
      : /^AWS::[A-Za-z0-9:]+$/u.test(entry)
        ? prefixes.cloudformation(entry)
        : undefined;
    if (type !== undefined) return { kind: 'service', service: type, option: undefined };
    const [, prefix] = /^(?:arn:aws[a-z-]*:)?([a-z0-9-]+)(?::|$)/u.exec(entry.toLowerCase()) ?? [];
    const [first, ...others] = prefix === undefined ? [] : prefixes.iam(prefix);
    if (first === undefined) return { kind: 'unknown' };
    if (others.length === 0 || prefix === undefined) return { kind: 'service', service: first, option: undefined };
    return {
      kind: 'ask',
      service: first,
      attribute: 'prefix',
      text: prefix,
      options: [first, ...others].map((service) => ({ service, option: undefined })),
    };
  };
  return (text) => {
    const entries: NamedEntry[] = [];
    for (const [index, row] of text.split('\n').entries())
      for (const part of row.split(separator)) {
        const whole = part.trim();
        const entry = whole.length > mostCharacters * 2 ? whole : bare(whole);
        if (!/[\p{L}\p{N}]/u.test(entry) || entry.startsWith('#')) continue;
        if (entries.length === mostEntries) return entries;
        entries.push({ text: shorten(entry), line: index + 1, verdict: verdictOf(entry) });
      }
    return entries;
  };
}

/** Without what makes it an entry of a list, and without quotes. */
const bare = (entry: string): string => entry.replace(/^(?:[-*•]|\d+[.)])\s+/u, '').replace(/^(?:\[[ x]\]\s*)?["'`]?|["'`]$/gu, '');

const shorten = (entry: string): string => (entry.length > mostCharacters ? `${entry.slice(0, mostCharacters - 1)}…` : entry);

/** Between entries; not within the brackets of an address. */
const separator = /[,;\t|](?![^[\]\n]{0,80}\])/u;

/** Names that differ in case, hyphens, the maker's name or what stands in brackets are the same. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\s*\([^)]*\)\s*$/u, '')
    .replace(/^(?:amazon|aws)[\s-]+(?=\S)/u, '')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
