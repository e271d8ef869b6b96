// What holds if the customer does nothing: names and words for each default, counts, and a split summed up in one sentence.
import { joined, lowerFirst } from '../wording.ts';
import type { Default } from '../record/schema/service.ts';
import { defaultIds, layerIds, mapLayers } from '../vocabulary.ts';
import { encodeParties } from './counts.ts';
import type { Parties } from './counts.ts';
import type { DefaultId, LayerId } from '../vocabulary.ts';

/** A default as screens say it; the words themselves stand in content/defaults.yaml. */
export type DefaultName = Pick<Default, 'id' | 'name' | 'glyph'> & {
  /** For each layer what it means there; a page may carry only those it needs. */
  readonly layers: Readonly<Partial<Record<LayerId, string>>>;
};

export type DefaultNames = Readonly<Record<DefaultId, DefaultName>>;

/** A default, or that the layer does not exist. */
export type Holding = DefaultId | 'none';

/** In the order of every drawing, from what is done to what is not there. */
export const holdingIds: readonly Holding[] = [...defaultIds, 'none'];

/** The default of each layer of one option; undefined where the layer does not exist. */
export type Defaults = Readonly<Record<LayerId, DefaultId | undefined>>;

export type DefaultCounts = Readonly<Record<Holding, number>>;

/**
 * The list of content/defaults.yaml by id.
 * @throws Error if a default is missing, which the content's rules exclude
 */
export function defaultNames(defaults: readonly DefaultName[]): DefaultNames {
  const find = (id: DefaultId): DefaultName => {
    const found = defaults.find((each) => each.id === id);
    if (!found) throw new Error(`content/defaults.yaml has no ${id}`);
    // What a record says beyond this would weigh on every page that carries the names.
    const { name, glyph, layers } = found;
    return { id, name, glyph, layers };
  };
  return {
    done: find('done'),
    partly: find('partly'),
    'when-asked': find('when-asked'),
    open: find('open'),
    yours: find('yours'),
    unstated: find('unstated'),
  };
}

/** What a default means for a layer: "No copies until you switch them on". */
export const meaningOf = (names: DefaultNames, id: DefaultId, layer: LayerId): string => names[id].layers[layer] ?? names[id].name;

const noCounts = (): Record<Holding, number> => ({
  done: 0,
  partly: 0,
  'when-asked': 0,
  open: 0,
  yours: 0,
  unstated: 0,
  none: 0,
});

/** For each layer how many of the splits have which default. The counts of a layer add up to `splits.length`. */
export function countDefaults(splits: readonly Defaults[]): Record<LayerId, DefaultCounts> {
  return mapLayers((layer) => {
    const counts = noCounts();
    for (const split of splits) counts[split[layer] ?? 'none'] += 1;
    return counts;
  });
}

/** How many layers of one split have which default. */
export function countHoldings(split: Defaults): DefaultCounts {
  const counts = noCounts();
  for (const layer of layerIds) counts[split[layer] ?? 'none'] += 1;
  return counts;
}

/**
 * How much is done without the customer: the higher, the more. What is open, what only the customer can do and what nobody
 * states all leave the whole work to the customer.
 */
export const doneShare: Readonly<Record<DefaultId, number>> = { done: 3, partly: 2, 'when-asked': 1, open: 0, yours: 0, unstated: 0 };

/** How soon a default asks for an act: the lower, the sooner. */
export const urgency: Readonly<Record<DefaultId, number>> = { open: 0, 'when-asked': 1, partly: 2, yours: 3, unstated: 4, done: 5 };

const letters: Readonly<Record<Holding, string>> = {
  done: 'd',
  partly: 'p',
  'when-asked': 'w',
  open: 'o',
  yours: 'y',
  unstated: 'u',
  none: 'n',
};

/** The parties and the defaults of an option, each a letter a layer, with a space between. */
export const encodeSplit = ({ parties, defaults }: { readonly parties: Parties; readonly defaults: Defaults }): string =>
  `${encodeParties(parties)} ${encodeDefaults(defaults)}`;

/** One letter for each layer in order: the shortest form for a page or the log of changes. */
export const encodeDefaults = (split: Defaults): string => layerIds.map((layer) => letters[split[layer] ?? 'none']).join('');

/**
 * The reverse of {@link encodeDefaults}.
 * @throws Error if the text is not one letter of a default for each layer
 */
export function decodeDefaults(code: string): Defaults {
  if (code.length !== layerIds.length)
    throw new Error(`"${code}" has ${code.length} letters: expected one for each of ${layerIds.length} layers`);
  return mapLayers((layer) => {
    const letter = code[layerIds.indexOf(layer)];
    const holding = holdingIds.find((id) => letters[id] === letter);
    if (holding === undefined) throw new Error(`"${code}" has no default for ${layer}: expected one of d, p, w, o, y, u, n`);
    return holding === 'none' ? undefined : holding;
  });
}

/** So many layers are named one by one; more are counted. */
const maxNamed = 3;

/**
 * "6 layers are protected and 4 in part. Open until you close it: network and firewall. Off until you ask: encryption at rest.
 * 3 only you can do."
 */
export function describeDefaults(split: Defaults, layers: readonly { readonly id: LayerId; readonly name: string }[]): string {
  const counts = countHoldings(split);
  const listed = (id: DefaultId): string => {
    const named = layers.filter((layer) => split[layer.id] === id).map(({ name }) => lowerFirst(name));
    return named.length > maxNamed ? `${named.length} layers` : joined(named);
  };
  const number = (count: number): string => (count === 1 ? '1 layer is' : `${count} layers are`);
  const first = [
    ...(counts.done > 0 ? [`${number(counts.done)} protected`] : []),
    ...(counts.partly > 0 ? [`${counts.done > 0 ? String(counts.partly) : number(counts.partly)} in part`] : []),
  ];
  return [
    ...(first.length > 0 ? [`${first.join(' and ')}.`] : []),
    ...(counts.open > 0 ? [`Open until you close it: ${listed('open')}.`] : []),
    ...(counts['when-asked'] > 0 ? [`Off until you ask: ${listed('when-asked')}.`] : []),
    ...(counts.yours > 0 ? [`${counts.yours === 1 ? '1 is' : `${counts.yours} are`} only yours to do.`] : []),
    ...(counts.unstated > 0 ? [`AWS does not say for ${listed('unstated')}.`] : []),
  ].join(' ');
}
