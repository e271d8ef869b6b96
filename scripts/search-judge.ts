// `npm run search:judge -- file.jsonl [flags]`: asks each question of the file and prints how well it is answered, by kind.
// --misses lists what is not answered first, --halves cuts the file in two, --compare holds ways to answer against each other, and --bytes
// prints the size of the data that each of them needs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { getContent } from '../src/content/load.ts';
import { answerParts } from '../src/content/search.ts';
import { halves, isConceptual, judge, judgedAnswers, measure, parseQuestions } from '../src/model/search/judge.ts';
import type { JudgedAnswer, JudgedQuestion, Measures, Verdict } from '../src/model/search/judge.ts';
import { fullReading, makeAnswers } from '../src/model/search/rank.ts';
import { detailWords, layerLines } from '../src/model/search/passages.ts';
import { makeTextIndex } from '../src/model/search/texts.ts';
import { phraseTexts } from '../src/model/split/cell.ts';

const flags = process.argv.slice(2).filter((each) => each.startsWith('--'));
const [file = path.join(import.meta.dirname, '../e2e/questions.jsonl')] = process.argv.slice(2).filter((each) => !each.startsWith('--'));

const percent = (share: number | undefined): string => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`);

function table(measures: readonly Measures[]): string {
  const rows = [
    ['', 'questions', 'first', 'in three', 'layer', 'option', 'MRR'],
    ...measures.map((each) => [
      each.kind,
      String(each.count),
      percent(each.first),
      percent(each.three),
      percent(each.layer),
      percent(each.option),
      each.reciprocal.toFixed(3),
    ]),
  ];
  return rows.map(([kind = '', ...cells]) => `${kind.padEnd(34)}${cells.map((cell) => cell.padStart(11)).join('')}`).join('\n');
}

const content = getContent();
const parts = answerParts(content);
const questions: readonly JudgedQuestion[] = parseQuestions(readFileSync(file, 'utf8'));

interface Sitting {
  readonly all: Verdict[];
  /** Milliseconds. */
  readonly mean: number;
  readonly slowest: number;
}

type Answering = (query: string) => readonly JudgedAnswer[];

function ranked(reading = fullReading): Answering {
  const answer = makeAnswers(parts, reading);
  return (query) => judgedAnswers(answer(query).answers, parts);
}

/** What the field does without a thesaurus: BM25F over each layer of each option and each section of the course as documents. */
function documents(): Answering {
  const cells = content.catalog.services.flatMap((service) =>
    service.options.flatMap((option, index) =>
      content.catalog.layers.flatMap((layer) => {
        if (index > 0 && option.origins[layer.id] !== 'option') return [];
        const names = [service.name, service.short, ...service.aliases, ...service.formerly, index > 0 ? option.name : '', layer.name];
        const cell = option.cells[layer.id];
        return [
          {
            title: names.join(' . '),
            body: [layer.question, ...phraseTexts(cell), cell.detail].join(' '),
            answer: { service: service.id, missing: false, option: index > 0 ? option.id : undefined, layer: layer.id, href: service.id },
          },
        ];
      }),
    ),
  );
  const sections = parts.texts.map(({ title, text, href }) => ({
    title,
    body: text,
    answer: { service: undefined, missing: false, option: undefined, layer: undefined, href },
  }));
  const all = [...cells, ...sections];
  const index = makeTextIndex(all);
  return (query) =>
    index
      .find(query)
      .slice(0, 8)
      .flatMap(({ at }) => all[at]?.answer ?? []);
}

function sit(asked: readonly JudgedQuestion[], answer: Answering): Sitting {
  const times: number[] = [];
  const all = asked.map((question) => {
    const start = performance.now();
    const answers = answer(question.q);
    times.push(performance.now() - start);
    return judge(question, answers);
  });
  return { all, slowest: Math.max(...times), mean: times.reduce((sum, each) => sum + each, 0) / Math.max(1, times.length) };
}

const titled = (title: string, measures: readonly Measures[]): string => `${title}\n${table(measures)}\n`;
const overall = (name: string, verdicts: readonly Verdict[]): Measures[] =>
  measure(verdicts)
    .slice(-1)
    .map((each) => ({ ...each, kind: name }));

const { all, mean, slowest } = sit(questions, ranked());
process.stdout.write(titled(`${questions.length} questions of ${file}`, measure(all)));
process.stdout.write(`${mean.toFixed(1)} ms a question, ${slowest.toFixed(1)} ms the slowest\n`);

if (flags.includes('--halves')) {
  const { tune, test } = halves(questions);
  process.stdout.write(`\n${titled('The half to tune on', measure(sit(tune, ranked()).all))}`);
  process.stdout.write(`\n${titled('The half to test on', measure(sit(test, ranked()).all))}`);
}

if (flags.includes('--compare')) {
  const ways: readonly (readonly [string, Answering])[] = [
    ['BM25F, layers as documents', documents()],
    ['names, layer by words of cells', ranked({ thesaurus: false, evidence: true })],
    ['names, layer by thesaurus', ranked({ thesaurus: true, evidence: false })],
    ['names, layer by both', ranked()],
  ];
  for (const [title, some] of [
    ['Ways to answer, about a service', questions.filter((question) => !isConceptual(question))],
    ['Ways to answer, about the model', questions.filter(isConceptual)],
  ] as const) {
    if (some.length > 0)
      process.stdout.write(
        `\n${titled(
          title,
          ways.flatMap(([name, answer]) => overall(name, sit(some, answer).all)),
        )}`,
      );
  }
}

if (flags.includes('--bytes')) {
  const { catalog } = content;
  const files: readonly (readonly [string, unknown])[] = [
    [
      'names',
      parts.services.map(({ url, short, names, options, what }) => [url, short, names, options.map(({ id, name }) => [id, name]), what]),
    ],
    ['thesaurus', parts.data.thesaurus],
    ['purposes', parts.data.purposes],
    ['parties and defaults', parts.data.options],
    ['what has no record', parts.data.missing],
    ['texts of the course', parts.texts],
    ['phrases of layers', layerLines(catalog)],
    ['words of details', detailWords(catalog)],
  ];
  process.stdout.write('\nBytes as JSON, and compressed with Brotli\n');
  for (const [name, value] of files) {
    const text = JSON.stringify(value);
    process.stdout.write(`${name.padEnd(34)}${String(text.length).padStart(11)}${String(brotliCompressSync(text).length).padStart(11)}\n`);
  }
}

if (flags.includes('--misses')) {
  for (const { question, rank, layerRight, optionRight, first } of all) {
    const wrong = [
      ...(rank === 1 ? [] : [`place ${rank === 0 ? 'not found' : `at ${rank}`}`]),
      ...(layerRight === false ? [`layer is not ${question.layer ?? ''}`] : []),
      ...(optionRight === false ? [`option is not ${question.option ?? ''}`] : []),
    ];
    if (wrong.length > 0) process.stdout.write(`"${question.q}": ${first}; ${wrong.join(', ')}\n`);
  }
}
