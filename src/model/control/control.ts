// The controls of AWS Security Hub CSPM that can show whether a duty is done, by the cells that they are about.
import type { Option } from '../record/catalog.ts';
import type { SeverityId } from '../severity.ts';
import { root } from '../root.ts';
import type { LayerId } from '../vocabulary.ts';

/** A cell that a control is about, in the ways to run the service that are named. */
export interface ControlDuty {
  readonly service: string;
  readonly layer: LayerId;
  /** Ids, at least one; in each of them you have a half of the layer. */
  readonly options: readonly string[];
}

export interface Control {
  /** As AWS writes it: `RDS.3`. */
  readonly id: string;
  /** What it can show, to follow "RDS.3 can show whether". */
  readonly shows: string;
  readonly severity: SeverityId;
  /** The rule behind it; undefined where AWS names none. */
  readonly rule: string | undefined;
  /** The identifier of the rule in AWS Config; undefined where AWS Config does not offer it. */
  readonly identifier: string | undefined;
  /** Resource types as CloudFormation writes them. */
  readonly types: readonly string[];
  /** What Security Hub gives the rule. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly duties: readonly ControlDuty[];
  /** AWS's page about it, at its own heading. */
  readonly source: string;
}

/** Whether the customer has a half of the layer. */
export const isYours = (option: Pick<Option, 'parties'>, layer: LayerId): boolean =>
  option.parties[layer] === 'customer' || option.parties[layer] === 'shared';

/** The place of a control on its page, on AWS's page too: "rds-3". */
export const controlAnchor = (id: string): string => id.toLowerCase().replace('.', '-');

/** Address of a control in the list of all. */
export const controlHref = (id: string): string => `${root}/controls/#${controlAnchor(id)}`;

/** AWS's page about a rule. */
export const ruleHref = (rule: string): string => `https://docs.aws.amazon.com/config/latest/developerguide/${rule}.html`;

/** The controls about the cells of one way to run a service, by layer; a layer without any is left out. */
export type ControlsByLayer = Readonly<Partial<Record<LayerId, readonly Control[]>>>;

/** The controls about one way to run one service, by layer. */
export function controlsOf(controls: readonly Control[], service: string, option: string): ControlsByLayer {
  const found: Partial<Record<LayerId, Control[]>> = {};
  for (const control of controls)
    for (const { layer } of control.duties.filter((duty) => duty.service === service && duty.options.includes(option)))
      (found[layer] ??= []).push(control);
  return found;
}

/**
 * The controls about some cells, in their order.
 * @param cells `amazon-rds.default.backup`
 */
export function controlsOfCells<C extends Pick<Control, 'duties'>>(controls: readonly C[], cells: readonly string[]): C[] {
  const asked = new Set(cells);
  return controls.filter(({ duties }) =>
    duties.some(({ service, layer, options }) => options.some((option) => asked.has(`${service}.${option}.${layer}`))),
  );
}

/**
 * The controls about some ways to run services, in their order.
 * @param members `amazon-rds.default`
 */
export function controlsOfMembers(controls: readonly Control[], members: readonly string[]): Control[] {
  const asked = new Set(members);
  return controls.filter(({ duties }) =>
    duties.some(({ service, options }) => options.some((option) => asked.has(`${service}.${option}`))),
  );
}

/**
 * The controls about a cell that several ways to run a service share, in their order.
 * @param options ids of those ways
 * @returns each with the ways that it is about; none where it is about all
 */
export function controlsOfCell(
  controls: readonly Pick<Control, 'id' | 'duties'>[],
  service: string,
  layer: LayerId,
  options: readonly string[],
): { readonly id: string; readonly options: readonly string[] }[] {
  return controls.flatMap(({ id, duties }) => {
    const own = duties.filter((duty) => duty.service === service && duty.layer === layer).flatMap((duty) => duty.options);
    const named = options.filter((option) => own.includes(option));
    return named.length === 0 ? [] : [{ id, options: named.length === options.length ? [] : named }];
  });
}

/** The ids of controls by layer, with a space between: what a page carries of them. */
export type LayerControls = Readonly<Partial<Record<LayerId, string>>>;

/** What the page of a service carries of the controls of one way to run it. */
export function layerControls(controls: readonly Control[], service: string, option: string): LayerControls {
  const found = Object.entries(controlsOf(controls, service, option));
  return Object.fromEntries(found.map(([layer, own]) => [layer, own.map(({ id }) => id).join(' ')]));
}

/** "RDS.3" before "RDS.11", prefixes in the order of the alphabet whatever their case. */
export function compareControls({ id: one }: Pick<Control, 'id'>, { id: other }: Pick<Control, 'id'>): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
