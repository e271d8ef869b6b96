// The rooms as data: which files belong to each, what it may import and what it must not use.
// The linter enforces these rows, CONTRIBUTING.md prints them, and scripts/rooms.test.ts breaks each rule once.
import type { Thing, packages } from './room-packages.ts';

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
    home: 'what turns text into resource types belongs in readers/, called from intake/ or scripts/',
  },
  intake: {
    regex: inRoom('intake/'),
    home: 'what reads files away from the page belongs in intake/, which interaction/ starts as a worker',
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
    may: ['model', 'readers', 'yaml', 'json'],
    types: ['hcl'],
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
        files: ['src/interaction/theme.ts', 'src/interaction/search/{keys,recent}.ts', 'src/interaction/{,stack/}{kept,progress}.ts'],
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
    name: 'src/intake/',
    holds: "reads a reader's files, away from the page",
    runs: "a page's worker",
    files: ['src/intake/**/*.ts'],
    may: ['model', 'readers', 'intake', 'hcl'],
    bans: ['Node globals', 'storage', 'bare addresses'],
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
      'hcl',
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
