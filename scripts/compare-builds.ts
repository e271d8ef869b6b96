// `npm run compare-builds -- <before> <after>`: whether two built sites say the same. Compares addresses, data files byte for byte,
// and the visible text of each page; for a change that must not change what readers see.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseHTML } from 'linkedom';

const shown = 20;
const [before = '', after = ''] = process.argv.slice(2);
if (before === '' || after === '') {
  process.stderr.write('Name two built folders: npm run compare-builds -- dist-before dist\n');
  process.exitCode = 1;
} else process.exitCode = compare(before, after) ? 0 : 1;

/** Prints every difference. @returns whether there is none */
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

/** Files with addresses of their own: not the hashed ones, and not the index that the search makes of the pages. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/^(?:_astro|pagefind)\//u.test(file))
    .sort();
}

/** The words of a page, an element a line; scripts and styles are not read. */
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

/** Lines of which one side has more than the other: "- …" before, "+ …" after. */
function linesThatDiffer(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of before) counts.set(line, (counts.get(line) ?? 0) - 1);
  for (const line of after) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].flatMap(([line, count]) => (count === 0 ? [] : [`${count < 0 ? '-' : '+'} ${line}`]));
}
