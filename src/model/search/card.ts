// The answer itself: who secures a layer of a service, what holds if you do nothing, and where AWS says so; for each way to run it.
import { optionHref } from '../address.ts';
import type { Option, Service } from '../record/catalog.ts';
import { nameOf } from '../record/lookup.ts';
import type { Cell } from '../record/schema/cell.ts';
import { phrasesOf, sourcesOf } from '../split/cell.ts';
import type { Phrase, Source } from '../split/cell.ts';
import { meaningOf } from '../split/default.ts';
import type { Names } from '../split/names.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';

/** What a card needs of a service: a catalog has it, and so has a service's public data file once its cells are read. */
export interface CardService extends Pick<Service, 'id' | 'short'> {
  readonly options: readonly Pick<Option, 'id' | 'name' | 'cells'>[];
}

/** The answer for one way to run a service, or for several that share it. */
export interface CardAnswer {
  /** The names of the ways that share it, in their order; empty where it is true of all. */
  readonly options: readonly string[];
  /** The address of the layer, opened at the first of them. */
  readonly href: string;
  readonly party: { readonly id: PartyId; readonly name: string };
  /** Undefined where the layer does not exist. */
  readonly default: { readonly id: DefaultId; readonly name: string; readonly means: string } | undefined;
  /** Your half first; one where the layer is not shared. */
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
export function answerCard(service: CardService, layer: LayerId, option: string | undefined, names: Names): AnswerCard {
  const named = service.options.filter(({ id }) => id === option);
  const shown = named.length > 0 ? named : service.options;
  const groups = new Map<string, [(typeof shown)[number], ...typeof shown]>();
  for (const each of shown) {
    const key = sameness(each.cells[layer]);
    const group = groups.get(key);
    groups.set(key, group ? [...group, each] : [each]);
  }
  return {
    service: service.short,
    layer: { id: layer, name: nameOf(names.layers, layer) },
    answers: [...groups.values()].map((group): CardAnswer => {
      const [first] = group;
      const cell = first.cells[layer];
      const holds = 'default' in cell ? cell.default : undefined;
      return {
        options: group.length === service.options.length ? [] : group.map(({ name }) => name),
        href: optionHref(service, first.id, layer),
        party: { id: cell.party, name: names.parties[cell.party].name },
        default: holds && { id: holds, name: names.defaults[holds].name, means: meaningOf(names.defaults, holds, layer) },
        phrases: phrasesOf(cell, names.parties),
        sentence: firstSentence(cell.detail),
        sources: sourcesOf(cell),
      };
    }),
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
