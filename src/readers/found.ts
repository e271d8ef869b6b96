// Sums a reading up for people: bounded, so that a file of ten thousand resources says no more than one can read.
import type {
  Bounded,
  Counted,
  Found,
  FoundAsk,
  FoundElsewhere,
  FoundMember,
  FoundTrouble,
  FoundWay,
  Place,
} from '../model/stack/found.ts';
import { nameChosen } from '../model/split/filter.ts';
import { describeStep } from '../model/stack/step.ts';
import type { Known, NamedService } from '../model/stack/named.ts';
import type { StackItem, StackReading } from './read.ts';
import type { Choice, Verdict } from './resource.ts';

/** Longer lists are cut, and counted. */
const most = 50;
/** Whoever would be asked more had better give a plan, which knows the values. */
const mostAsks = 12;
const mostPlaces = 3;
const mostTypes = 4;

type Asked = Extract<Verdict, { kind: 'ask' }>;

/** Sums a reading up. */
export function foundIn({ files, items, members }: StackReading, { services, layers }: Known): Found {
  const byId = new Map(services.map((service) => [service.id, service]));
  const of = <K extends Verdict['kind']>(kind: K): (StackItem & { readonly verdict: Extract<Verdict, { kind: K }> })[] =>
    items.filter((item): item is StackItem & { readonly verdict: Extract<Verdict, { kind: K }> } => item.verdict.kind === kind);
  const recognised = grouped(of('service'), ({ verdict }) => verdict.service);
  const memberOf = (service: NamedService, choice: Choice, resources: number, found: readonly StackItem[]): FoundMember[] => {
    const way = wayOf(service, choice.option);
    if (!way) return [];
    const types = [...new Set(found.map(({ type }) => type))];
    const [usual, ...others] = service.options;
    return [
      {
        ...way,
        resources,
        types: types.length > mostTypes ? [...types.slice(0, mostTypes - 1), `${types.length - mostTypes + 1} more`] : types,
        assumed: choice.option === undefined && others.length > 0 && usual?.id !== 'default' ? usual?.name : undefined,
      },
    ];
  };
  const elsewhere: FoundElsewhere[] = [];
  const taken = members.flatMap((member) => {
    const service = byId.get(member.service);
    const found = (recognised.get(member.service) ?? []).filter(({ verdict }) => verdict.option === member.option);
    if (service?.state === 'recorded') return memberOf(service, member, member.resources, found);
    elsewhere.push({
      id: member.service,
      name: service?.short ?? member.service,
      state: service?.state ?? 'unknown',
      resources: member.resources,
    });
    return [];
  });
  const told = new Set(members.map(({ service }) => service));
  const weak = [...grouped(of('weak'), ({ verdict }) => verdict.service)].flatMap(([id, found]) => {
    const service = byId.get(id);
    return told.has(id) || service?.state !== 'recorded' ? [] : memberOf(service, { service: id, option: undefined }, found.length, found);
  });
  return {
    files: files.length,
    entries: items.length,
    members: taken,
    elsewhere,
    asks: bounded(
      [...grouped(of('ask'), ({ verdict }) => questionOf(verdict)).values()].flatMap((found) => askOf(found, byId, layers, told)),
      mostAsks,
    ),
    weak,
    hidden: bounded(
      files.flatMap(({ file, hidden }) => hidden.map((each) => ({ file, ...each, from: shorten(each.from), name: shorten(each.name) }))),
    ),
    read: counted(of('read'), ({ verdict: { service }, type }) => byId.get(service ?? '')?.short ?? type),
    other: counted(of('other'), ({ verdict }) => verdict.provider),
    scaffold: counted(of('scaffold'), ({ type }) => type),
    unknown: bounded(counted(of('unknown'), ({ type }) => type)),
    troubles: bounded(files.flatMap(({ file, troubles }) => troubles.map((trouble): FoundTrouble => ({ file, ...trouble })))),
  };
}

/** `Map.groupBy`, which not every browser has. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const bounded = <T>(list: readonly T[], upTo = most): Bounded<T> => ({ all: list.length, shown: list.slice(0, upTo) });

const placeOf = ({ file, line, name }: StackItem): Place => ({ file, line, name: shorten(name) });

/** By how often it stands there. */
function counted<I extends StackItem>(items: readonly I[], nameOf: (item: I) => string): Counted[] {
  return [...grouped(items, nameOf)]
    .map(([name, found]): Counted => ({ name: shorten(name), resources: found.length, place: found[0] && placeOf(found[0]) }))
    .sort((a, b) => b.resources - a.resources);
}

/** The way to run a service as addresses name it; undefined for a service without a split, or a way that it lacks. */
function wayOf(service: NamedService, option: string | undefined): FoundWay | undefined {
  const [usual] = service.options;
  const way = option === undefined ? usual : service.options.find(({ id }) => id === option);
  if (!usual || !way) return undefined;
  return {
    ref: way.id === usual.id ? service.id : `${service.id}.${way.id}`,
    name: option === undefined ? service.short : nameChosen({ service, option: way }),
  };
}

/** Resources that leave the same open in the same words ask one question. */
const questionOf = ({ attribute, text, options }: Asked): string =>
  JSON.stringify([attribute, text, options.map(({ service, option }) => [service, option])]);

function askOf(
  found: readonly (StackItem & { readonly verdict: Asked })[],
  byId: ReadonlyMap<string, NamedService>,
  layers: Known['layers'],
  told: ReadonlySet<string>,
): FoundAsk[] {
  const [first] = found;
  if (!first) return [];
  const { attribute, text, options } = first.verdict;
  const ways = options.flatMap((choice) => {
    const service = byId.get(choice.service);
    const own = service && wayOf(service, choice.option ?? service.options[0]?.id);
    const split = service?.options.find(({ id }) => own?.ref === `${service.id}.${id}`)?.split ?? service?.options[0]?.split;
    return service && own && split !== undefined ? [{ ...own, split }] : [];
  });
  const [measure] = ways;
  if (!measure) return [];
  const ids = new Set(options.map(({ service }) => service));
  const [only = ''] = ids;
  // Whichever way it is run, it is that service: its usual way counts until the reader says otherwise.
  const usual = ids.size === 1 && !told.has(only) ? only : undefined;
  return [
    {
      attribute,
      text: shorten(text),
      resources: found.length,
      places: found.slice(0, mostPlaces).map(placeOf),
      options: ways.map(({ ref, name, split }, at) => ({
        ref,
        name,
        changes: at === 0 ? '' : describeStep(measure.split, split, layers),
        taken: ref === usual,
      })),
    },
  ];
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
