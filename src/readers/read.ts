// Reads what somebody runs out of files or pasted text, and says what each part of it is.
import type { Parser } from 'web-tree-sitter';
import { judge } from './judge.ts';
import { readCloudFormation } from './cloudformation.ts';
import { looksLikeJson, parseJson } from './json.ts';
import type { ParsedJson } from './json.ts';
import { makeNames } from './names.ts';
import type { NamedService } from '../model/stack/named.ts';
import type { Prefixes } from '../model/stack/prefixes.ts';
import type { Choice, FileReading, Format, Hidden, Resource, Trouble, Verdict } from './resource.ts';
import { readTerraformJson, terraformFormat } from './terraform-json.ts';
import type { TerraformFormat } from './terraform-json.ts';
import { readTerraform } from './terraform.ts';

/** A file, or a text that was pasted. */
export interface StackFile {
  /** Its name, of which the ending counts; empty for pasted text. */
  readonly name: string;
  readonly text: string;
}

export interface Known {
  readonly services: readonly NamedService[];
  readonly prefixes: Prefixes;
}

/** One resource or name, and what it is. */
export interface StackItem {
  readonly file: string;
  readonly line: number | undefined;
  /** The resource's type; for a list the text itself. */
  readonly type: string;
  readonly name: string;
  readonly verdict: Verdict;
}

/** A service that is run, with the way it is run where that was told. */
export interface StackMember extends Choice {
  /** How many resources say so. */
  readonly resources: number;
}

export interface StackReading {
  readonly files: readonly {
    readonly file: string;
    readonly format: Format;
    readonly hidden: readonly Hidden[];
    readonly troubles: readonly Trouble[];
  }[];
  readonly items: readonly StackItem[];
  /** In the order of the files; each service and option once. */
  readonly members: readonly StackMember[];
}

/** Which reader a text needs. JSON is parsed to tell, and only then. */
type Sorted =
  | { readonly format: 'names' }
  | { readonly format: 'terraform' }
  | { readonly format: 'cloudformation'; readonly json: ParsedJson | undefined }
  | { readonly format: TerraformFormat; readonly json: ParsedJson };

function sortOut({ name, text }: StackFile): Sorted {
  if (/\.tf$|\.tofu$/iu.test(name)) return { format: 'terraform' };
  if (looksLikeJson(text)) {
    const json = parseJson(text);
    return { format: terraformFormat(json.value) ?? 'cloudformation', json };
  }
  if (/^\s*(?:resource|data|module|provider|variable|output|locals|terraform)\s*(?:"[^"\n]*"\s*)*\{/mu.test(text))
    return { format: 'terraform' };
  if (/^\s*["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:/mu.test(text) || /\.ya?ml$|\.template$/iu.test(name))
    return { format: 'cloudformation', json: undefined };
  return { format: 'names' };
}

/** Which reader a text needs, by its name's ending and by what it says. */
export const formatOf = (file: StackFile): Format => sortOut(file).format;

/**
 * Reads files of any of the formats. Never throws, and keeps nothing.
 * @param parser a parser with Terraform's grammar; undefined where it could not be loaded, which is then said of each .tf file
 */
export function readStack(files: readonly StackFile[], known: Known, parser: Parser | undefined): StackReading {
  const names = makeNames(known.services, known.prefixes);
  const serviceOf = ({ language, type }: Resource): string | undefined =>
    language === 'terraform' ? known.prefixes.terraform(type.replace(/^awscc_/u, 'aws_')) : known.prefixes.cloudformation(type);
  const read = files.map(({ name: file, text: given }) => {
    // A mark that says how text is encoded is none of it.
    const text = given.replace(/^\uFEFF/u, '');
    const sorted = sortOut({ name: file, text });
    if (sorted.format === 'names') {
      const items = names(text).map((entry): StackItem => ({
        file,
        line: entry.line,
        type: entry.text,
        name: entry.text,
        verdict: entry.verdict,
      }));
      return { reading: { file, format: sorted.format, hidden: [], troubles: [] }, items };
    }
    const reading = readOne(file, text, sorted, parser);
    const items = reading.resources.map((resource): StackItem => ({
      file,
      line: resource.line,
      type: resource.type,
      name: resource.name,
      verdict: judge(resource, serviceOf),
    }));
    return { reading, items };
  });
  const items = read.flatMap((each) => each.items);
  return {
    files: read.map(({ reading: { file, format, hidden, troubles } }) => ({ file, format, hidden, troubles })),
    items,
    members: membersOf(items.map(({ verdict }) => verdict)),
  };
}

function readOne(file: string, text: string, sorted: Exclude<Sorted, { format: 'names' }>, parser: Parser | undefined): FileReading {
  if (sorted.format === 'cloudformation') return readCloudFormation(file, text, sorted.json);
  if (sorted.format !== 'terraform') return readTerraformJson(file, sorted.json, sorted.format);
  if (parser) return readTerraform(file, text, parser);
  const trouble = { line: undefined, found: 'no parser for Terraform', remedy: 'reload the page, or give a plan: terraform show -json' };
  return { file, format: sorted.format, resources: [], hidden: [], troubles: [trouble] };
}

/** Each service and option once. A resource that tells no option adds nothing to one that does. */
export function membersOf(verdicts: readonly Verdict[]): StackMember[] {
  const told = verdicts.flatMap((verdict): Choice[] => (verdict.kind === 'service' ? [verdict] : []));
  const decided = new Set(told.flatMap(({ service, option }) => (option === undefined ? [] : [service])));
  const counts = new Map<string, StackMember>();
  for (const { service, option } of told) {
    if (option === undefined && decided.has(service)) continue;
    const key = `${service}.${option ?? ''}`;
    counts.set(key, { service, option, resources: (counts.get(key)?.resources ?? 0) + 1 });
  }
  return [...counts.values()];
}
