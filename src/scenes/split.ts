// The layered diagram as plain geometry: fourteen bands, each cut into parts by slanted edges, and one line through all cuts.
// Positions are percent of a band's width, so that one drawing fits every screen.
import type { House } from '../model/organization/house.ts';
import { defaultOf } from '../model/record/holding.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import type { Default, Layer } from '../model/record/schema/service.ts';
import { phrasesOf, sourcesOf } from '../model/split/cell.ts';
import type { Phrase, Source } from '../model/split/cell.ts';
import { holdingIds, meaningOf } from '../model/split/default.ts';
import { nameInText } from '../model/wording.ts';
import type { Holding } from '../model/split/default.ts';
import { countedIn, nameChosen } from '../model/split/filter.ts';
import type { CountedOption, LensId, UnitId } from '../model/split/filter.ts';
import type { Names } from '../model/split/names.ts';
import { capitalized } from '../model/split/party.ts';
import { partyIds } from '../model/vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../model/vocabulary.ts';
import { tideLine, yoursOf } from './line.ts';
import type { Cut, LinePlace } from './line.ts';

/** What a part of a band stands for: who secures the layer, or through the other lens what holds if you do nothing. */
export type PartKind = PartyId | `holds-${Holding}`;

export interface Part {
  readonly kind: PartKind;
  /** Left edge in percent of the band's width, 0 to 100. */
  readonly x0: number;
  /** Right edge; a part of nothing ends where it begins. */
  readonly x1: number;
}

/** What a band says on one of its sides. */
export interface BandPhrase {
  readonly kind: PartKind;
  /** "You", "AWS with Red Hat", "Not until you ask". */
  readonly who: string;
  readonly text: string;
}

/** What holds if you do nothing, as the column beside the bands says it. */
export interface Holds {
  readonly id: DefaultId;
  /** "Not until you ask" */
  readonly name: string;
  readonly glyph: Default['glyph'];
}

export interface CountLabel {
  readonly kind: PartKind;
  /** Middle of the part, percent. */
  readonly x: number;
  readonly text: string;
  /** What is counted, empty where even a wide screen has no room for it. */
  readonly unit: string;
  /** Whether a narrow screen has room for the unit too. */
  readonly roomy: boolean;
}

export interface Block {
  readonly kind: PartKind;
  readonly heading: string;
  readonly text: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export interface Panel {
  readonly question: string;
  readonly blocks: readonly Block[];
  /** What holds if you do nothing; empty where the layer does not exist, or the panel is about many services. */
  readonly holds: string;
  readonly detail: string;
  /** Empty where the panel is about many services. */
  readonly sources: readonly Source[];
}

export interface Band {
  readonly layer: LayerId;
  readonly name: string;
  /** Whether the band is one cell, told in words, or many, told in counts. */
  readonly kind: 'words' | 'counts';
  /** Of a single cell its party; of many the one they all share, or `mixed`. */
  readonly party: PartKind | 'mixed';
  /** Of a single cell what holds if you do nothing; undefined of many, and where the layer does not exist. */
  readonly holds: Holds | undefined;
  readonly parts: readonly Part[];
  /** Where the tide line runs; undefined through the lens, which has no sides, and where no band has any. */
  readonly line: LinePlace | undefined;
  readonly labels: readonly CountLabel[];
  readonly phrases: readonly BandPhrase[];
  /** Text alternative for screen readers. */
  readonly spoken: string;
  readonly panel: Panel;
  /** What a company adds; left out where it adds nothing. */
  readonly house?: BandHouse;
}

export interface BandHouse extends House {
  /** Whether the band has room for the team beside your phrase. */
  readonly fits: boolean;
}

export interface SplitScene {
  readonly bands: readonly Band[];
}

/** What stands above the two sides of a diagram. */
export const sides = { you: 'YOU: IN THE CLOUD', aws: 'AWS: OF THE CLOUD' } as const;

/** A part narrower than this, in percent, has no room for its number. */
const narrowest = 8;

/** The diagram of one option of one service, with a band for each layer of `names`. */
export function splitScene(names: Names, cells: Readonly<Record<LayerId, Cell>>, lens: LensId = 'parties'): SplitScene {
  const band = lens === 'parties' ? partyBand : holdsBand;
  return lined(names.layers.map((layer) => band(layer, cells[layer.id], names)));
}

/** A band by itself, before the line through all of them. */
type Apart = Omit<Band, 'line'>;

function lined(bands: readonly Apart[]): SplitScene {
  const line = tideLine(bands.map(cutOf));
  return { bands: bands.map((band, index) => ({ ...band, line: line[index] })) };
}

/** What is on your side alone ends where a band is cut. */
function cutOf({ parts, kind, party }: Apart): Cut {
  const sided = parts.some((part) => isSide(part.kind) && part.x0 < part.x1);
  return { x: sided ? parts.find((part) => part.kind === 'customer')?.x1 : undefined, halves: kind === 'words' && party === 'shared' };
}

const isSide = (kind: PartKind): boolean => kind === 'customer' || kind === 'shared' || kind === 'aws';

/** The layer whose panel lists the services: of a thousand services the lists are most of the work. */
export type ListedPanel = LayerId | 'all' | 'none';

/** How many services are looked at. */
export interface CountsView {
  readonly panel: ListedPanel;
  readonly lens: LensId;
  readonly unit: UnitId;
}

/** The diagram of many services: per layer, how many are in which part, and which. */
export function countsScene<C extends CountedOption>(
  names: Names,
  chosen: readonly C[],
  hrefOf: (chosen: C) => string,
  { panel = 'all', lens = 'parties', unit = 'services' }: Partial<CountsView> = {},
): SplitScene {
  const groups = lens === 'parties' ? partyGroups(names) : holdsGroups(names);
  const counted = (count: number): string => countedIn(unit, count);
  return lined(names.layers.map((layer) => countsBand(layer, groups, chosen, panel === 'all' || panel === layer.id, hrefOf, counted)));
}

/** What a band of one option says, whichever the lens. */
function cellBand(layer: Layer, cell: Cell, { parties, defaults }: Names): Omit<Apart, 'parts' | 'phrases'> {
  const holding = defaultOf(cell);
  return {
    layer: layer.id,
    name: layer.name,
    kind: 'words',
    party: cell.party,
    holds: holding && { id: holding, name: defaults[holding].name, glyph: defaults[holding].glyph },
    labels: [],
    spoken: capitalized(parties[cell.party].predicate),
    panel: {
      question: layer.question,
      blocks: phrasesOf(cell, parties).map((each) => ({ kind: each.party, heading: doing(each), text: each.text, links: [] })),
      holds: holding === undefined ? '' : meaningOf(defaults, holding, layer.id),
      detail: cell.detail,
      sources: sourcesOf(cell),
    },
  };
}

/** "You do", "AWS with Red Hat does". */
const doing = ({ party, who }: Phrase): string => (party === 'none' ? who : `${who} ${party === 'customer' ? 'do' : 'does'}`);

function partyBand(layer: Layer, cell: Cell, names: Names): Apart {
  const yours = cell.party === 'shared' ? yoursOf(cell.default) : 0;
  const weights: Partial<Record<PartyId, number>> = cell.party === 'shared' ? { customer: yours, aws: 100 - yours } : { [cell.party]: 1 };
  return {
    ...cellBand(layer, cell, names),
    parts: partsOf(partyIds, (party) => weights[party] ?? 0),
    phrases: phrasesOf(cell, names.parties).map(({ party, who, text }) => ({ kind: party, who, text })),
  };
}

/** The whole band is the default, told in words. */
function holdsBand(layer: Layer, cell: Cell, names: Names): Apart {
  const holding = defaultOf(cell);
  const kind = holdsKind(holding ?? 'none');
  const phrases =
    holding === undefined
      ? phrasesOf(cell, names.parties).map(({ party, who, text }) => ({ kind: party, who, text }))
      : [{ kind, who: names.defaults[holding].name, text: meaningOf(names.defaults, holding, layer.id) }];
  return { ...cellBand(layer, cell, names), parts: partsOf(holdingKinds, (each) => (each === kind ? 1 : 0)), phrases };
}

const holdsKind = (id: Holding): PartKind => `holds-${id}`;
const holdingKinds = holdingIds.map(holdsKind);

/** One way to sort services into parts: their kinds in order, with their words. */
interface Groups {
  readonly kinds: readonly PartKind[];
  readonly kindOf: (chosen: CountedOption, layer: LayerId) => PartKind;
  /** Said after a number: "yours", "done". */
  readonly predicateOf: (kind: PartKind) => string;
}

function partyGroups({ parties }: Names): Groups {
  return {
    kinds: partyIds,
    kindOf: ({ option }, layer) => option.parties[layer],
    predicateOf: (kind) => partyIds.flatMap((id) => (id === kind ? [parties[id].predicate] : [])).join(''),
  };
}

function holdsGroups({ parties, defaults }: Names): Groups {
  return {
    kinds: holdingKinds,
    kindOf: ({ option }, layer) => holdsKind(option.defaults[layer] ?? 'none'),
    predicateOf: (kind) =>
      holdingIds
        .filter((id) => holdsKind(id) === kind)
        .map((id) => (id === 'none' ? parties.none.predicate : nameInText(defaults[id].name)))
        .join(''),
  };
}

function countsBand<C extends CountedOption>(
  layer: Layer,
  { kinds, kindOf, predicateOf }: Groups,
  chosen: readonly C[],
  listed: boolean,
  hrefOf: (chosen: C) => string,
  counted: (count: number) => string,
): Apart {
  const counts = new Map<PartKind, number>();
  for (const each of chosen) counts.set(kindOf(each, layer.id), (counts.get(kindOf(each, layer.id)) ?? 0) + 1);
  const countOf = (kind: PartKind): number => counts.get(kind) ?? 0;
  const present = kinds.filter((kind) => countOf(kind) > 0);
  const parts = partsOf(kinds, countOf);
  const [only] = present;
  return {
    layer: layer.id,
    name: layer.name,
    kind: 'counts',
    party: present.length === 1 && only ? only : 'mixed',
    holds: undefined,
    parts,
    labels: parts.flatMap(({ kind, x0, x1 }) => {
      const width = x1 - x0;
      if (countOf(kind) === 0 || width < narrowest) return [];
      const text = String(countOf(kind));
      const unit = ` ${predicateOf(kind)}`;
      // A wide screen has room for a letter in 1.35 percent of the band.
      const fits = width > Math.max(20, 1.35 * (text.length + unit.length));
      return [{ kind, x: round(x0 + width / 2), text, unit: fits ? unit : '', roomy: width > 40 }];
    }),
    phrases: [],
    spoken: present.map((kind) => `${countOf(kind)} ${predicateOf(kind)}`).join(', ') || 'no service',
    panel: {
      question: layer.question,
      blocks: present.map((kind) => ({
        kind,
        heading: `${capitalized(predicateOf(kind))} in ${counted(countOf(kind))}`,
        text: '',
        links: listed
          ? chosen.filter((each) => kindOf(each, layer.id) === kind).map((each) => ({ href: hrefOf(each), text: nameChosen(each) }))
          : [],
      })),
      holds: '',
      detail: '',
      sources: [],
    },
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The parts side by side, each as wide as its share of the whole. */
function partsOf<Kind extends PartKind>(kinds: readonly Kind[], weightOf: (kind: Kind) => number): Part[] {
  const total = kinds.reduce((sum, kind) => sum + weightOf(kind), 0);
  // A linear scale written out: d3-scale would add 7 kB to every page for this one division.
  const x = (weight: number): number => round((100 * weight) / Math.max(total, 1));
  let before = 0;
  return kinds.map((kind) => {
    const x0 = x(before);
    before += weightOf(kind);
    return { kind, x0, x1: x(before) };
  });
}
