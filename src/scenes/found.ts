// What was found in a reader's files, as the lists and sentences that a page shows.
import { servicesIn, stackOf } from '../model/stack/found.ts';
import type { Bounded, Counted, Found, FoundAsk, FoundMember, Place } from '../model/stack/found.ts';

/** A box to tick. */
export interface FoundChoice {
  /** `amazon-eks.auto-mode` */
  readonly ref: string;
  readonly title: string;
  readonly note: string;
  readonly taken: boolean;
}

export interface FoundQuestion {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly choices: readonly FoundChoice[];
}

/** A list that is folded until somebody asks. */
export interface FoundPart {
  readonly id: 'troubles' | 'unasked' | 'hidden' | 'elsewhere' | 'unknown' | 'read' | 'other' | 'scaffold';
  readonly title: string;
  readonly what: string;
  readonly lines: readonly string[];
  readonly open: boolean;
}

export interface FoundScene {
  /** One sentence or two, for the live region. */
  readonly told: string;
  readonly members: readonly FoundChoice[];
  readonly asks: readonly FoundQuestion[];
  readonly weak: readonly FoundChoice[];
  readonly parts: readonly FoundPart[];
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const placeText = ({ file, line, name }: Place): string => {
  const where = [file === '' ? 'pasted text' : file, ...(line === undefined ? [] : [`line ${line}`])].join(', ');
  return name === '' ? where : `${name} (${where})`;
};

/** The lists and sentences of what was found. */
export function foundScene(found: Found): FoundScene {
  const { members, asks, weak, elsewhere, hidden, read, other, scaffold, unknown, troubles } = found;
  const parts: readonly (Omit<FoundPart, 'open' | 'lines'> & { readonly lines: readonly string[]; readonly all: number })[] = [
    {
      id: 'troubles',
      title: 'Could not be read',
      what: 'What could be read is kept.',
      all: troubles.all,
      lines: cut(troubles, ({ file, line, found: what, remedy }) => `${placeText({ file, line, name: '' })}: ${what}. ${sentence(remedy)}`),
    },
    {
      id: 'unasked',
      title: 'Not asked',
      what: 'Further values stand in variables. A plan knows them all: give what terraform show -json writes.',
      all: asks.all - asks.shown.length,
      lines: [],
    },
    {
      id: 'hidden',
      title: 'Not in these files',
      what: 'What modules, nested stacks and macros create stands elsewhere. Add their files, or give a plan: terraform show -json lists it all.',
      all: hidden.all,
      lines: cut(
        hidden,
        ({ file, line, name, what, from }) =>
          `${kinds[what]} ${name}${from === '' ? '' : `, from ${from}`} (${placeText({ file, line, name: '' })})`,
      ),
    },
    {
      id: 'elsewhere',
      title: 'Without a page here',
      what: 'These belong to your stack, and Tideline says nothing of who secures them.',
      all: elsewhere.length,
      lines: elsewhere.map(({ name, state, resources }) => `${name} (${plural(resources, 'resource')}): ${states[state]}`),
    },
    {
      id: 'unknown',
      title: 'Not recognised',
      what: 'If one is a service, add it by its name.',
      all: unknown.all,
      lines: cut(unknown, countedText),
    },
    {
      id: 'read',
      title: 'Read from elsewhere',
      what: 'Your files look these up. Whoever runs them has them in a stack of their own.',
      all: read.length,
      lines: read.map(countedText),
    },
    { id: 'other', title: 'Of other providers', what: 'Tideline knows AWS alone.', all: other.length, lines: other.map(countedText) },
    {
      id: 'scaffold',
      title: 'Brought along by tools',
      what: 'The CDK and custom resources need these for themselves.',
      all: scaffold.length,
      lines: scaffold.map(countedText),
    },
  ];
  return {
    told: toldOf(found),
    members: members.map((member) => choiceOf(member, true)),
    asks: asks.shown.map(questionOf),
    weak: weak.map((member) => choiceOf(member, false)),
    parts: parts.flatMap(({ all, title, ...part }) =>
      all === 0 ? [] : [{ ...part, title: `${title} (${all})`, open: part.id === 'troubles' }],
    ),
  };
}

const kinds = { module: 'Module', 'nested-stack': 'Nested stack', macro: 'Macro', loop: 'Loop' } as const;
const states = { ended: 'AWS has ended it', missing: 'no page yet', unknown: 'no page of its own' } as const;

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** The lines that are shown, and how many are not. */
const cut = <T>({ all, shown }: Bounded<T>, lineOf: (each: T) => string): string[] => [
  ...shown.map(lineOf),
  ...(all > shown.length ? [`and ${all - shown.length} more`] : []),
];

const countedText = ({ name, resources, place }: Counted): string => {
  const times = resources === 1 ? '' : `, ${resources} times`;
  return place === undefined ? `${name}${times}` : `${name}${times}: ${placeText(place.name === name ? { ...place, name: '' } : place)}`;
};

const choiceOf = ({ ref, name, resources, types, assumed }: FoundMember, taken: boolean): FoundChoice => ({
  ref,
  title: name,
  note: [`${plural(resources, 'resource')}: ${types.join(', ')}`, ...(assumed === undefined ? [] : [`the usual way: ${assumed}`])].join(
    '; ',
  ),
  taken,
});

function questionOf({ attribute, text, resources, places, options }: FoundAsk): FoundQuestion {
  const more = resources > places.length ? [`and ${resources - places.length} more`] : [];
  const [first] = options;
  return {
    key: `${attribute} ${text} ${options.map(({ ref }) => ref).join(' ')}`,
    title: `Which do you run? ${attribute} is ${text}`,
    note: [...places.map(placeText), ...more].join(', '),
    choices: options.map(({ ref, name, changes, taken }) => ({
      ref,
      title: name,
      note: [
        ...(taken ? ['Taken until you say otherwise.'] : []),
        ...(changes === '' ? [] : [`Against ${first?.name ?? ''}: ${changes}`]),
      ].join(' '),
      taken,
    })),
  };
}

function toldOf({ files, entries, members, asks, weak, troubles }: Found): string {
  const services = servicesIn(members.map(({ ref }) => ref));
  const where = `${plural(entries, 'entry', 'entries')} in ${plural(files, 'file')}`;
  if (entries === 0) return `Nothing was recognised in ${plural(files, 'file')}.${troubles.all > 0 ? ' The reasons stand below.' : ''}`;
  return [
    `${services === 0 ? 'No service was' : `${plural(services, 'service')} ${services === 1 ? 'was' : 'were'}`} recognised: ${where}.`,
    ...(asks.all > 0 ? [`${plural(asks.all, 'question')} for you.`] : []),
    ...(weak.length > 0 ? [`${plural(weak.length, 'service')} with weak evidence.`] : []),
    ...(troubles.all > 0 ? [`${plural(troubles.all, 'place')} could not be read.`] : []),
  ].join(' ');
}

/** The link at the end, for the boxes that are ticked; undefined for none. */
export function stackLink(refs: readonly string[]): { readonly href: string; readonly text: string } | undefined {
  const count = servicesIn(refs);
  return count === 0 ? undefined : { href: stackOf(refs), text: `Show my stack of ${plural(count, 'service')}` };
}
