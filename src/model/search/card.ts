// The answer itself: who secures a layer of a service, what holds if you do nothing, and where AWS says so; for each way to run it.
import { optionHref } from '../address.ts';
import type { Option, Service } from '../record/catalog.ts';
import { defaultOf } from '../record/holding.ts';
import type { Cell } from '../record/schema/cell.ts';
import { phrasesOf, sourcesOf } from '../split/cell.ts';
import type { Phrase, Source } from '../split/cell.ts';
import { meaningOf } from '../split/default.ts';
import type { DefaultName } from '../split/default.ts';
import type { Names } from '../split/names.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import type { Split } from './every.ts';

/** A service with the ways to run it, the default first. */
interface Ways<Way> extends Pick<Service, 'id' | 'short'> {
  readonly options: readonly (Pick<Option, 'id' | 'name'> & Way)[];
}

/** What a card needs of a service: a catalog has it, and so has a service's public data file once its cells are read. */
export type CardService = Ways<Pick<Option, 'cells'>>;

/** What is known of a service before its cells are loaded. */
export type OutlineService = Ways<Pick<Split, 'parties' | 'defaults'>>;

/** What cards call parties and defaults. */
export type CardNames = Pick<Names, 'parties' | 'defaults'>;

/** The answer for one way to run a service, or for several that share it. */
export interface CardAnswer {
  /** The names of the ways that share it, in their order; empty where it is true of all. */
  readonly options: readonly string[];
  /** The address of the layer, opened at the first of them. */
  readonly href: string;
  readonly party: { readonly id: PartyId; readonly name: string };
  /** Undefined where the layer does not exist. */
  readonly default: (Pick<DefaultName, 'id' | 'name' | 'glyph'> & { readonly means: string }) | undefined;
  /** Your half first; one where the layer is not shared. Empty until the cells are loaded, as are sentence and sources. */
  readonly phrases: readonly Phrase[];
  /** The first sentence of the detail, which answers the layer's question. */
  readonly sentence: string;
  readonly sources: readonly Source[];
}

export interface AnswerCard {
  /** "Amazon RDS" */
  readonly service: string;
  readonly layer: { readonly id: LayerId; readonly name: string };
  /** One; several where the question names no way to run it and the ways differ. At least one. */
  readonly answers: readonly CardAnswer[];
}

/**
 * Returns the card of a layer of a service.
 * @param option the id of the way to run it that the question names; undefined where it names none
 */
export function answerCard(service: CardService, layer: AnswerCard['layer'], option: string | undefined, names: CardNames): AnswerCard {
  return makeCard(service, layer, option, names, ({ cells }) => {
    const cell = cells[layer.id];
    return {
      key: sameness(cell),
      party: cell.party,
      holds: defaultOf(cell),
      rest: { phrases: phrasesOf(cell, names.parties), sentence: firstSentence(cell.detail), sources: sourcesOf(cell) },
    };
  });
}

/** Returns the card as far as it is known before the cells are loaded: parties and defaults. */
export function cardOutline(service: OutlineService, layer: AnswerCard['layer'], option: string | undefined, names: CardNames): AnswerCard {
  return makeCard(service, layer, option, names, ({ parties, defaults }) => {
    const [party, holds] = [parties[layer.id], defaults[layer.id]];
    return { key: `${party} ${holds ?? ''}`, party, holds, rest: { phrases: [], sentence: '', sources: [] } };
  });
}

/** What a card says of one way to run a service. */
interface Said {
  /** Ways with the same key share an answer. */
  readonly key: string;
  readonly party: PartyId;
  readonly holds: DefaultId | undefined;
  readonly rest: Pick<CardAnswer, 'phrases' | 'sentence' | 'sources'>;
}

function makeCard<Way>(
  service: Ways<Way>,
  layer: AnswerCard['layer'],
  option: string | undefined,
  names: CardNames,
  say: (way: Way) => Said,
): AnswerCard {
  const named = service.options.filter(({ id }) => id === option);
  const groups = new Map<string, { readonly said: Said; readonly ways: Pick<Option, 'id' | 'name'>[] }>();
  for (const way of named.length > 0 ? named : service.options) {
    const said = say(way);
    const group = groups.get(said.key);
    if (group) group.ways.push(way);
    else groups.set(said.key, { said, ways: [way] });
  }
  return {
    service: service.short,
    layer,
    answers: [...groups.values()].map(({ said: { party, holds, rest }, ways }): CardAnswer => ({
      options: ways.length === service.options.length ? [] : ways.map(({ name }) => name),
      href: optionHref(service, ways[0]?.id ?? '', layer.id),
      party: { id: party, name: names.parties[party].name },
      default: holds && {
        id: holds,
        name: names.defaults[holds].name,
        glyph: names.defaults[holds].glyph,
        means: meaningOf(names.defaults, holds, layer.id),
      },
      ...rest,
    })),
  };
}

/** Ways differ where the party, the default or a phrase does; a detail may tell the same in other words. */
const sameness = (cell: Cell): string =>
  JSON.stringify([
    cell.party,
    'default' in cell ? cell.default : '',
    'you' in cell ? cell.you : '',
    'aws' in cell ? cell.aws : '',
    'reason' in cell ? cell.reason : '',
  ]);

/** Returns the first sentence. Initials and numbers with a point end none. */
export function firstSentence(text: string): string {
  return /^.*?(?<!\b[A-Z])[.!?](?=\s+[A-Z0-9"“(`]|\s*$)/su.exec(text)?.[0] ?? text;
}
