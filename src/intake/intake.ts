// The worker that reads a reader's files, away from the page: it answers with what was found, and ends with it. Nothing of the files leaves it.
import type { Parser } from 'web-tree-sitter';
import type { Given, IntakeAnswer, ReadRequest } from '../model/stack/intake.ts';
import { unpackNames } from '../model/stack/named.ts';
import type { Known, NamesFile } from '../model/stack/named.ts';
import { revisionHeader } from '../model/revision.ts';
import { root } from '../model/root.ts';
import { foundIn } from '../readers/found.ts';
import { isTerraform, joinReadings, makeReader } from '../readers/read.ts';
import type { ReadOne } from '../readers/read.ts';
import { decode, mostBytes } from '../readers/text.ts';
import type { Trouble } from '../readers/resource.ts';

/** In milliseconds, for a file of the site: a connection may hang. */
const timeLimit = 8000;

const say = (answer: IntakeAnswer): void => {
  self.postMessage(answer);
};

/** @throws Error if the file does not come in time */
async function loadNames(revision: string): Promise<Known> {
  const address = `${root}/stack/names.json`;
  const answer = await fetch(address, { headers: { [revisionHeader]: revision }, signal: AbortSignal.timeout(timeLimit) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return unpackNames(await namesIn(answer));
}

/** The build wrote it from the same types. */
const namesIn = (answer: Response): Promise<NamesFile> => answer.json();

/** Undefined where it does not come: then Terraform's source is read by its first lines alone, and that is said. */
async function loadParser(): Promise<Parser | undefined> {
  try {
    const { terraformParser } = await import('./terraform-parser.ts');
    return await terraformParser(AbortSignal.timeout(timeLimit));
  } catch {
    return undefined;
  }
}

async function read({ files, revision }: ReadRequest): Promise<void> {
  say({ kind: 'step', what: 'names', file: '', at: 0, of: files.length });
  let known: Known;
  try {
    known = await loadNames(revision);
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    return;
  }
  const reader = makeReader(known);
  let parser: Promise<Parser | undefined> | undefined;
  const done: ReadOne[] = [];
  for (const [index, given] of files.entries()) {
    const name = typeof given === 'string' ? '' : given.name;
    const step = { kind: 'step', file: name, at: index + 1, of: files.length } as const;
    say({ ...step, what: 'file' });
    const { text, troubles } = await textOf(given);
    if (text === undefined) {
      done.push({ reading: { file: name, format: 'names', hidden: [], troubles }, items: [] });
      continue;
    }
    const file = { name, text };
    if (isTerraform(file) && parser === undefined) {
      say({ ...step, what: 'grammar' });
      parser = loadParser();
    }
    const { reading, items } = reader.read(file, await parser);
    done.push({ reading: { ...reading, troubles: [...troubles, ...reading.troubles] }, items });
  }
  say({ kind: 'found', found: foundIn(joinReadings(done), known) });
}

async function textOf(given: Given): Promise<{ readonly text: string | undefined; readonly troubles: readonly Trouble[] }> {
  const file = typeof given === 'string' ? new Blob([given]) : given;
  try {
    return decode(new Uint8Array(await file.slice(0, mostBytes).arrayBuffer()), file.size);
  } catch {
    // Moved, changed or forbidden since it was chosen.
    return { text: undefined, troubles: [{ line: undefined, found: 'a file that the browser may not read', remedy: 'choose it again' }] };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void read(data);
});
say({ kind: 'ready' });
