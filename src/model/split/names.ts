// The names that diagrams and tables say, gathered from a catalog.
import type { Catalog } from '../record/catalog.ts';
import type { Layer } from '../record/schema/service.ts';
import { defaultNames } from './default.ts';
import type { DefaultNames } from './default.ts';
import { partyNames } from './party.ts';
import type { PartyNames } from './party.ts';

/** The names that a diagram or a table says, from content/. */
export interface Names {
  readonly layers: readonly Layer[];
  readonly parties: PartyNames;
  readonly defaults: DefaultNames;
}

/** The names of a catalog, and no more: pages carry them for their scripts. */
export const namesIn = ({ layers, parties, defaults }: Pick<Catalog, 'layers' | 'parties' | 'defaults'>): Names => ({
  layers,
  parties: partyNames(parties),
  defaults: defaultNames(defaults.map(({ id, name, glyph, layers: meanings }) => ({ id, name, glyph, layers: meanings }))),
});
