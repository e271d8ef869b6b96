// Reads what somebody runs out of files or pasted text, and says what each part of it is.
import type { Parser } from 'web-tree-sitter';
import { judge } from './judge.ts';
import { readCloudFormation } from './cloudformation.ts';
import { looksLikeJson, parseJson } from './json.ts';
import type { ParsedJson } from './json.ts';
import { makeNames, mostEntries } from './names.ts';
import { withoutEnd } from './nesting.ts';
import type { Known } from '../model/stack/named.ts';
import type { Choice, FileReading, Format, Hidden, Resource, Trouble, Verdict } from './resource.ts';
import { readTerraformJson, terraformFormat } from './terraform-json.ts';
import type { TerraformFormat } from './terraform-json.ts';
import { byLines, isPlanForPeople, readTerraform } from './terraform.ts';

/** A file, or a text that was pasted. */
export interface StackFile {
  /** Its name, of which the ending counts; empty for pasted text. */
  readonly name: string;
  readonly text: string;
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

/** Terraform's own source, by its name or by how its blocks begin. */
export const isTerraform = ({ name, text }: StackFile): boolean =>
  /\.(?:tf|tofu|hcl)$/iu.test(name) ||
  (!looksLikeJson(text) &&
    /^[ \t]*(?:resource|data|module|provider|variable|output|locals|terraform)[ \t]*(?:"[^"\n]*"[ \t]*){0,2}\{/mu.test(text));

function sortOut(file: StackFile): Sorted {
  const { name, text } = file;
  if (isTerraform(file)) return { format: 'terraform' };
  if (looksLikeJson(text)) {
    const json = parseJson(text);
    return { format: terraformFormat(json.value) ?? 'cloudformation', json };
  }
  if (isPlanForPeople(text)) return { format: 'terraform' };
  if (/^[ \t]*["']?(?:Resources|AWSTemplateFormatVersion)["']?[ \t]*:/mu.test(text) || /\.ya?ml$|\.template$/iu.test(name))
    return { format: 'cloudformation', json: undefined };
  return { format: 'names' };
}

/** Which reader a text needs, by its name's ending and by what it says. */
export const formatOf = (file: StackFile): Format => sortOut(file).format;

/** One file, read. */
export interface ReadOne {
  readonly reading: StackReading['files'][number];
  readonly items: readonly StackItem[];
}

/** Reads one file after another. */
export interface StackReader {
  /**
   * Never throws, and keeps nothing of the text but types, names and lines.
   * @param parser with Terraform's grammar; without one Terraform's source is read by its first lines alone
   */
  readonly read: (file: StackFile, parser: Parser | undefined) => ReadOne;
}

/** Prepares the names once. */
export function makeReader(known: Known): StackReader {
  const names = makeNames(known.services, known.prefixes);
  const serviceOf = ({ language, type }: Resource): string | undefined =>
    language === 'terraform' ? known.prefixes.terraform(type.replace(/^awscc_/u, 'aws_')) : known.prefixes.cloudformation(type);
  const readNames = (file: string, text: string): ReadOne => {
    const entries = names(text);
    const items = entries.map((entry): StackItem => ({
      file,
      line: entry.line,
      type: entry.text,
      name: entry.text,
      verdict: entry.verdict,
    }));
    const troubles = entries.length < mostEntries ? [] : [tooMany(entries.at(-1)?.line)];
    return { reading: { file, format: 'names', hidden: [], troubles }, items };
  };
  const readIt = ({ name: file, text: given }: StackFile, parser: Parser | undefined): ReadOne => {
    // A mark that says how text is encoded is none of it.
    const text = given.replace(/^\uFEFF/u, '');
    if (/\.tfvars(?:\.json)?$/iu.test(file))
      return { reading: { file, format: 'terraform', hidden: [], troubles: [onlyValues] }, items: [] };
    const sorted = sortOut({ name: file, text });
    if (sorted.format === 'names') return readNames(file, text);
    const { hidden, troubles, resources, format } = readOne(file, text, sorted, parser);
    const items = resources.map((resource): StackItem => ({
      file,
      line: resource.line,
      type: shorten(resource.type),
      name: shorten(resource.name),
      verdict: judge(resource, serviceOf),
    }));
    return { reading: { file, format, hidden, troubles }, items };
  };
  return {
    read: (file, parser) => {
      try {
        return readIt(file, parser);
      } catch (error) {
        // A parser of somebody else's may give up in a way of its own, which must not cost the other files.
        const found = `something that stopped the reading (${error instanceof Error ? error.name : 'unknown'})`;
        const remedy = 'choose the file in parts, or give a list of names or types instead';
        return { reading: { file: file.name, format: 'names', hidden: [], troubles: [{ line: undefined, found, remedy }] }, items: [] };
      }
    },
  };
}

const onlyValues: Trouble = {
  line: undefined,
  found: 'values of variables, and no resources',
  remedy: 'choose the .tf files, or a plan written by terraform show -json, which knows the values too',
};
const tooMany = (line: number | undefined): Trouble => ({
  line,
  found: `more than ${mostEntries} entries`,
  remedy: 'shorten the list; what stands before this line is kept',
});
/** A type or a name is a word, whatever a broken file makes of it. */
const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

/** Reads files of any of the formats, as {@link StackReader} does, as those of one stack. */
export function readStack(files: readonly StackFile[], known: Known, parser: Parser | undefined): StackReading {
  const reader = makeReader(known);
  return joinReadings(files.map((file) => reader.read(file, parser)));
}

/** What several files say of one stack. */
export function joinReadings(read: readonly ReadOne[]): StackReading {
  const items = read.flatMap((each) => each.items);
  return { files: read.map(({ reading }) => reading), items, members: membersOf(items.map(({ verdict }) => verdict)) };
}

function readOne(file: string, given: string, sorted: Exclude<Sorted, { format: 'names' }>, parser: Parser | undefined): FileReading {
  if (sorted.format !== 'terraform' && sorted.format !== 'cloudformation') return readTerraformJson(file, sorted.json, sorted.format);
  if (sorted.format === 'cloudformation' && sorted.json) return readCloudFormation(file, given, sorted.json);
  const { text, troubles } = withoutEnd(given);
  const reading =
    sorted.format === 'cloudformation'
      ? readCloudFormation(file, text, undefined)
      : isPlanForPeople(text)
        ? briefly(file, text, planForPeople)
        : parser
          ? readTerraform(file, text, parser)
          : briefly(file, text, noParser);
  // What was cut off leaves a fault at the end, which has been said.
  return troubles.length > 0 ? { ...reading, troubles } : reading;
}

const briefly = (file: string, text: string, trouble: Trouble): FileReading => ({
  file,
  format: 'terraform',
  ...byLines(text),
  troubles: [trouble],
});
const noParser: Trouble = {
  line: undefined,
  found: "no parser for Terraform, so that only the blocks' first lines were read",
  remedy: 'reload the page, or give a plan written by terraform show -json: it says how each service is run',
};
const planForPeople: Trouble = {
  line: undefined,
  found: 'a plan as Terraform prints it, of which only the first line of each resource was read',
  remedy: 'give what terraform show -json writes: it says how each service is run',
};

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
