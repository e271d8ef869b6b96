import { expect, it } from 'vitest';
import { companyPage } from './company-pages.ts';

it('gives a page the imports that it needs, and no link to edit it', () => {
  const text = '---\ntitle: x\n---\n\nA <Term id="region">Region</Term>, <Termite /> and <Checks\n lesson="x" />.\n';
  expect(companyPage(text, ['Case', 'Checks', 'Term'])).toBe(
    "---\ntitle: x\neditUrl: false\n---\n\nimport Checks from '/src/components/Checks.astro';\n" +
      'import Term from \'/src/components/Term.astro\';\n\nA <Term id="region">Region</Term>, <Termite /> and <Checks\n lesson="x" />.\n',
  );
});

it('takes a page that was made from one of our lessons', () => {
  const text =
    '\uFEFF---\r\ntitle: x\r\n---\r\n\r\nimport Term from \'../../src/components/Term.astro\';\r\n\r\nA <Term id="region">Region</Term>.\r\n';
  expect(companyPage(text, ['Term']).match(/^import.*$/gmu)).toEqual(["import Term from '/src/components/Term.astro';"]);
});

it('finds a head whose lines end with spaces', () => {
  expect(companyPage('---  \ntitle: x\n---\t\n\n<Term id="region">Region</Term>\n', ['Term'])).toMatch(
    /^---\ntitle: x\neditUrl: false\n---\n\nimport Term from /u,
  );
});

it('leaves a rule further down alone', () => {
  expect(companyPage('---\ntitle: x\n---\na\n\n---\n\nb\n---\n', [])).toBe('---\ntitle: x\neditUrl: false\n---\n\na\n\n---\n\nb\n---\n');
});
