// The layered diagram as plain geometry: fourteen bands, each cut into parts by slanted edges.
// Positions are percent of a band's width, so that one drawing fits every screen.
import type { Cell } from '../model/record/schema/cell.ts';
import type { Layer } from '../model/record/schema/service.ts';
import { phrasesOf, sourceName } from '../model/split/cell.ts';
import type { Phrase } from '../model/split/cell.ts';
import { countParties } from '../model/split/counts.ts';
import type { PartyCounts } from '../model/split/counts.ts';
import { nameChosen } from '../model/split/filter.ts';
import type { Chosen } from '../model/split/filter.ts';
import { capitalized } from '../model/split/party.ts';
import type { Names, PartyNames } from '../model/split/party.ts';
import { partyIds } from '../model/vocabulary.ts';
import type { LayerId, PartyId } from '../model/vocabulary.ts';

export interface Part {
  readonly party: PartyId;
  /** Left edge in percent of the band's width, 0 to 100. */
  readonly x0: number;
  /** Right edge; a part of nothing ends where it begins. */
  readonly x1: number;
}

export interface CountLabel {
  readonly party: PartyId;
  /** Middle of the part, percent. */
  readonly x: number;
  readonly text: string;
  /** What is counted, empty where even a wide screen has no room for it. */
  readonly unit: string;
  /** Whether a narrow screen has room for the unit too. */
  readonly roomy: boolean;
}

export interface Block {
  readonly party: PartyId;
  readonly heading: string;
  readonly text: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export interface Panel {
  readonly question: string;
  readonly blocks: readonly Block[];
  readonly detail: string;
  /** Empty where the panel is about many services. */
  readonly source: string;
  /** "docs.aws.amazon.com, sse-s3" */
  readonly sourceName: string;
}

export interface Band {
  readonly layer: LayerId;
  readonly name: string;
  /** Whether the band is one cell, told in words, or many, told in counts. */
  readonly kind: 'words' | 'counts';
  /** Of a single cell its party; of many the one they all share, or `mixed`. */
  readonly party: PartyId | 'mixed';
  readonly parts: readonly Part[];
  readonly labels: readonly CountLabel[];
  readonly phrases: readonly Phrase[];
  /** Text alternative for screen readers. */
  readonly spoken: string;
  readonly panel: Panel;
  /** Whether the layer is marked as the one a story is about; undefined where no story is told. */
  readonly highlighted?: boolean;
}

export interface SplitScene {
  readonly bands: readonly Band[];
}

/** What stands above the two sides of a diagram. */
export const sides = { you: 'YOU: IN THE CLOUD', aws: 'AWS: OF THE CLOUD' } as const;

/** A part narrower than this, in percent, has no room for its number. */
const narrowest = 8;

/** The diagram of one option of one service. */
export function splitScene(names: Names, cells: Readonly<Record<LayerId, Cell>>): SplitScene {
  return { bands: names.layers.map((layer) => cellBand(layer, cells[layer.id], names.parties)) };
}

/** The same diagram with some of its layers highlighted: those at which something failed. */
export function caseScene(names: Names, cells: Readonly<Record<LayerId, Cell>>, failed: readonly LayerId[]): SplitScene {
  const bands = splitScene(names, cells).bands.map((band) => {
    const highlighted = failed.includes(band.layer);
    return { ...band, highlighted, spoken: highlighted ? `${band.spoken}, and here it failed` : band.spoken };
  });
  return { bands };
}

/** The layer whose panel lists the services: of a thousand services the lists are most of the work. */
export type ListedPanel = LayerId | 'all' | 'none';

/** The diagram of many services: per layer, how many are in which part, and which. */
export function countsScene(
  { layers, parties }: Names,
  chosen: readonly Chosen[],
  hrefOf: (chosen: Chosen) => string,
  panel: ListedPanel = 'all',
): SplitScene {
  const counts = countParties(chosen.map((each) => each.option.parties));
  const listed = (layer: LayerId): readonly Chosen[] => (panel === 'all' || panel === layer ? chosen : []);
  return { bands: layers.map((layer) => countsBand(layer, counts[layer.id], listed(layer.id), hrefOf, parties)) };
}

function cellBand(layer: Layer, cell: Cell, parties: PartyNames): Band {
  const phrases = phrasesOf(cell, parties);
  const half = { customer: 1, shared: 0, aws: 1, none: 0 };
  const whole = { customer: 0, shared: 0, aws: 0, none: 0, [cell.party]: 1 };
  return {
    layer: layer.id,
    name: layer.name,
    kind: 'words',
    party: cell.party,
    parts: partsOf(cell.party === 'shared' ? half : whole),
    labels: [],
    phrases,
    spoken: capitalized(parties[cell.party].predicate),
    panel: {
      question: layer.question,
      blocks: phrases.map((each) => ({ party: each.party, heading: each.who, text: each.text, links: [] })),
      detail: cell.detail,
      source: cell.source,
      sourceName: sourceName(cell.source),
    },
  };
}

function countsBand(
  layer: Layer,
  counts: PartyCounts,
  chosen: readonly Chosen[],
  hrefOf: (chosen: Chosen) => string,
  parties: PartyNames,
): Band {
  const present = partyIds.filter((party) => counts[party] > 0);
  const parts = partsOf(counts);
  const [only] = present;
  return {
    layer: layer.id,
    name: layer.name,
    kind: 'counts',
    party: present.length === 1 && only ? only : 'mixed',
    parts,
    labels: parts.flatMap(({ party, x0, x1 }) => {
      const width = x1 - x0;
      if (counts[party] === 0 || width < narrowest) return [];
      const unit = width > 20 ? ` ${parties[party].predicate}` : '';
      return [{ party, x: round(x0 + width / 2), text: String(counts[party]), unit, roomy: width > 40 }];
    }),
    phrases: [],
    spoken: present.map((party) => `${counts[party]} ${parties[party].predicate}`).join(', ') || 'no service',
    panel: {
      question: layer.question,
      blocks: present.map((party) => ({
        party,
        heading: `${capitalized(parties[party].predicate)} in ${counts[party] === 1 ? '1 service' : `${counts[party]} services`}`,
        text: '',
        links: chosen
          .filter((each) => each.option.parties[layer.id] === party)
          .map((each) => ({ href: hrefOf(each), text: nameChosen(each) })),
      })),
      detail: '',
      source: '',
      sourceName: '',
    },
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The four parts side by side, each as wide as its share of the whole. */
function partsOf(counts: PartyCounts): Part[] {
  const total = partyIds.reduce((sum, party) => sum + counts[party], 0);
  // A linear scale written out: d3-scale would add 7 kB to every page for this one division.
  const x = (count: number): number => round((100 * count) / Math.max(total, 1));
  let before = 0;
  return partyIds.map((party) => {
    const x0 = x(before);
    before += counts[party];
    return { party, x0, x1: x(before) };
  });
}
