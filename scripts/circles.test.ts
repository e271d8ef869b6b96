// Checks that no module imports itself through others, because a circle has no first file to read.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const files = ['src', 'scripts', 'e2e']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/u.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
  .filter((file) => !file.includes('/node_modules/'));

/** Returns the project files that a file imports, including imports of types. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName))
    .filter((imported) => files.includes(imported));
}

/** Returns each circle of imports once, as "a → b → a". */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

it('finds a circle in a graph that has one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circlesIn(graph)).toEqual(['b → c → b']);
});

it('finds no circle in this project', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
  expect(circlesIn(graph)).toEqual([]);
});
