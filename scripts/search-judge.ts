// `npm run search:judge -- file.jsonl [--misses] [--halves] [--compare]`: asks each question of the file and prints how well it is answered, by
// kind. --misses lists what is not answered first, --halves cuts the file in two, --compare holds thesaurus and words of the cells against each other.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { getContent } from '../src/content/load.ts';
import { answerParts } from '../src/content/search.ts';
import { halves, judge, measure, parseQuestions } from '../src/model/search/judge.ts';
import type { JudgedQuestion, Measures, Verdict } from '../src/model/search/judge.ts';
import { fullReading, judgedAnswers, makeAnswers } from '../src/model/search/rank.ts';
import type { Reading } from '../src/model/search/rank.ts';

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

const parts = answerParts(getContent());
const questions: readonly JudgedQuestion[] = parseQuestions(readFileSync(file, 'utf8'));

interface Sitting {
  readonly all: Verdict[];
  /** Milliseconds. */
  readonly mean: number;
  readonly slowest: number;
}

function sit(asked: readonly JudgedQuestion[], reading: Reading): Sitting {
  const answer = makeAnswers(parts, reading);
  const times: number[] = [];
  const all = asked.map((question) => {
    const start = performance.now();
    const { answers } = answer(question.q);
    times.push(performance.now() - start);
    return judge(question, judgedAnswers(answers, parts));
  });
  return { all, slowest: Math.max(...times), mean: times.reduce((sum, each) => sum + each, 0) / Math.max(1, times.length) };
}

const titled = (title: string, measures: readonly Measures[]): string => `${title}\n${table(measures)}\n`;
const overall = (name: string, verdicts: readonly Verdict[]): Measures[] =>
  measure(verdicts)
    .slice(-1)
    .map((each) => ({ ...each, kind: name }));

const { all, mean, slowest } = sit(questions, fullReading);
process.stdout.write(titled(`${questions.length} questions of ${file}`, measure(all)));
process.stdout.write(`${mean.toFixed(1)} ms a question, ${slowest.toFixed(1)} ms the slowest\n`);

if (flags.includes('--halves')) {
  const { tune, test } = halves(questions);
  process.stdout.write(`\n${titled('The half to tune on', measure(sit(tune, fullReading).all))}`);
  process.stdout.write(`\n${titled('The half to test on', measure(sit(test, fullReading).all))}`);
}

if (flags.includes('--compare')) {
  const readings: readonly (readonly [string, Reading])[] = [
    ['words of the cells alone', { thesaurus: false, evidence: true }],
    ['thesaurus alone', { thesaurus: true, evidence: false }],
    ['both', fullReading],
  ];
  process.stdout.write(
    `\n${titled(
      'What decides about the layer',
      readings.flatMap(([name, reading]) => overall(name, sit(questions, reading).all)),
    )}`,
  );
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
