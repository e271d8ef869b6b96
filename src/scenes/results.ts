// The scene of the search dialog: results in groups, at most one of them selected, and a status line.
import { root } from '../model/root.ts';
import type { ServiceEntry } from '../model/search/question.ts';
import { joined } from '../model/wording.ts';
import type { AnswerScene } from './answer.ts';
import type { Result } from './result.ts';

/** The most characters of the query that the status repeats. */
const maxQuoteLength = 60;

/** In the order of the dialog. */
const groupNames = ['best', 'recent', 'samples', 'popular', 'passages', 'pages'] as const;
type ResultGroupName = (typeof groupNames)[number];

/** The number of matching pages for each value of each filter. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The answers to one query so far. A group that is absent has not answered yet and keeps its results. */
export interface Answers extends Readonly<Partial<Record<ResultGroupName, readonly Result[]>>> {
  readonly query: string;
  /** The card above the results; null for none, undefined while it is not known. */
  readonly card?: AnswerScene | null;
  /** The number of pages that match the query; `pages` contains the first few. */
  readonly pageCount: number;
  /** Services with names similar to the query. */
  readonly suggested: readonly ServiceEntry[];
  /** The sources that could not be searched; `build` for those of another build than the names. */
  readonly missing: readonly (keyof typeof lost | 'build')[];
  /** Whether every group has answered. */
  readonly complete: boolean;
  readonly filterCounts?: FilterCounts;
}

export interface PlacedResult extends Result {
  /** `tl-found-best-0` */
  readonly id: string;
  readonly selected: boolean;
}

export interface ResultGroup {
  readonly name: ResultGroupName;
  readonly results: readonly PlacedResult[];
}

export interface ResultLink {
  readonly href: string;
  readonly text: string;
}

interface StatusLine {
  readonly status: string;
  /** Services that the reader may have meant. */
  readonly suggestions: readonly ResultLink[];
  /** Links to lists of all services, shown if the search found nothing or could not search everything. */
  readonly lists: readonly ResultLink[];
  /** Whether something could not be searched, so that trying again may find more. */
  readonly incomplete: boolean;
}

export interface ResultsScene extends StatusLine {
  readonly card: AnswerScene | undefined;
  /** All groups, including empty ones. */
  readonly groups: readonly ResultGroup[];
  /** Undefined until the pages of a query have been counted. */
  readonly filterCounts: FilterCounts | undefined;
}

/** The dialog before any query. */
export const noResults: ResultsScene = {
  groups: groupNames.map((name) => ({ name, results: [] })),
  ...onlyStatus(''),
  card: undefined,
  filterCounts: undefined,
};

const lists: readonly ResultLink[] = [
  { href: `${root}/services/`, text: 'See all services, A to Z' },
  { href: `${root}/search/#areas`, text: 'by area' },
];

/**
 * Returns the dialog with these answers.
 * @param before the current scene; groups without an answer keep its results, and the selected position stays the same
 */
export function resultsScene(answers: Answers, before: ResultsScene): ResultsScene {
  const groups = before.groups.map(({ name, results }) => ({ name, results: answers[name] ?? results }));
  return {
    ...(answers.complete ? completeStatus(answers) : earlyStatus(answers, before)),
    card: cardOf(answers, before),
    groups: place(groups, selectedPlace(before)),
    filterCounts: answers.filterCounts ?? before.filterCounts,
  };
}

/** What the status says while a question waits for its answers, once those of the one before are gone. */
const searching = 'Searching …';

/** Returns the dialog without what the question before found: what these answers leave open is empty until it answers. */
export const withoutFormer = (answers: Answers, shown: ResultsScene): ResultsScene =>
  resultsScene(answers, {
    ...shown,
    ...onlyStatus(searching),
    card: answers.card ? shown.card : undefined,
    groups: shown.groups.map((group) => (answers[group.name] ? group : { ...group, results: [] })),
  });

/** The first group in which these answers have anything; undefined where they have nothing so far. */
export const firstGroup = (answers: Answers): ResultGroupName | undefined => groupNames.find((name) => (answers[name]?.length ?? 0) > 0);

/** A card whose words are on their way leaves those of the same answer in place. */
function cardOf({ card }: Answers, { card: before }: ResultsScene): AnswerScene | undefined {
  if (card === undefined) return before;
  return card?.loading === true && before?.loading === false && before.title === card.title ? before : (card ?? undefined);
}

/** Selects the next or previous result. Between the last and the first, no result is selected. */
export function moveSelection(scene: ResultsScene, step: 1 | -1): ResultsScene {
  // One more position, before the first, means that no result is selected.
  const places = scene.groups.flatMap(({ results }) => results).length + 1;
  return { ...scene, groups: place(scene.groups, ((selectedPlace(scene) + 1 + step + places) % places) - 1) };
}

export const clearSelection = (scene: ResultsScene): ResultsScene => ({ ...scene, groups: place(scene.groups, -1) });

/** Returns the index of the selected result among all, or -1. */
const selectedPlace = ({ groups }: ResultsScene): number => groups.flatMap(({ results }) => results).findIndex(({ selected }) => selected);

function place(
  groups: readonly { readonly name: ResultGroupName; readonly results: readonly Result[] }[],
  selected: number,
): ResultGroup[] {
  let at = 0;
  return groups.map(({ name, results }) => ({
    name,
    results: results.map((result, index) => ({ ...result, id: `tl-found-${name}-${index}`, selected: at++ === selected })),
  }));
}

function onlyStatus(status: string): StatusLine {
  return { status, suggestions: [], lists: [], incomplete: false };
}

/** The status while answers are missing. What answers best comes first, so it counts only that. */
const earlyStatus = ({ best = [], card = null }: Answers, before: StatusLine): StatusLine =>
  best.length > 0 || card
    ? onlyStatus(countedBest(best, card))
    : { status: before.status, suggestions: before.suggestions, lists: before.lists, incomplete: before.incomplete };

/** The status of all answers: the counts, what could not be searched, and links if the reader needs another way. */
function completeStatus({ query, best = [], card = null, passages = [], pageCount, suggested, missing }: Answers): StatusLine {
  if (query === '') return onlyStatus('');
  const texts = [counted(passages.length, 'layer'), counted(pageCount, 'page')].filter((text) => text !== '');
  const answered = best.length > 0 || card !== null;
  const said = answered || missing.some((part) => part !== 'passages' && part !== 'pages');
  const found = said
    ? [countedBest(best, card), ...texts].filter((text) => text !== '').join(', ')
    : texts.length > 0
      ? `No answer found. The words are in ${joined(texts)}`
      : '';
  if ((found !== '' || answered) && missing.length === 0) return onlyStatus(found);
  // What was not searched may hold what was asked for.
  const nothing = found === '' && !answered && missing.length === 0;
  const quote = query.length > maxQuoteLength ? `${query.slice(0, maxQuoteLength - 1)}…` : query;
  const sentences = [
    ...(nothing ? [`Nothing found for “${quote}”.`] : []),
    ...(found === '' ? [] : [`${found}.`]),
    ...(missing.length === 0 ? [] : [`Not all could be searched: ${reasonOf(missing)}`]),
  ];
  return {
    status: sentences.join(' '),
    incomplete: missing.length > 0 && !missing.includes('build'),
    suggestions: answered || found !== '' ? [] : suggested.map(({ url, short }) => ({ href: url, text: short })),
    lists,
  };
}

const lost = {
  names: 'the list of names',
  answers: 'the answers to questions',
  controls: 'the list of checks',
  passages: 'the phrases of layers',
  pages: 'the text of the pages',
} as const;

/** Why not all could be searched. Where the page is older than its data, trying again brings nothing. */
const reasonOf = (missing: Answers['missing']): string =>
  missing.includes('build')
    ? 'the site has changed since you opened this page. Reload the page to search all of it.'
    : `${joined(missing.flatMap((part) => (part === 'build' ? [] : lost[part])))} could not be loaded.`;

const countedBest = (best: readonly Result[], card: AnswerScene | null): string =>
  card ? counted(best.length, 'other match', 'other matches') : counted(best.length, 'match', 'matches');

/** Returns "3 pages"; "" for 0. */
const counted = (count: number, one: string, more = `${one}s`): string => (count === 0 ? '' : `${count} ${count === 1 ? one : more}`);
