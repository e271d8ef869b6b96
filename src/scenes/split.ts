// The layered diagram as plain geometry: fourteen bands, each cut into parts by slanted edges.
// Positions are percent of a band's width, so that one drawing fits every screen.
import type { Cell } from '../model/record/schema.ts';
import type { Chosen } from '../model/split/filter.ts';
import { nameChosen } from '../model/split/filter.ts';
import { countParties } from '../model/split/counts.ts';
import type { PartyCounts } from '../model/split/counts.ts';
import { partyIds } from '../model/vocabulary.ts';
import type { LayerId, PartyId } from '../model/vocabulary.ts';

/** Names from content that the diagram says. */
export interface LayerText {
  readonly id: LayerId;
  readonly name: string;
  readonly question: string;
}

export interface Part {
  readonly party: PartyId;
  /** Left edge in percent of the band's width; each part reaches to the right end, under those that follow. */
  readonly x: number;
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

export interface Words {
  readonly party: PartyId;
  /** "You" or "AWS with Red Hat": who speaks, for those who do not see on which side it stands. */
  readonly who: string;
  readonly text: string;
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
  readonly source: string;
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
  readonly words: readonly Words[];
  /** What the picture shows, for ears. */
  readonly spoken: string;
  readonly panel: Panel;
  /** Whether the layer is marked as the one a story is about; undefined where no story is told. */
  readonly lit?: boolean;
}

export interface SplitScene {
  readonly bands: readonly Band[];
}

/** A part narrower than this, in percent, has no room for its number. */
const narrowest = 8;

/** The diagram of one option of one service. */
export function splitScene(layers: readonly LayerText[], split: Readonly<Record<LayerId, Cell>>): SplitScene {
  return { bands: layers.map((layer) => cellBand(layer, split[layer.id])) };
}

/** The same diagram with some of its layers marked: those at which something failed. */
export function caseScene(layers: readonly LayerText[], split: Readonly<Record<LayerId, Cell>>, failed: readonly LayerId[]): SplitScene {
  const bands = splitScene(layers, split).bands.map((band) => {
    const lit = failed.includes(band.layer);
    return { ...band, lit, spoken: lit ? `${band.spoken}, and here it failed` : band.spoken };
  });
  return { bands };
}

export interface CountsOptions {
  /** The one layer whose panel lists the services; all panels do if left out. Of a thousand services the lists are most of the work. */
  readonly panel?: LayerId | undefined;
}

/** The diagram of many services: per layer, how many are in which part, and which. */
export function countsScene(
  layers: readonly LayerText[],
  chosen: readonly Chosen[],
  hrefOf: (chosen: Chosen) => string,
  options: CountsOptions = {},
): SplitScene {
  const counts = countParties(chosen.map((each) => each.option.parties));
  const listed = (layer: LayerId): readonly Chosen[] => (!('panel' in options) || options.panel === layer ? chosen : []);
  return { bands: layers.map((layer) => countsBand(layer, counts[layer.id], listed(layer.id), hrefOf)) };
}

function cellBand(layer: LayerText, cell: Cell): Band {
  const words = cellWords(cell);
  return {
    layer: layer.id,
    name: layer.name,
    kind: 'words',
    party: cell.party,
    parts: edges({ customer: 0, shared: 0, aws: 0, none: 0, ...share(cell.party) }, cell.party === 'shared'),
    labels: [],
    words,
    spoken: spokenParty[cell.party],
    panel: {
      question: layer.question,
      blocks: words.map((each) => ({ party: each.party, heading: each.who, text: each.text, links: [] })),
      detail: cell.detail,
      source: cell.source,
    },
  };
}

const spokenParty: Readonly<Record<PartyId, string>> = { customer: 'Yours', shared: 'Shared', aws: 'AWS', none: 'Not there' };

function share(party: PartyId): Partial<Record<PartyId, number>> {
  return party === 'shared' ? { customer: 1, aws: 1 } : { [party]: 1 };
}

/** The phrases of a cell, each with its speaker: none, one or two. */
export function cellWords(cell: Cell): Words[] {
  const provider = 'with' in cell && cell.with !== undefined ? `AWS with ${cell.with}` : 'AWS';
  if (cell.party === 'none') return [{ party: 'none', who: 'Not there', text: cell.reason }];
  return [
    ...('you' in cell ? [{ party: 'customer', who: 'You', text: cell.you } as const] : []),
    ...('aws' in cell ? [{ party: 'aws', who: provider, text: cell.aws } as const] : []),
  ];
}

function countsBand(layer: LayerText, counts: PartyCounts, chosen: readonly Chosen[], hrefOf: (chosen: Chosen) => string): Band {
  const present = partyIds.filter((party) => counts[party] > 0);
  const parts = edges(counts, false);
  const [only] = present;
  return {
    layer: layer.id,
    name: layer.name,
    kind: 'counts',
    party: present.length === 1 && only ? only : 'mixed',
    parts,
    labels: parts.flatMap((part, index) => {
      const right = parts.slice(index + 1).find((next) => counts[next.party] > 0)?.x ?? 100;
      const width = right - Math.max(part.x, 0);
      if (counts[part.party] === 0 || width < narrowest) return [];
      const x = Math.round((Math.max(part.x, 0) + width / 2) * 100) / 100;
      return [
        { party: part.party, x, text: String(counts[part.party]), unit: width > 20 ? ` ${shortParty[part.party]}` : '', roomy: width > 40 },
      ];
    }),
    words: [],
    spoken: present.map((party) => `${counts[party]} ${shortParty[party]}`).join(', ') || 'no service',
    panel: {
      question: layer.question,
      blocks: present.map((party) => ({
        party,
        heading: `${headings[party]} ${counts[party] === 1 ? '1 service' : `${counts[party]} services`}`,
        text: '',
        links: chosen
          .filter((each) => each.option.parties[layer.id] === party)
          .map((each) => ({ href: hrefOf(each), text: nameChosen(each) })),
      })),
      detail: '',
      source: '',
    },
  };
}

const shortParty: Readonly<Record<PartyId, string>> = { customer: 'yours', shared: 'shared', aws: 'AWS', none: 'not there' };
const headings: Readonly<Record<PartyId, string>> = { customer: 'Yours in', shared: 'Shared in', aws: 'AWS in', none: 'Not there in' };

/**
 * Left edges of the four parts. An edge at either end, or of a part with nothing in it, stands outside the band:
 * it slants, and a sliver of it would show.
 */
function edges(counts: PartyCounts, half: boolean): Part[] {
  const total = partyIds.reduce((sum, party) => sum + counts[party], 0);
  // A linear scale written out: d3-scale would add 7 kB to every page for this one division.
  const x = (count: number): number => (100 * count) / Math.max(total, 1);
  let before = 0;
  return partyIds.map((party) => {
    const at = half && party === 'aws' ? 50 : x(before);
    before += counts[party];
    const hidden = counts[party] === 0 || at >= 100;
    return { party, x: hidden ? 112 : at <= 0 ? -12 : Math.round(at * 100) / 100 };
  });
}
