// What the tests of the readers know: the services and prefixes of the content, and a parser with Terraform's grammar.
import { getContent } from '../src/content/load.ts';
import { stackNames } from '../src/content/stack.ts';
import { terraformParser } from './read-stack.ts';
import { readStack } from '../src/readers/read.ts';
import type { StackFile, StackItem, StackReading } from '../src/readers/read.ts';

export const known = stackNames(getContent());
const parser = await terraformParser();

/** Reads one text as a file of that name. */
export const readText = (name: string, text: string): StackReading => readStack([{ name, text }], known, parser);
export const readFiles = (files: readonly StackFile[]): StackReading => readStack(files, known, parser);

/** "amazon-rds.rds-custom-oracle", "ask engine", "weak amazon-ec2", "other google", "unknown". */
export function sayOf({ verdict }: StackItem): string {
  switch (verdict.kind) {
    case 'service':
      return verdict.option === undefined ? verdict.service : `${verdict.service}.${verdict.option}`;
    case 'ask':
      return `ask ${verdict.attribute}: ${verdict.text}`;
    case 'weak':
      return `weak ${verdict.service}`;
    case 'other':
      return `other ${verdict.provider}`;
    case 'read':
      return `read ${verdict.service ?? ''}`;
    default:
      return verdict.kind;
  }
}
export const says = (reading: StackReading): string[] => reading.items.map(sayOf);
