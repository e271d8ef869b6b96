// What a company's overlay says of a service and of its layers. Browsers run this too, so nothing here needs the schema's library.
import type { HouseRule, OrganizationRecord } from '../record/schema/organization.ts';
import type { CategoryId, LayerId, PartyId } from '../vocabulary.ts';

/** What a company has decided on a service, from the freest to the strictest; the last where it has not. */
export const approvalIds = ['approved', 'conditional', 'forbidden', 'undecided'] as const;
export type ApprovalId = (typeof approvalIds)[number];
export const isApprovalId = (value: string): value is ApprovalId => approvalIds.some((id) => id === value);

/** As pages and filters say it. */
export const approvalNames: Readonly<Record<ApprovalId, string>> = {
  approved: 'Approved',
  conditional: 'Conditional',
  forbidden: 'Forbidden',
  undecided: 'Not decided',
};

/** The decision on a service, with its owner and its reason. */
export type Decision =
  | { readonly id: 'undecided' }
  | {
      readonly id: Exclude<ApprovalId, 'undecided'>;
      readonly owner: string;
      readonly reason: string;
      /** What must hold; of conditional ones alone. */
      readonly condition?: string;
    };

/** What a company has decided on the service of this id. */
export function decisionOn({ services }: Pick<OrganizationRecord, 'services'>, service: string): Decision {
  for (const id of ['approved', 'conditional', 'forbidden'] as const) {
    const found = services[id].find((each) => each.service === service);
    if (!found) continue;
    const { service: _, ...told } = found;
    return { id, ...told };
  }
  return { id: 'undecided' };
}

/** The part of an overlay that says which team owns what. */
export type Owners = OrganizationRecord['owners'];

/**
 * The team that does your half of a layer; undefined where the overlay names none. The nearest wins: service, category, layer.
 * @param category how the service is run
 */
export function ownerOf(
  { owners }: { readonly owners: Owners },
  service: string,
  category: CategoryId,
  layer: LayerId,
): string | undefined {
  return owners.services[service]?.[layer] ?? owners.categories[category]?.[layer] ?? owners.layers[layer];
}

/** What a page carries to know the teams of ways to run services; nothing where the site has no overlay. */
export interface Teams {
  readonly owners?: Owners;
  /** By the key of a way: `amazon-eks.fargate`. */
  readonly categories?: Readonly<Record<string, CategoryId>>;
}

/**
 * The team that does your half of a layer; undefined where nobody is named.
 * @param key of a way to run a service: `amazon-eks.fargate`
 */
export function teamOf({ owners, categories }: Teams, key: string, layer: LayerId): string | undefined {
  const category = categories?.[key];
  return owners && category && ownerOf({ owners }, key.split('.')[0] ?? '', category, layer);
}

/** The rules that hold for a layer of a service, or for the service as a whole where no layer is given. */
export function rulesOf(
  { rules }: { readonly rules: readonly HouseRule[] },
  service: string,
  category: CategoryId,
  layer: LayerId | undefined,
): HouseRule[] {
  return rules.filter(
    (rule) =>
      rule.layer === layer &&
      (rule.category === undefined || rule.category === category) &&
      (rule.service === undefined || rule.service === service),
  );
}

/** What a company says of one layer, beside what AWS's pages say. */
export interface House {
  /** The company. */
  readonly by: string;
  /** The team that does your half; undefined where none is named, or where no half is yours. */
  readonly owner: string | undefined;
  readonly rules: readonly { readonly text: string; readonly link?: string | undefined }[];
}

/** What a page must carry of an overlay, so that a browser draws owners and rules again. */
export interface HouseData {
  readonly name: string;
  readonly owners: Owners;
  readonly rules: readonly HouseRule[];
}

/** The part of an overlay that is about the layers of this service. */
export function houseData({ name, owners, rules }: HouseData, service: string, categories: readonly CategoryId[]): HouseData {
  const only = (all: Owners['services'], keys: readonly string[]): Owners['services'] =>
    Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
  return {
    name,
    owners: { layers: owners.layers, categories: only(owners.categories, categories), services: only(owners.services, [service]) },
    rules: rules.filter(
      (rule) =>
        rule.layer !== undefined &&
        (rule.service === undefined || rule.service === service) &&
        (rule.category === undefined || categories.some((id) => id === rule.category)),
    ),
  };
}

/** A way to run a service, as far as owners and rules go. */
export interface Housed {
  readonly service: { readonly id: string };
  readonly option: { readonly category: CategoryId; readonly parties: Readonly<Record<LayerId, PartyId>> };
}

/**
 * What a company says of a layer of several ways to run services: the teams that do your halves, with how many each where they are
 * several, and the rules that hold for all of them. Undefined where it says nothing.
 */
export function houseOfAll(data: HouseData, all: readonly Housed[], layer: LayerId): House | undefined {
  const counts = new Map<string, number>();
  for (const { service, option } of all) {
    const party = option.parties[layer];
    if (party !== 'customer' && party !== 'shared') continue;
    const team = ownerOf(data, service.id, option.category, layer) ?? nobody;
    counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  const teams = [...counts].sort(([one, a], [other, b]) => Number(one === nobody) - Number(other === nobody) || b - a);
  const [first] = teams;
  const told = teams.length > 1 ? teams.map(([team, count]) => `${team} (${count})`).join(', ') : first?.[0];
  const owner = first === undefined || first[0] === nobody ? undefined : told;
  const rules = data.rules
    .filter((rule) => all.every(({ service, option }) => rulesOf({ rules: [rule] }, service.id, option.category, layer).length > 0))
    .map(({ text, link }) => ({ text, link }));
  return owner === undefined && (rules.length === 0 || all.length === 0) ? undefined : { by: data.name, owner, rules };
}

/** Whoever does a half that no team was named for. */
const nobody = 'nobody yet';

/** What a company says of a layer of a service; undefined where it says nothing. */
export function houseAt(data: HouseData, service: string, category: CategoryId, layer: LayerId, yours: boolean): House | undefined {
  const owner = yours ? ownerOf(data, service, category, layer) : undefined;
  const rules = rulesOf(data, service, category, layer).map(({ text, link }) => ({ text, link }));
  return owner === undefined && rules.length === 0 ? undefined : { by: data.name, owner, rules };
}
