// Makes the results of the search dialog from answers, and what the empty dialog offers. Loaded with the answers.
import { formatSearch } from '../model/search/address.ts';
import type { AnswerText } from '../model/search/answer-data.ts';
import type { ServiceHit } from '../model/search/question.ts';
import { excerptOf } from '../model/search/excerpt.ts';
import type { Answer } from '../model/search/rank.ts';
import { outlineOf, verdictLine } from './answer.ts';
import type { AnswerContext } from './answer.ts';
import { fingerprintPaths, fingerprintScene } from './fingerprint.ts';
import { plain, serviceResults } from './result.ts';
import type { Result, Strip } from './result.ts';

const kinds: Readonly<Record<AnswerText['kind'] | 'every-service' | 'comparison', string>> = {
  course: 'Course',
  word: 'Glossary',
  case: 'A real case',
  question: 'Question',
  'every-service': 'Every service',
  comparison: 'Comparison',
};

/** Returns a link to each answer. What has no record has no page to link to. */
export function answerResults(answers: readonly Answer[], context: AnswerContext): Result[] {
  const { entries, file } = context;
  return answers.flatMap((answer): Result[] => {
    const { kind, href, title, at } = answer;
    if (kind === 'missing') return [];
    const entry = at === undefined ? undefined : entries[at];
    if (kind === 'cell' || kind === 'service') {
      if (!entry) return [];
      const card = outlineOf(answer, context);
      const excerpt = plain(card ? verdictLine(card) : entry.what);
      return [{ href, title, kind: entry.kind, excerpt, nested: false, strip: stripOf(answer, context) }];
    }
    const text = file.texts.find((each) => each.href === href)?.text ?? '';
    return [{ href, title, kind: kinds[kind], excerpt: plain(excerptOf(text, context.query, maxExcerpt)), nested: false }];
  });
}

/** The results of services that a name finds, with their strips. */
export const printedResults = (hits: readonly ServiceHit[], context: AnswerContext): Result[] =>
  serviceResults(hits, context.layers).map((result, index) => {
    const hit = hits[index];
    const at = context.entries.findIndex((entry) => entry === hit?.entry);
    return { ...result, strip: at < 0 ? undefined : stripOf({ at, option: hit?.option?.id }, context) };
  });

/** The strip of the way to run a service that an answer names, else of the usual one; none of a retired service. */
function stripOf({ at, option }: Pick<Answer, 'at' | 'option'>, { splits, file }: AnswerContext): Strip | undefined {
  const ways = at === undefined ? [] : (splits[at] ?? []);
  const way = ways.find(({ id }) => id === option) ?? ways[0];
  if (!way) return undefined;
  const { width, height, cells } = fingerprintScene(way, file.names);
  return { box: `0 0 ${width} ${height}`, paths: fingerprintPaths(cells) };
}

/** In characters. */
const maxExcerpt = 140;

/** Questions that show what is answered; each leads to its answers. */
export const sampleResults = (samples: readonly string[]): Result[] =>
  samples.map((title) => ({ href: formatSearch(title), title, kind: '', excerpt: [], nested: false }));

/** Services that are looked up often. */
export const popularResults = ({ file, entries }: Pick<AnswerContext, 'file' | 'entries'>): Result[] =>
  file.popular.flatMap((at) => {
    const entry = entries[at];
    return entry ? [{ href: entry.url, title: entry.short, kind: '', excerpt: [], nested: false }] : [];
  });
