// The scene of the answer card: what the search answers, in words, above the results.
import type { AnswerFile } from '../model/search/answer-data.ts';
import { serviceOfPath } from '../model/address.ts';
import { cardOutline } from '../model/search/card.ts';
import type { AnswerCard, CardAnswer, OutlineService } from '../model/search/card.ts';
import type { Split } from '../model/search/every.ts';
import type { Answer } from '../model/search/rank.ts';
import type { Phrase } from '../model/split/cell.ts';
import { joined, lowerFirst, nameInText } from '../model/wording.ts';
import type { ServiceEntry } from '../model/search/question.ts';
import { capitalized } from '../model/split/party.ts';
import type { LayerId } from '../model/vocabulary.ts';

/** What the answer says of one way to run a service, or of one service among several. */
export interface AnswerRow {
  /** Empty where the answer is true of all. */
  readonly name: string;
  readonly href: string;
  readonly party: CardAnswer['party'];
  readonly default: CardAnswer['default'];
  readonly phrases: readonly Phrase[];
  /** A sentence below the phrases; empty for none. */
  readonly sentence: string;
}

export interface AnswerLink {
  readonly href: string;
  readonly text: string;
  /** Whether it leads to a page of AWS or of the project, not of this site. */
  readonly outside: boolean;
}

export interface AnswerScene {
  /** What kind of thing answers, above the title: "Answer", "Glossary". */
  readonly kind: string;
  readonly title: string;
  /** Where the title leads; undefined where there is no such page. */
  readonly href: string | undefined;
  /** Prose below the title; empty for none. */
  readonly lead: string;
  readonly rows: readonly AnswerRow[];
  /** What else is to know, below the rows; empty for nothing. */
  readonly note: string;
  /** What stands before the links: "Source"; empty for none. */
  readonly linksName: string;
  readonly links: readonly AnswerLink[];
  /** Whether phrases and sources are on their way. */
  readonly loading: boolean;
  /** The whole of it in one or two sentences, for ears. */
  readonly spoken: string;
}

/** What a card says besides the answer itself. */
export interface AnswerContext {
  readonly query: string;
  readonly entries: readonly ServiceEntry[];
  readonly layers: Readonly<Record<LayerId, string>>;
  readonly file: AnswerFile;
  /** The ways to run each service, in the order of the entries. */
  readonly splits: readonly (readonly Split[])[];
}

export const blank = { lead: '', rows: [], note: '', linksName: '', links: [], loading: false } as const;
/** So many sources of different ways to run a service stand below an answer. */
const maxSources = 3;

export const inside = (href: string, text: string): AnswerLink => ({ href, text, outside: false });
export const outside = (href: string, text: string): AnswerLink => ({ href, text, outside: true });

/** "shared, not until you ask" */
export const verdictOf = ({ party, default: holds }: Pick<CardAnswer, 'party' | 'default'>): string =>
  `${party.name === 'AWS' ? 'AWS' : lowerFirst(party.name)}${holds ? `, ${nameInText(holds.name)}` : ''}`;

/**
 * Returns the card of a layer of a service. Where the ways to run it leave the layer to different parties, or more or less is done by
 * itself, all of them stand side by side; else the usual one, and the names of those whose work differs.
 * @param state whether the cells are loaded, on their way or lost
 */
export function cellAnswer(
  { service, layer, answers }: AnswerCard,
  title: string,
  href: string,
  state: 'loaded' | 'loading' | 'lost',
): AnswerScene {
  const groups = new Map<string, [CardAnswer, ...CardAnswer[]]>();
  for (const answer of answers) {
    const key = verdictOf(answer);
    const group = groups.get(key);
    groups.set(key, group ? [...group, answer] : [answer]);
  }
  const differ = groups.size > 1;
  const rows = [...groups.values()].map((group): AnswerRow => {
    const [first, ...alike] = group;
    return {
      name: differ ? joined(group.flatMap(({ options }) => options)) : '',
      href: first.href,
      party: first.party,
      default: first.default,
      phrases: first.phrases,
      sentence: differ ? otherWork(first, alike) : first.sentence,
    };
  });
  const others = differ ? [] : answers.slice(1).flatMap(({ options }) => options);
  const cited = differ ? answers.flatMap(({ sources }) => sources.slice(0, 1)) : (answers[0]?.sources ?? []);
  const sources = cited.filter((source, index) => cited.findIndex((each) => each.href === source.href) === index).slice(0, maxSources);
  const told = rows.map((row) => `${row.name === '' ? '' : `${row.name}: `}${verdictOf(row)}`).join('. ');
  return {
    ...blank,
    kind: 'Answer',
    title,
    href,
    lead: differ ? 'It depends on how you run it. Beside each way stands what holds if you do nothing.' : '',
    rows,
    note: [
      ...(others.length > 0 ? [`${joined(others)}: the same split, but other work.`] : []),
      ...(state === 'lost' ? [`What each side does could not be loaded. The page of ${service} says it.`] : []),
    ].join(' '),
    linksName: sources.length > 1 ? 'Sources' : sources.length === 1 ? 'Source' : '',
    links: sources.map((source) => outside(source.href, source.name)),
    loading: state === 'loading',
    spoken: `${service}, ${lowerFirst(layer.name)}: ${told}.`,
  };
}

/** Says whose phrases stand in a row of several ways that share a verdict, but not the work; empty where one stands there alone. */
function otherWork(first: CardAnswer, alike: readonly CardAnswer[]): string {
  const others = alike.flatMap(({ options }) => options);
  return others.length === 0 ? '' : `This is the work with ${joined(first.options)}; with ${joined(others)} it is another.`;
}

/** A service with what is known of it before its cells are loaded; undefined for none and for a retired one. */
export function outlineService({ at }: Pick<Answer, 'at'>, { entries, splits }: AnswerContext): OutlineService | undefined {
  const [entry, ways = []] = at === undefined ? [] : [entries[at], splits[at]];
  if (!entry || ways.length === 0) return undefined;
  return {
    id: serviceOfPath(entry.url),
    short: entry.short,
    options: ways.map((way) => ({ ...way, name: entry.options.find(({ id }) => id === way.id)?.name ?? entry.short })),
  };
}

/** Returns the card of a layer of a service as far as it is known before its cells are loaded; undefined for other answers. */
export function outlineOf(answer: Answer, context: AnswerContext): AnswerCard | undefined {
  const { layer, option } = answer;
  const service = outlineService(answer, context);
  if (!service || layer === undefined || answer.kind !== 'cell') return undefined;
  return cardOutline(service, { id: layer, name: context.layers[layer] }, option, context.file.names);
}

/** "Shared, not until you ask", or that the ways to run it differ. */
export function verdictLine({ answers }: AnswerCard): string {
  const verdicts = new Set(answers.map(verdictOf));
  const [first = ''] = verdicts;
  return verdicts.size > 1 ? 'It depends on how you run it' : capitalized(first);
}
