// `npm run read-stack -- file …`: says which services Terraform, CloudFormation, SAM, plans, states and lists of names run, and how. Files are
// read together, as those of one stack; "-" reads what is piped in.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { text as readAll } from 'node:stream/consumers';
import { Language, Parser } from 'web-tree-sitter';
import { getContent } from '../src/content/load.ts';
import { stackNames } from '../src/content/stack.ts';
import { visible } from '../src/model/characters.ts';
import { readStack } from '../src/readers/read.ts';
import type { StackItem } from '../src/readers/read.ts';
import { decode } from '../src/readers/text.ts';

/** Returns a parser with Terraform's grammar, as it stands in the packages. */
export async function terraformParser(): Promise<Parser> {
  const find = createRequire(import.meta.url);
  await Parser.init({ wasmBinary: readFileSync(find.resolve('web-tree-sitter/web-tree-sitter.wasm')) });
  const grammar = find.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  return parser;
}

const said: Readonly<Record<StackItem['verdict']['kind'], string>> = {
  service: 'recognised',
  ask: 'to ask',
  weak: 'weak evidence',
  other: "another provider's",
  read: 'read from elsewhere',
  scaffold: 'brought along by a tool',
  unknown: 'unknown',
};

/** Names and values are somebody else's: what a terminal would obey is written out. */
function say(line: string): void {
  process.stdout.write(`${visible(line)}\n`);
}

async function main(names: readonly string[]): Promise<void> {
  if (names.length === 0) {
    process.stderr.write('Name the files to read: npm run read-stack -- main.tf template.yaml\n');
    process.exitCode = 1;
    return;
  }
  const files: { name: string; text: string }[] = [];
  for (const name of names) {
    const { text, troubles } = name === '-' ? { text: await readAll(process.stdin), troubles: [] } : decode(readFileSync(name));
    if (text !== undefined) files.push({ name: name === '-' ? '' : path.basename(name), text });
    for (const { line, found, remedy } of troubles) say(`${name}${line === undefined ? '' : `, line ${line}`}: ${found}; ${remedy}`);
  }
  const { files: readings, items, members } = readStack(files, stackNames(getContent()), await terraformParser());
  for (const { file, format, hidden, troubles } of readings) {
    const own = items.filter((item) => item.file === file);
    const counts = Object.entries(said).map(([kind, name]) => `${own.filter(({ verdict }) => verdict.kind === kind).length} ${name}`);
    say(`${file || 'text'}: ${format}, ${own.length} entries: ${counts.join(', ')}`);
    for (const { what, name, from, line } of hidden)
      say(`  not in this file: ${what} ${name}${from && ` from ${from}`}${line === undefined ? '' : `, line ${line}`}`);
    for (const { line, found, remedy } of troubles) say(`  ${line === undefined ? '' : `line ${line}: `}${found}; ${remedy}`);
  }
  for (const [kind, name] of Object.entries(said)) {
    const own = items.filter(({ verdict }) => verdict.kind === kind);
    if (own.length === 0) continue;
    const types = kind === 'service' ? '' : `: ${[...new Set(own.map(({ type }) => type))].slice(0, 20).join(', ')}`;
    say(`${own.length} ${name}${types}`);
  }
  for (const { type, name, verdict } of items) {
    if (verdict.kind !== 'ask') continue;
    const choices = verdict.options.map(({ service, option }) => (option === undefined ? service : `${service}.${option}`));
    say(`  ${type} ${name}: ${verdict.attribute} is ${verdict.text}; one of ${choices.join(', ')}`);
  }
  say(`${members.length} services:`);
  for (const { service, option, resources } of members) say(`  ${service}${option === undefined ? '' : `.${option}`} (${resources})`);
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
