// A stack as a team sees it: its members as strips with names, what is open or off, and one split over all of them.
import { meaningOf } from '../model/split/default.ts';
import type { Holding } from '../model/split/default.ts';
import type { Names } from '../model/split/names.ts';
import { nameOf } from '../model/record/lookup.ts';
import type { Member } from '../model/stack/members.ts';
import { holdingsOf, mergeSplits, someNames, waitingOf } from '../model/stack/merged.ts';
import type { DefaultId, LayerId } from '../model/vocabulary.ts';
import { fingerprintScene } from './fingerprint.ts';
import type { FingerprintScene } from './fingerprint.ts';
import { countsScene } from './split.ts';
import type { CountsView, Holds, SplitScene } from './split.ts';

/** A member with its strip. */
export interface MemberScene {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly print: FingerprintScene;
}

/** What is open, or off until somebody asks: a heading with its number, and a line for each layer. */
export interface WaitingScene {
  readonly default: DefaultId;
  readonly glyph: Holds['glyph'];
  /** "7 open until you close them" */
  readonly told: string;
  /** "in 4 of 6 services" */
  readonly where: string;
  readonly layers: readonly {
    readonly layer: LayerId;
    readonly name: string;
    readonly count: number;
    /** "Amazon S3, Amazon SQS and 12 more" */
    readonly members: string;
    /** "Answers the whole internet until you close it" */
    readonly means: string;
  }[];
}

export interface StackScene {
  readonly members: readonly MemberScene[];
  readonly waiting: readonly WaitingScene[];
  readonly split: SplitScene;
}

/** "6 services"; where one stands in it several ways, "7 ways to run 6 services". */
export function countMembers(members: readonly Member[]): string {
  const services = new Set(members.map(({ service }) => service.id)).size;
  const counted = services === 1 ? '1 service' : `${services} services`;
  return services === members.length ? counted : `${members.length} ways to run ${counted}`;
}

/** As the column beside the bands says it. */
const short: Readonly<Record<DefaultId, string>> = {
  open: 'open',
  'when-asked': 'off',
  partly: 'partly',
  yours: 'only you',
  unstated: 'not stated',
  done: 'done',
};

/** What a stack comes to, as the title of its slide: "Our 8 services: 7 open, 9 off until we act". */
export function stackFinding(members: readonly Member[]): string {
  const waiting = waitingOf(members).map(({ default: id, count }) => `${count} ${short[id]}`);
  const ours = members.length === 1 ? `Our ${members[0]?.name ?? ''}` : `Our ${countMembers(members)}`;
  return `${ours}: ${waiting.length === 0 ? 'nothing open or off' : `${waiting.join(', ')} until we act`}`;
}

/** The whole picture of a stack; its panels list names as {@link countsScene} does. */
export function stackScene(names: Names, members: readonly Member[], view: Partial<Pick<CountsView, 'panel' | 'lens'>> = {}): StackScene {
  return {
    members: members.map(({ key, name, href, option }) => ({ key, name, href, print: fingerprintScene(option, names, view.lens) })),
    waiting: waitingScenes(names, members),
    split: stackSplit(names, members, view),
  };
}

function waitingScenes(names: Names, members: readonly Member[]): WaitingScene[] {
  return waitingOf(members).map((waiting) => ({
    default: waiting.default,
    glyph: names.defaults[waiting.default].glyph,
    told: `${waiting.count} ${waiting.default === 'open' ? `open until you close ${waiting.count === 1 ? 'it' : 'them'}` : 'off until you ask'}`,
    where: `in ${waiting.members.length} of ${countMembers(members)}`,
    layers: waiting.layers.map((each) => ({
      layer: each.layer,
      name: nameOf(names.layers, each.layer),
      count: each.members.length,
      members: someNames(each.members),
      means: meaningOf(names.defaults, waiting.default, each.layer),
    })),
  }));
}

/** The explorer's split over the members, and beside each band how many are open or off. */
export function stackSplit(
  names: Names,
  members: readonly Member[],
  { panel = 'all', lens = 'parties' }: Partial<Pick<CountsView, 'panel' | 'lens'>> = {},
): SplitScene {
  const several = new Set(members.map(({ service }) => service.id)).size < members.length;
  const { bands } = countsScene(names, members, ({ href }) => href, { panel, lens, unit: several ? 'ways' : 'services' });
  const shares = mergeSplits(members);
  return { bands: bands.map((band) => ({ ...band, holds: holdsOf(names, holdingsOf(shares[band.layer])) })) };
}

/** "2 open, 3 off"; where nothing waits the most urgent that there is; nothing where the layer exists for no member. */
function holdsOf({ defaults }: Names, counts: readonly { readonly id: Holding; readonly count: number }[]): Holds | undefined {
  const there = counts.flatMap(({ id, count }) => (id === 'none' ? [] : [{ id, count }]));
  const [first] = there;
  if (!first) return undefined;
  const waiting = there.filter(({ id }) => id === 'open' || id === 'when-asked');
  const told = (waiting.length > 0 ? waiting : [first]).map(({ id, count }) => `${count} ${short[id]}`).join(', ');
  return { id: first.id, name: told, glyph: defaults[first.id].glyph };
}
