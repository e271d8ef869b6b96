// `npm run compare-builds -- <before> <after>`: compares two built sites by addresses, bytes of data files and visible text of pages.
// Run it for a change that must not affect what readers see.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseHTML } from 'linkedom';

const shown = 20;
const [before = '', after = ''] = process.argv.slice(2);
if (before === '' || after === '') {
  process.stderr.write('Two built folders are needed: run npm run compare-builds -- dist-before dist\n');
  process.exitCode = 1;
} else process.exitCode = compare(before, after) ? 0 : 1;

/**
 * Prints all differences.
 * @returns whether the two sites are the same
 */
function compare(one: string, other: string): boolean {
  const [left, right] = [filesOf(one), filesOf(other)];
  const gone = left.filter((file) => !right.includes(file));
  const added = right.filter((file) => !left.includes(file));
  const both = left.filter((file) => right.includes(file));
  const same = (file: string): boolean => readFileSync(path.join(one, file)).equals(readFileSync(path.join(other, file)));
  const data = both.filter((file) => file.startsWith('data/'));
  const changedData = data.filter((file) => !same(file));
  const pictures = both.filter((file) => file.startsWith('diagrams/'));
  const changedPictures = pictures.filter((file) => !same(file));
  const pages = both.filter((file) => file.endsWith('.html'));
  const texts = new Map<string, string[]>();
  for (const page of pages) {
    for (const line of linesThatDiffer(textOf(path.join(one, page)), textOf(path.join(other, page)))) {
      texts.set(line, [...(texts.get(line) ?? []), page]);
    }
  }
  const say = (what: string, list: readonly string[]): void => {
    process.stdout.write(
      `${what}: ${list.length}\n${list
        .slice(0, shown)
        .map((each) => `  ${each}\n`)
        .join('')}`,
    );
    if (list.length > shown) process.stdout.write(`  and ${list.length - shown} more\n`);
  };
  process.stdout.write(
    `${left.length} and ${right.length} addresses, ${data.length} data files, ${pictures.length} pictures, ${pages.length} pages\n`,
  );
  say('addresses gone', gone);
  say('addresses added', added);
  say('data files that differ', changedData);
  say('pictures that differ', changedPictures);
  say(
    'lines of text that differ',
    [...texts].map(([line, where]) => `${line} (${where.length === 1 ? (where[0] ?? '') : `${where.length} pages`})`),
  );
  return [gone, added, changedData, changedPictures, [...texts]].every((list) => list.length === 0);
}

/** Returns the files with stable addresses: not those with a hash in their name nor their list, and not the index of Pagefind. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/^(?:(?:_astro|pagefind)\/|\.builds\.json$)/u.test(file))
    .sort();
}

/** Returns the visible text of a page, one line for each text node. */
function textOf(file: string): string[] {
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  for (const element of document.querySelectorAll('script, style')) element.remove();
  const lines: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
      if (text !== '') lines.push(text);
    } else node.childNodes.forEach(walk);
  };
  walk(document.documentElement);
  return lines;
}

/** Returns lines that one side has more often: "- …" for the site before, "+ …" for the site after. */
function linesThatDiffer(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of before) counts.set(line, (counts.get(line) ?? 0) - 1);
  for (const line of after) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].flatMap(([line, count]) => (count === 0 ? [] : [`${count < 0 ? '-' : '+'} ${line}`]));
}
