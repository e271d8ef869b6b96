// Broken records, lessons and questions: real ones, edited as people, editors, merges and malice edit them.
import fc from 'fast-check';

export interface Mutant {
  readonly kind: 'record' | 'lesson' | 'questions';
  /** Which of the real files, by its number modulo their count. */
  readonly file: number;
  readonly edits: readonly Edit[];
  readonly encoding: 'utf8' | 'utf16le' | 'latin1' | 'garbage';
}

/** Places are fractions of the file, so that one edit suits any file. */
type Edit =
  | { readonly act: 'value' | 'insert' | 'key' | 'line'; readonly at: number; readonly text: string }
  | { readonly act: 'delete' | 'double' | 'cut' | 'move'; readonly at: number; readonly length: number }
  | { readonly act: 'indent'; readonly at: number; readonly by: string }
  | { readonly act: 'nest' | 'many'; readonly at: number; readonly count: number };

const values = [
  '1',
  '-0',
  '1e400',
  '0x1F',
  'true',
  'no',
  'null',
  '~',
  '[]',
  '{}',
  '""',
  "''",
  '[[]]',
  '{ a: 1 }',
  '2026-11-29',
  '2026-02-30',
  '9999-12-31',
  '12:30:45',
  '*data',
  '&data x',
  '[*data, *data]',
  '!!js/function "x"',
  '!!binary AAAA',
  '!!set {a}',
  '<<',
  '|',
  '>-',
  '"\\u0000"',
  '"\\u202Ex"',
  '"\\u200B"',
  '"\\e[2J"',
  '"\\uD800"',
  '__proto__',
  'constructor',
  'toString',
  'https://evil.example/',
  'javascript:alert(1)',
  'https://docs.aws.amazon.com/"x',
  'https://docs.aws.amazon.com.evil.example/',
  '"</title><script>alert(1)</script>"',
  '"<img src=x onerror=alert(1)>"',
  '=HYPERLINK("x")',
  '"+1"',
  '@SUM(A1)',
  '"]]>"',
  '${x}',
  '{{x}}',
  '"\'\\""',
  'ﷺ'.repeat(20),
  '😀',
  'a\u0301'.repeat(30),
] as const;
const lines = [
  '<script>alert(1)</script>',
  '{process.exit(1)}',
  '{/* a */}',
  "import fs from 'node:fs';",
  'export default 1',
  '[x](javascript:alert(1))',
  '[x][y]\n\n[y]: javascript:x',
  '![x](x.png)',
  '<https://x.example>',
  '<Case id={1} />',
  '<Case id="__proto__" />',
  '<Term id="patch">',
  '</Term>',
  '<constructor />',
  '<toString />',
  '<>x</>',
  '<a.b />',
  '<a:b />',
  '<Mermaid name="../x" title="x" text="x" />',
  '<Checks lesson="compute" />',
  '<!-- x -->',
  '---',
  '+++',
  '```js\nx',
  '| a | b |\n| - |',
  '<Defaults examples="" />',
  '<ServiceDiagram service="amazon-ecs" option="constructor" />',
  '<ServiceDiagram service="__proto__" option="x" />',
  '# {x}',
  '[x](/services/__proto__/)',
  '&#x202E;',
  '\u202E',
] as const;

const at = fc.integer({ min: 0, max: 99_999 }).map((part) => part / 100_000);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string>(...values) },
  { weight: 2, arbitrary: fc.constantFrom<string>(...lines) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 60_000 }))
      .map(([piece, count]) => piece.repeat(count)),
  },
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('value' as const), at, text }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('insert' as const, 'line' as const, 'key' as const), at, text }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('delete' as const, 'double' as const, 'cut' as const, 'move' as const),
      at,
      length: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('indent' as const), at, by: fc.constantFrom('  ', ' ', '\t', '    ', '\u00a0') }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom('nest' as const, 'many' as const), at, count: fc.integer({ min: 1, max: 20_000 }) }),
  },
);

export const mutant: fc.Arbitrary<Mutant> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('record' as const) },
    { weight: 3, arbitrary: fc.constant('lesson' as const) },
    { weight: 1, arbitrary: fc.constant('questions' as const) },
  ),
  file: fc.nat(10_000),
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
  encoding: fc.oneof(
    { weight: 30, arbitrary: fc.constant('utf8' as const) },
    { weight: 1, arbitrary: fc.constantFrom('utf16le' as const, 'latin1' as const, 'garbage' as const) },
  ),
});

function apply(whole: string, change: Edit): string {
  const rows = whole.split('\n');
  const row = Math.floor(change.at * rows.length);
  const offset = Math.floor(change.at * whole.length);
  const line = rows[row] ?? '';
  switch (change.act) {
    case 'value':
      return rows
        .with(
          row,
          line.replace(/(?<=: |- |^).*$/u, () => change.text),
        )
        .join('\n');
    case 'key':
      // Anchored: a search through a line of a hundred thousand letters without a colon would take minutes.
      return rows
        .with(
          row,
          line.replace(/^(\s*(?:- )?)[\w-]+(?=:)/u, (_, start: string) => `${start}${change.text}`),
        )
        .join('\n');
    case 'line':
      return rows.toSpliced(row, 0, change.text).join('\n');
    case 'insert':
      return `${whole.slice(0, offset)}${change.text}${whole.slice(offset)}`;
    case 'delete':
      return rows.toSpliced(row, change.length).join('\n');
    case 'double':
      return rows.toSpliced(row, 0, ...rows.slice(row, row + change.length)).join('\n');
    case 'move':
      return [...rows.toSpliced(row, change.length), ...rows.slice(row, row + change.length)].join('\n');
    case 'cut':
      return whole.slice(0, offset);
    case 'indent':
      return rows.with(row, `${change.by}${line}`).join('\n');
    case 'nest':
      return rows.with(row, `${line} ${'['.repeat(change.count)}${']'.repeat(change.count)}`).join('\n');
    case 'many':
      return rows
        .toSpliced(row, 0, ...Array.from({ length: change.count }, (_, index) => `${/^\s*/u.exec(line)?.[0] ?? ''}k${index}: ${index}`))
        .join('\n');
  }
}

/** The bytes of a real file after the edits; equal to it where they changed nothing. */
export function mutate(original: string, { edits, encoding }: Pick<Mutant, 'edits' | 'encoding'>): Buffer {
  const edited = edits.reduce(apply, original);
  if (encoding !== 'garbage') return Buffer.from(encoding === 'utf16le' ? `\uFEFF${edited}` : edited, encoding);
  const bytes = Buffer.from(edited);
  const half = Math.floor(bytes.length / 2);
  return Buffer.concat([bytes.subarray(0, half), Buffer.from([0xfe, 0xfe]), bytes.subarray(half)]);
}
