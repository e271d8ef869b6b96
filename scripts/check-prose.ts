// `npm run check:prose`: checks the English of the guide and of the interface. Fails if a page is harder to read than grade 9, if a word
// is unkind, vague or needlessly hard, if a glossary term is not linked at its first use, or if the interface shows a refused word.
import { fleschKincaid } from 'flesch-kincaid';
import { toString } from 'mdast-util-to-string';
import { toString as words } from 'nlcst-to-string';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import retextStringify from 'retext-stringify';
import { syllable } from 'syllable';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Nodes, Root } from 'mdast';
import { attributeOf } from '../src/content/guide.ts';
import { getContent } from '../src/content/load.ts';
import { readInterface, refusals } from './interface-text.ts';
import { refusedWords } from './refused-words.ts';

/** The highest reading grade allowed (Flesch-Kincaid). https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests */
const hardest = 9;
/** The highest share of passive sentences allowed, in percent. Some are needed, because sometimes nobody knows who did it. */
const mostPassive = 25;

/** Words that retext-intensify calls vague but that plain sentences need. */
const plain =
  'about acts again all also always anyway around back began begin can close consider could decided down enough even far felt few find finds found guess ' +
  'guessed helps knew looked looks many may most much must only over own read real right say says several should so somebody someone something sometimes some ' +
  'start still that then think thought things too try up well whatever whoever will works would';

/** Terms of the subject. The rules suggest simpler or kinder words for them, which would mean something else. */
const termsOfTheSubject = {
  // "Responsible for" comes from the model itself. Request, address, function and option are AWS's own terms.
  simplify: [
    'is responsible for',
    'it is',
    'requirement',
    'require',
    'remain',
    'option',
    'delete',
    'address',
    'function',
    'request',
    'minimum',
  ],
  // Here a host is a machine, and a special system is an uncommon one.
  equality: ['host', 'special'],
};

interface Page {
  readonly name: string;
  /** Paragraphs, list items and table cells. */
  readonly texts: readonly string[];
}

function pageTexts(tree: Root): string[] {
  const texts: string[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type !== 'paragraph') return;
    const text = toString(node);
    // Lists of sources use the titles of AWS's pages.
    if (parent?.type === 'listItem' && node.children.length === 1 && node.children[0]?.type === 'link') return;
    texts.push(text);
  });
  return texts;
}

/** Returns the reading grade (Flesch-Kincaid) and the number of sentences. */
function measure(texts: readonly string[]): { readonly grade: number; readonly sentences: number } {
  const parser = unified().use(retextEnglish);
  const counts = { sentence: 0, word: 0, syllable: 0 };
  for (const text of texts) {
    visit(parser.parse(text), (node) => {
      if (node.type === 'SentenceNode') counts.sentence += 1;
      if (node.type !== 'WordNode') return;
      counts.word += 1;
      counts.syllable += syllable(words(node));
    });
  }
  return { grade: fleschKincaid(counts), sentences: counts.sentence };
}

/** Returns the first use of each term in the paragraphs of a lesson, if it is not linked to the glossary. */
function unlinked(tree: Root): string[] {
  const uses: { readonly text: string; readonly term: string | undefined }[] = [];
  const walk = (node: Nodes, term: string | undefined): void => {
    if (node.type === 'heading' || node.type === 'table' || node.type === 'link') return;
    if (node.type === 'text') uses.push({ text: node.value, term });
    if (!('children' in node)) return;
    const id = 'name' in node && node.name === 'Term' ? attributeOf(node.attributes, 'id') : term;
    for (const child of node.children) walk(child, id);
  };
  walk(tree, undefined);
  return terms.flatMap(({ id, forms }) => {
    const any = new RegExp(`(?<![\\w-])(?:${forms.map(anyCase).join('|')})(?![\\w-])`, 'u');
    const first = uses.find(({ text }) => any.test(text));
    return first === undefined || first.term !== undefined
      ? []
      : [`“${any.exec(first.text)?.[0] ?? ''}” in “${first.text.trim().slice(0, 60)}…” (${id})`];
  });
}

/** Returns a form as a pattern that also matches with a capital first letter, as at the start of a sentence. */
function anyCase(form: string): string {
  const [head = '', ...rest] = form;
  return `[${head}${head.toUpperCase()}]${rest.join('')}`;
}

const { guide, cases, edges, questions, terms, faq } = getContent();

const style = unified()
  .use(retextEnglish)
  .use(retextEquality, { ignore: termsOfTheSubject.equality })
  .use(retextIntensify, { ignore: plain.split(' ') })
  .use(retextPassive)
  .use(retextRepeatedWords)
  .use(retextSimplify, { ignore: termsOfTheSubject.simplify })
  .use(retextStringify);

const pages: Page[] = [
  ...guide.map(({ id, tree }) => ({ name: id, texts: pageTexts(tree) })),
  { name: 'cases.yaml', texts: cases.flatMap((each) => [each.happened, each.whose, each.prevent]) },
  {
    name: 'checks.yaml',
    texts: questions
      .filter(({ kind }) => !kind.startsWith('standard'))
      .flatMap((each) => [each.text, ...(each.kind === 'situation' ? [] : each.answers.map(({ why }) => why))]),
  },
  {
    name: 'edges.yaml',
    texts: edges.flatMap(({ tells, asks, misses, after }) => [
      tells,
      asks,
      misses.customer ?? '',
      misses.shared ?? '',
      misses.aws ?? '',
      after,
    ]),
  },
  { name: 'glossary.yaml', texts: terms.map((each) => each.text) },
  { name: 'questions.yaml', texts: faq.flatMap((theme) => theme.questions.flatMap(({ question, answer }) => [question, answer])) },
];

const problems: string[] = [];
process.stdout.write('page                     grade  sentences  passive\n');
for (const page of pages) {
  if (page.texts.length === 0) continue;
  const { grade, sentences } = measure(page.texts);
  let passive = 0;
  for (const text of page.texts) {
    const file = await style.process(text);
    for (const message of file.messages) {
      if (message.source === 'retext-passive') {
        passive += 1;
        continue;
      }
      problems.push(`${page.name}: in “${text.slice(0, 70)}…”: ${message.reason} (${message.ruleId ?? ''})`);
    }
  }
  const rate = (100 * passive) / sentences;
  process.stdout.write(
    `${page.name.padEnd(24)} ${grade.toFixed(1).padStart(5)} ${String(sentences).padStart(10)} ${rate.toFixed(0).padStart(7)} %\n`,
  );
  if (grade > hardest)
    problems.push(`${page.name}: reading grade ${grade.toFixed(1)}, at most ${hardest}: shorten sentences, use shorter words`);
  if (rate > mostPassive)
    problems.push(`${page.name}: ${rate.toFixed(0)} % of its sentences are passive, at most ${mostPassive} %: say who does it`);
}
for (const { id, lesson, tree } of guide) {
  if (lesson === undefined) continue;
  for (const word of unlinked(tree)) problems.push(`${id}: ${word} is not linked at its first use: write <Term id="…">…</Term>`);
}
const interfaceTexts = readInterface(process.cwd());
problems.push(...refusals(interfaceTexts, refusedWords));
process.stdout.write(`${interfaceTexts.length} texts in the interface\n`);
if (problems.length > 0) {
  process.stderr.write(`${problems.length} problems in the prose\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  process.exitCode = 1;
}
