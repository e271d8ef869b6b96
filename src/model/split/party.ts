// The parties and every form of their names; the words themselves stand in content/parties.yaml.
import { partyIds } from '../vocabulary.ts';
import type { PartyId } from '../vocabulary.ts';

export interface PartyName {
  readonly id: PartyId;
  /** As a label: "You", "Shared", "AWS", "Doesn't apply". */
  readonly name: string;
  /** Said of a layer or of a service, in running text: "yours", "shared", "AWS", "doesn't apply". */
  readonly predicate: string;
}

/** The name of each party, by its id. */
export type PartyNames = Readonly<Record<PartyId, PartyName>>;

/**
 * The list of content/parties.yaml by id.
 * @throws Error if a party is missing, which the content's rules exclude
 */
export function partyNames(parties: readonly PartyName[]): PartyNames {
  const find = (id: PartyId): PartyName => {
    const party = parties.find((each) => each.id === id);
    if (!party) throw new Error(`content/parties.yaml has no ${id}`);
    return party;
  };
  return { customer: find('customer'), shared: find('shared'), aws: find('aws'), none: find('none') };
}

/** "Yours": a predicate at the beginning of a sentence or as a heading. */
export const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** How much of a layer is the customer's: all, half, nothing. A layer that does not exist asks nothing of anyone. */
export const customerShare: Readonly<Record<PartyId, number>> = { customer: 2, shared: 1, aws: 0, none: 0 };

const letters: Readonly<Record<PartyId, string>> = { customer: 'c', shared: 's', aws: 'a', none: 'n' };

/** One letter for a party, as the log of changes and the explorer's data hold it. */
export const partyLetter = (party: PartyId): string => letters[party];

/** The reverse of {@link partyLetter}; undefined for another letter. */
export const partyOfLetter = (letter: string | undefined): PartyId | undefined => partyIds.find((id) => letters[id] === letter);
