// The members of a stack: the ways to run services that an address names, with what the merged split needs to know of each.
import { optionHref } from '../address.ts';
import { decodeDefaults, encodeSplit } from '../split/default.ts';
import type { Defaults } from '../split/default.ts';
import { decodeParties } from '../split/counts.ts';
import type { Parties } from '../split/counts.ts';
import { nameChosen } from '../split/filter.ts';
import type { ServiceRef } from '../split/filter.ts';
import { comparePageData, unpackFindable } from '../split/page-data.ts';
import type { ComparePageData } from '../split/page-data.ts';
import type { Findable } from '../split/find-options.ts';
import type { OrganizationRecord } from '../record/schema/organization.ts';
import type { Catalog } from '../record/catalog.ts';

/** What the page carries: names to find services by, and of each option its parties and defaults as letters. */
export interface StackPageData extends ComparePageData {
  /** For each service one text for each option, in the order of `services`. */
  readonly splits: readonly (readonly string[])[];
}

export const stackPageData = (catalog: Catalog, organization?: Pick<OrganizationRecord, 'owners'>): StackPageData => ({
  ...comparePageData(catalog, organization),
  splits: catalog.services.map(({ options }) => options.map(encodeSplit)),
});

type StackOption = Findable['options'][number] & { readonly parties: Parties; readonly defaults: Defaults };

/** A service that may stand in a stack. */
export interface StackService extends Findable {
  readonly options: readonly StackOption[];
}

/** The reverse of the packing in {@link stackPageData}. */
export function unpackStack(data: StackPageData): StackService[] {
  return unpackFindable(data).map((service, at) => ({
    ...service,
    options: service.options.map((option, index) => {
      const [parties = '', defaults = ''] = data.splits[at]?.[index]?.split(' ') ?? [];
      return { ...option, parties: decodeParties(parties), defaults: decodeDefaults(defaults) };
    }),
  }));
}

/** A way to run a service that stands in a stack. */
export interface Member {
  /** `amazon-eks.auto-mode`: distinct in a stack, and the name under which notes on it are kept. */
  readonly key: string;
  /** "Amazon EKS, Auto Mode" */
  readonly name: string;
  /** "Amazon EKS (Auto Mode)": for lists, whose commas part names. */
  readonly listed: string;
  readonly href: string;
  readonly service: StackService;
  readonly option: StackOption;
}

/** The members that references name, each once, in their order; a service alone stands for its usual way. */
export function membersOf(refs: readonly ServiceRef[], services: readonly StackService[]): Member[] {
  const members = new Map<string, Member>();
  for (const ref of refs) {
    const service = services.find(({ id }) => id === ref.service);
    const option = ref.option === undefined ? service?.options[0] : service?.options.find(({ id }) => id === ref.option);
    if (!service || !option) continue;
    const key = `${service.id}.${option.id}`;
    const chosen = { service, option };
    const name = nameChosen(chosen);
    const listed = name === service.short ? name : `${service.short} (${option.name})`;
    members.set(key, members.get(key) ?? { ...chosen, key, name, listed, href: optionHref(service, option.id) });
  }
  return [...members.values()];
}

/** The reverse of {@link membersOf}: the usual way goes by its service alone, as the shortest address names it. */
export const refsOf = (members: readonly Pick<Member, 'service' | 'option'>[]): ServiceRef[] =>
  members.map(({ service, option }) => ({ service: service.id, option: service.options[0]?.id === option.id ? undefined : option.id }));
