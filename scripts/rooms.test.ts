// Checks that each rule of the rooms reports a violation and names the right room.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { roomsTable } from './rooms-table.ts';
import { rooms } from './rooms.ts';

// The rules of rooms need only path and syntax. Without type information a snippet needs no file and is linted fast.
const eslint = new ESLint({
  overrideConfig: [
    { ...tseslint.configs.disableTypeChecked, files: ['**/*.ts'] },
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

const roomRules = ['@typescript-eslint/no-restricted-imports', 'no-restricted-globals', 'no-restricted-syntax'];

/**
 * Returns the messages of the room rules for this code in this file.
 * @throws Error if the code does not parse
 */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  if (!result) throw new Error(`${file} is not linted`);
  for (const message of result.messages) if (message.fatal === true) throw new Error(`${file}: ${message.message}`);
  return result.messages.filter((message) => roomRules.includes(message.ruleId ?? '')).map((message) => message.message);
}

const frontmatter = (code: string): string => `---\n${code}\n---\n\n<p>Hello</p>`;
const script = (code: string): string => `<p>Hello</p>\n<script>\n  ${code}\n</script>`;
const use = (from: string): string => `import { x } from '${from}';\nexport const y = x;`;
const useType = (from: string): string => `import type { X } from '${from}';\nexport type Y = X;`;

interface Case {
  readonly file: string;
  readonly code: string;
  /** The room that the message names first, and the room where the code belongs. */
  readonly says: readonly [room: string, home: RegExp];
}

const broken: readonly Case[] = [
  // model/
  { file: 'src/model/x.ts', code: use('../scenes/split.ts'), says: ['model/', /has an x belongs in scenes\//u] },
  { file: 'src/model/x.ts', code: use('../drawings/split.ts'), says: ['model/', /belongs in drawings\//u] },
  { file: 'src/model/x.ts', code: use('../content/load.ts'), says: ['model/', /belongs in src\/content\//u] },
  { file: 'src/model/x.ts', code: use('zod'), says: ['model/', /belongs in model\/record\/schema\//u] },
  { file: 'src/model/record/published.ts', code: use('zod'), says: ['model/', /belongs in model\/record\/schema\//u] },
  { file: 'src/model/record/schema/cell.ts', code: use('yaml'), says: ['model/', /YAML is parsed in src\/content\//u] },
  { file: 'src/model/x.ts', code: use('node:fs'), says: ['model/', /needs Node belongs in src\/content\/, build\/ or scripts\//u] },
  { file: 'src/model/x.ts', code: use('fs'), says: ['model/', /needs Node belongs in src\/content\/, build\/ or scripts\//u] },
  { file: 'src/model/x.ts', code: useType('astro'), says: ['model/', /needs Astro belongs in components\//u] },
  { file: 'src/model/x.ts', code: use('astro:content'), says: ['model/', /needs Astro belongs in components\//u] },
  { file: 'src/model/x.ts', code: use('d3-array'), says: ['model/', /computed in scenes\//u] },
  { file: 'src/model/x.ts', code: use('lodash'), says: ['model/', /give it to one room/u] },
  { file: 'src/model/x.ts', code: `export * from '../interaction/service.ts';`, says: ['model/', /belongs in interaction\//u] },
  { file: 'src/model/x.ts', code: `export const x = await import('node:fs');`, says: ['model/', /at the top of the file only/u] },
  {
    file: 'src/model/x.ts',
    code: `export const x = document.title;`,
    says: ['model/', /elements belong in drawings\//u],
  },
  { file: 'src/model/x.ts', code: `export const x = process.env;`, says: ['model/', /runs without Node/u] },
  { file: 'src/model/x.ts', code: `export const x = '/services/';`, says: ['model/', /use pathTo\(\) or root of model\/root.ts/u] },
  { file: 'src/interaction/x.ts', code: 'export const x = (y: string): string => `/guide/${y}/`;', says: ['interaction/', /use pathTo/u] },
  { file: 'src/components/X.astro', code: '<a href="/services/">All</a>', says: ['components/', /use pathTo/u] },
  { file: 'src/pages/x.astro', code: '<a href="/">Home</a>', says: ['pages/', /use pathTo/u] },
  { file: 'src/content/x.ts', code: `export const x = '/preview.png';`, says: ['src/content/', /use pathTo/u] },
  // scenes/
  { file: 'src/scenes/x.ts', code: use('d3-selection'), says: ['scenes/', /created and set in drawings\//u] },
  { file: 'src/scenes/x.ts', code: use('../drawings/split.ts'), says: ['scenes/', /belongs in drawings\//u] },
  { file: 'src/scenes/x.ts', code: use('../components/draw.ts'), says: ['scenes/', /belongs in components\//u] },
  { file: 'src/scenes/x.ts', code: `export const x = window.innerWidth;`, says: ['scenes/', /the browser in interaction\//u] },
  { file: 'src/scenes/x.ts', code: `export const x = document.body;`, says: ['scenes/', /elements belong in drawings\//u] },
  { file: 'src/scenes/x.ts', code: `export const x = '#abc';`, says: ['scenes/', /colour belongs in styles\//u] },
  { file: 'src/scenes/x.ts', code: `export const x = 'rgb(1 2 3)';`, says: ['scenes/', /colour belongs in styles\//u] },
  {
    file: 'src/scenes/x.ts',
    code: 'export const x = (n: number): string => `hsl(${n} 10% 10%)`;',
    says: ['scenes/', /colour belongs in styles\//u],
  },
  {
    file: 'src/scenes/x.ts',
    code: `export const x = (e: SVGTextElement): number => e.getComputedTextLength();`,
    says: ['scenes/', /text is fitted by styles\//u],
  },
  {
    file: 'src/scenes/x.ts',
    code: `export const x = (e: SVGTextElement): number => e.getBBox().width;`,
    says: ['scenes/', /text is fitted by styles\//u],
  },
  // drawings/
  { file: 'src/drawings/x.ts', code: use('../model/split/filter.ts'), says: ['drawings/', /belongs in model\//u] },
  { file: 'src/drawings/x.ts', code: use('d3-scale'), says: ['drawings/', /computed in scenes\//u] },
  { file: 'src/drawings/x.ts', code: use('../interaction/split.ts'), says: ['drawings/', /belongs in interaction\//u] },
  { file: 'src/drawings/x.ts', code: use('linkedom'), says: ['drawings/', /made in components\/ or build\//u] },
  {
    file: 'src/drawings/x.ts',
    code: `export const x = document.createElement('p');`,
    says: ['drawings/', /the browser in interaction\//u],
  },
  {
    file: 'src/drawings/x.ts',
    code: `import { select } from 'd3-selection';\nselect('p').style('fill', 'red');`,
    says: ['drawings/', /looks in styles\//u],
  },
  {
    file: 'src/drawings/x.ts',
    code: `import { select } from 'd3-selection';\nselect('p').attr('style', 'fill: red');`,
    says: ['drawings/', /looks in styles\//u],
  },
  {
    file: 'src/drawings/x.ts',
    code: `export const x = (e: HTMLElement): void => { e.style.fill = 'red'; };`,
    says: ['drawings/', /looks in styles\//u],
  },
  {
    file: 'src/drawings/x.ts',
    code: `import { select } from 'd3-selection';\nselect('p').on('click', null);`,
    says: ['drawings/', /events belong in interaction\//u],
  },
  {
    file: 'src/drawings/x.ts',
    code: `export const x = (e: Element, f: () => void): void => { e.addEventListener('click', f); };`,
    says: ['drawings/', /events belong in interaction\//u],
  },
  {
    file: 'src/drawings/x.ts',
    code: `import { select } from 'd3-selection';\nselect('p').html('<b>x</b>');`,
    says: ['drawings/', /HTML belongs in components\//u],
  },
  // interaction/
  { file: 'src/interaction/x.ts', code: use('../components/json.ts'), says: ['interaction/', /belongs in components\//u] },
  { file: 'src/interaction/x.ts', code: use('../content/load.ts'), says: ['interaction/', /belongs in src\/content\//u] },
  { file: 'src/interaction/x.ts', code: use('node:path'), says: ['interaction/', /needs Node belongs in src\/content\//u] },
  { file: 'src/interaction/x.ts', code: use('../build/content-reload.ts'), says: ['interaction/', /belongs in build\//u] },
  { file: 'src/interaction/x.ts', code: use('../flowcharts/flowchart.ts'), says: ['interaction/', /Mermaid\.astro of components\//u] },
  { file: 'src/interaction/x.ts', code: use('d3-selection'), says: ['interaction/', /created and set in drawings\//u] },
  { file: 'src/interaction/x.ts', code: `localStorage.setItem('filter', 'x');`, says: ['interaction/', /model\/address\.ts/u] },
  { file: 'src/interaction/theme.ts', code: use('../content/load.ts'), says: ['interaction/', /belongs in src\/content\//u] },
  {
    file: 'src/interaction/x.ts',
    code: `export const x = (e: HTMLElement): void => { e.innerHTML = '<b>x</b>'; };`,
    says: ['interaction/', /HTML belongs in components\//u],
  },
  {
    file: 'src/interaction/x.ts',
    code: `export const x = document.createElement('p');`,
    says: ['interaction/', /creates no elements/u],
  },
  { file: 'src/interaction/x.ts', code: use('../readers/read.ts'), says: ['interaction/', /called from intake\/ or scripts\//u] },
  { file: 'src/interaction/x.ts', code: use('../intake/intake.ts'), says: ['interaction/', /starts as a worker/u] },
  { file: 'src/intake/x.ts', code: use('../interaction/notice.ts'), says: ['src/intake/', /belongs in interaction\//u] },
  { file: 'src/intake/x.ts', code: use('yaml'), says: ['src/intake/', /templates in src\/readers\//u] },
  { file: 'src/readers/x.ts', code: use('web-tree-sitter'), says: ['src/readers/', /grammar is loaded in src\/intake\//u] },
  { file: 'src/helpers/x.ts', code: `export const x = 1;`, says: ['This file is in no room', /scripts\/rooms\.ts/u] },
  // components/
  { file: 'src/components/X.astro', code: frontmatter(use('../interaction/service.ts')), says: ['components/', /from the <script>/u] },
  {
    file: 'src/components/starlight/X.astro',
    code: frontmatter(use('../../interaction/service.ts')),
    says: ['components/', /from the <script>/u],
  },
  { file: 'src/components/x.ts', code: use('../interaction/service.ts'), says: ['components/', /from the <script>/u] },
  { file: 'src/components/X.astro', code: frontmatter(use('node:fs')), says: ['components/', /needs Node belongs in src\/content\//u] },
  { file: 'src/components/X.astro', code: frontmatter(use('yaml')), says: ['components/', /YAML is parsed in src\/content\//u] },
  { file: 'src/components/X.astro', code: frontmatter(use('d3-selection')), says: ['components/', /created and set in drawings\//u] },
  { file: 'src/components/X.astro', code: frontmatter(use('../pages/index.astro')), says: ['components/', /a route belongs in pages\//u] },
  {
    file: 'src/components/X.astro',
    code: script(`import { x } from '../model/split/counts.ts';\n  x();`),
    says: ['The <script>', /belongs in model\//u],
  },
  {
    file: 'src/components/X.astro',
    code: script(`import { x } from '../content/load.ts';\n  x();`),
    says: ['The <script>', /belongs in src\/content\//u],
  },
  // pages/
  { file: 'src/pages/x.astro', code: frontmatter(use('../scenes/split.ts')), says: ['pages/', /belongs in scenes\//u] },
  { file: 'src/pages/x.astro', code: frontmatter(use('../drawings/split.ts')), says: ['pages/', /belongs in drawings\//u] },
  { file: 'src/pages/data/v1/x.json.ts', code: use('../../../interaction/service.ts'), says: ['pages/', /belongs in interaction\//u] },
  { file: 'src/pages/data/v1/x.json.ts', code: use('node:fs'), says: ['pages/', /needs Node belongs in src\/content\//u] },
  // the files beside the rooms
  { file: 'src/content/load.ts', code: use('../scenes/split.ts'), says: ['src/content/', /belongs in scenes\//u] },
  { file: 'src/content/load.ts', code: use('astro:content'), says: ['src/content/', /needs Astro belongs in components\//u] },
  { file: 'src/content.config.ts', code: use('./content/load.ts'), says: ['content.config.ts', /belongs in src\/content\//u] },
  { file: 'src/flowcharts/flowchart.ts', code: use('../content/load.ts'), says: ['flowcharts/', /belongs in src\/content\//u] },
  { file: 'src/flowcharts/worker.ts', code: use('../drawings/split.ts'), says: ['flowcharts/', /belongs in drawings\//u] },
  // scripts/, build/, e2e/
  { file: 'scripts/x.ts', code: use('feed'), says: ['scripts/', /a feed is written in components/u] },
  { file: 'src/scenes/x.ts', code: use('pdfkit'), says: ['scenes/', /a PDF in poster-pdf\.ts/u] },
  { file: 'scripts/x.ts', code: use('../src/drawings/split.ts'), says: ['scripts/', /belongs in drawings\//u] },
  { file: 'src/build/x.ts', code: use('../interaction/service.ts'), says: ['build/', /belongs in interaction\//u] },
  { file: 'src/build/x.ts', code: use('../drawings/split.ts'), says: ['build/', /belongs in drawings\//u] },
  { file: 'e2e/x.spec.ts', code: use('../src/model/split/counts.ts'), says: ['e2e/', /belongs in model\//u] },
  { file: 'e2e/x.spec.ts', code: use('yaml'), says: ['e2e/', /parsed in src\/content\//u] },
];

describe('a line in the wrong room', () => {
  it.each(broken)('$file: $code', async ({ file, code, says: [room, home] }) => {
    const messages = await complaints(file, code);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(room);
    expect(messages[0]).toMatch(home);
  });
});

const clean: readonly (readonly [file: string, code: string])[] = [
  ['src/model/x.ts', `${use('./split/counts.ts')}\n${useType('zod').replaceAll('X', 'Z').replace('type Y', 'type W')}`],
  ['src/model/record/schema/cell.ts', use('zod')],
  ['src/model/x.test.ts', use('../content/load.ts')],
  [
    'src/scenes/x.ts',
    `${use('../model/split/counts.ts')}\nimport { scaleLinear } from 'd3-scale';\nexport const s = scaleLinear([0, 1], [0, 100]);\nexport const href = '#table';`,
  ],
  [
    'src/drawings/x.ts',
    `import { select } from 'd3-selection';\n${useType('../model/vocabulary.ts')}\nselect('p').attr('class', 'x').text('y');`,
  ],
  ['src/interaction/x.ts', `${use('../drawings/split.ts')}\naddEventListener('popstate', () => { history.replaceState(null, '', x); });`],
  [
    'src/intake/x.ts',
    `import { z } from 'web-tree-sitter';\n${use('../readers/read.ts')}\nself.postMessage(z);\nexport const y2 = await import('./late.ts');`,
  ],
  ['src/interaction/theme.ts', `localStorage.setItem('tideline-theme', 'dark');`],
  [
    'src/components/X.astro',
    frontmatter(
      `import { parseHTML } from 'linkedom';\nimport { z } from '../content/load.ts';\nimport '../styles/x.css';\n${use('../scenes/split.ts')}\nparseHTML(z);`,
    ),
  ],
  ['src/components/starlight/X.astro', script(`import '../../interaction/search/search.ts';`)],
  [
    'src/pages/services/x.astro',
    frontmatter(
      `import Page from '@astrojs/starlight/components/StarlightPage.astro';\n${use('../../model/split/counts.ts')}\nexport const z = Page;`,
    ),
  ],
  [
    'src/content/load.ts',
    `import { parse } from 'yaml';\nimport { readFileSync } from 'node:fs';\n${use('../model/record/catalog.ts')}\nparse(readFileSync(x, 'utf8'));`,
  ],
  ['src/content.config.ts', use('astro:content')],
  ['src/model/x.ts', "export const x = (y: string): string[] => [...y.split('/'), 'a/b', `${y}/services/`, '/ no address'];"],
  ['src/components/X.astro', `${frontmatter(use('../model/root.ts'))}\n<a href={pathTo('/services/')}>All</a><a href="#top">Top</a>`],
  ['scripts/x.ts', `import { z } from 'node:path';\n${use('../src/content/load.ts')}\nz(process.argv);`],
  [
    'src/build/x.ts',
    `import { parseHTML } from 'linkedom';\nimport type { AstroIntegration } from 'astro';\nimport { z } from 'node:fs';\n${use('../model/split/counts.ts')}\nexport const i = (a: AstroIntegration): void => { parseHTML(z, a); };`,
  ],
  ['src/flowcharts/worker.ts', `import { openSync } from 'fontkit';\n${use('./flowchart.ts')}\nopenSync(x);`],
  [
    'e2e/x.spec.ts',
    `import AxeBuilder from '@axe-core/playwright';\nimport { z } from 'node:fs';\n${use('@playwright/test')}\nnew AxeBuilder(z);`,
  ],
];

describe('a line in its room', () => {
  it.each(clean)('%s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});

describe('assertions of types', () => {
  const rules = async (code: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(code, { filePath: 'src/model/x.ts' });
    return result?.messages.map((message) => message.ruleId) ?? [];
  };

  it('are refused, and so is any', async () => {
    expect(await rules('export const x = (y: unknown): string => y as string;\n')).toEqual([
      '@typescript-eslint/consistent-type-assertions',
    ]);
    expect(await rules('export const x = (y: any): string => String(y);\n')).toEqual(['@typescript-eslint/no-explicit-any']);
  });

  it('leave `as const` alone', async () => {
    expect(await rules(`export const x = ['a', 'b'] as const;\n`)).toEqual([]);
  });
});

it('CONTRIBUTING.md prints the table that the linter enforces', () => {
  // Compare only the cells, because Prettier aligns the columns of a table.
  const cells = (markdown: string): string[] =>
    markdown
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll(/\s+/gu, ' ').replaceAll(/-{3,}/gu, '---'));
  const printed = cells(readFileSync('CONTRIBUTING.md', 'utf8'));
  expect(printed).toEqual(expect.arrayContaining(cells(roomsTable())));
  const first = printed.indexOf(cells(roomsTable())[0] ?? '');
  expect(printed.slice(first, first + rooms.length + 2)).toEqual(cells(roomsTable()));
});
