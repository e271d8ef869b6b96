// Style and types from presets; the rooms of the house come as rows of scripts/rooms.ts.
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { packages, unknownPackage } from './scripts/room-packages.ts';
import { places, rooms } from './scripts/rooms.ts';

/** Tests stand beside their file and may call on any room. */
const tests = ['**/*.test.ts'];

function imports({ name, may, types = [] }) {
  const patterns = Object.entries({ ...places, ...packages, unknownPackage })
    .filter(([thing]) => !may.includes(thing) && !(thing === 'ground' && may.includes('model')))
    .map(([thing, { regex, home }]) => ({
      regex,
      message: `${name} may not import this: ${home}.`,
      ...(types.includes(thing) || (thing === 'ground' && types.includes('model')) ? { allowTypeImports: true } : {}),
    }));
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const browserGlobals = [
  ...['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'history', 'screen', 'customElements'],
  ...['localStorage', 'sessionStorage', 'addEventListener', 'removeEventListener', 'matchMedia', 'getComputedStyle'],
  ...['requestAnimationFrame', 'DOMParser', 'HTMLElement', 'fetch'],
];
const nodeGlobals = ['process', 'Buffer', 'require', '__dirname', '__filename'];

const member = (names) => `MemberExpression[property.name=/^(?:${names})$/u]`;
const call = (names) => `CallExpression[callee.property.name=/^(?:${names})$/u]`;
const colour = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/iu;

/** A path that begins at the root of the host. */
const bare = /^\/(?:[a-z_][\w.-]*(?:[/?#]|$)|$)/u;

/** For each ban of a room the globals and the syntax it forbids, each with the room where such a line belongs. */
const bans = {
  'browser globals': (name) => ({
    globals: browserGlobals,
    message: `${name} runs without a page: elements belong in drawings/, the browser in interaction/.`,
  }),
  'Node globals': (name) => ({
    globals: nodeGlobals,
    message: `${name} runs without Node: that belongs in src/content/, build/ or scripts/.`,
  }),
  storage: () => ({
    globals: ['localStorage', 'sessionStorage'],
    message: 'interaction/ keeps no state beside the address: write it with formatFilter of model/address.ts.',
  }),
  'late imports': (name) => ({
    syntax: ['ImportExpression'],
    message: `${name} imports at the top of the file only: what loads later belongs in interaction/ or build/.`,
  }),
  'bare addresses': (name) => ({
    // In pathTo() and in imports they belong, and split('/') takes one apart.
    syntax: [
      `:not(CallExpression[callee.name="pathTo"], CallExpression[callee.property.name="split"], ImportDeclaration, ImportExpression, ExportNamedDeclaration, ExportAllDeclaration) > Literal[value=${String(bare)}]`,
      `:not(CallExpression[callee.name="pathTo"]) > TemplateLiteral[quasis.0.value.raw=${String(bare)}]`,
    ],
    message: `${name} writes no address that begins at the host, because a site may lie below a path: use pathTo() or root of model/root.ts.`,
  }),
  listening: (name) => ({
    syntax: [call('on|addEventListener|dispatchEvent'), 'CallExpression[callee.name="addEventListener"]'],
    message: `${name} does not listen: events belong in interaction/.`,
  }),
  measuring: (name) => ({
    syntax: [
      member('getBBox|getBoundingClientRect|getClientRects|getComputedTextLength|measureText|(?:offset|client|scroll)(?:Width|Height)'),
    ],
    message: `${name} measures nothing on screen: positions are percentages, and text is fitted by styles/.`,
  }),
  colours: (name) => ({
    syntax: ['Literal[value=', 'TemplateElement[value.raw='].map((start) => `${start}${String(colour)}]`),
    message: `${name} names no colours: a party is a class, and its colour belongs in styles/.`,
  }),
  'style attributes': (name) => ({
    syntax: [
      member('style|cssText'),
      'CallExpression[callee.property.name=/^(?:attr|setAttribute)$/u] > Literal[value="style"]:first-child',
    ],
    message: `${name} sets no style, which the content security policy blocks: set a class, and write its looks in styles/.`,
  }),
  'markup text': (name) => ({
    syntax: [`:matches(${call('html|insertAdjacentHTML')}, AssignmentExpression > ${member('innerHTML|outerHTML')}.left)`],
    message: `${name} joins elements to data and writes no markup text: HTML belongs in components/.`,
  }),
  'creating elements': (name) => ({
    syntax: [call('createElement|createElementNS|createTextNode|append|prepend|replaceChildren|insertBefore|appendChild')],
    message: `${name} creates no elements: that belongs in drawings/.`,
  }),
};

/** The rules of a room for some of its files, less the bans that do not apply to them. */
function ruled(room, without = []) {
  const active = (room.bans ?? []).filter((ban) => !without.includes(ban)).map((ban) => bans[ban](room.name));
  const globals = active.flatMap(({ globals: names = [], message }) => names.map((name) => ({ name, message })));
  const syntax = active.flatMap(({ syntax: selectors = [], message }) => selectors.map((selector) => ({ selector, message })));
  return {
    ...imports(room),
    'no-restricted-globals': globals.length > 0 ? ['error', ...globals] : 'off',
    'no-restricted-syntax': syntax.length > 0 ? ['error', ...syntax] : 'off',
  };
}

const roomConfigs = rooms.flatMap((room) => {
  const exempt = (room.except ?? []).flatMap(({ files }) => files);
  const bansOf = (file) => (room.except ?? []).filter(({ files }) => files.includes(file)).map(({ ban }) => ban);
  return [
    { name: `room/${room.name}`, files: room.files, ignores: tests, rules: ruled(room) },
    ...[...new Set(exempt)].map((file) => ({ name: `room/${room.name}/${file}`, files: [file], rules: ruled(room, bansOf(file)) })),
  ];
});

const homeless = {
  name: 'room/none',
  files: ['src/**/*.{ts,astro}'],
  ignores: tests,
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'Program', message: 'This file is in no room: move it to one of scripts/rooms.ts, or add a row there and say why.' },
    ],
  },
};

export default defineConfig(
  // It holds JSON in a script, which the parser takes for JavaScript.
  globalIgnores(['src/components/SpeculationRules.astro']),
  globalIgnores(['dist/', '.dist/', '.astro/', '.cache/', 'node_modules/', 'public/', 'content/', 'test-results/', 'playwright-report/']),
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
      'max-lines': ['error', 300],
      '@typescript-eslint/no-explicit-any': 'error',
      // `as const` stays allowed: it asserts nothing.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  // Tables of cases grow with what they hold.
  { name: 'long tables', files: tests, rules: { 'max-lines': 'off' } },
  {
    // Data the build wrote and the index it made: any until named, and named in the same line.
    files: ['src/interaction/page-data.ts', 'src/interaction/fetch-json.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    // Mermaid 12 still reads the flowchart's own htmlLabels for edge labels.
    files: ['src/flowcharts/worker.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  // `astro:content` has types only once Astro has run; `astro check` checks this file.
  { files: ['src/content.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
  homeless,
  ...roomConfigs,
);
