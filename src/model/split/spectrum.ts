// All ways to run all services in one order: from those that are all yours to those that are all AWS's.
import { countLayers, encodeParties, yourHalves } from './counts.ts';
import type { Chosen, Outline } from './filter.ts';

/**
 * Every option of every service, the one with most of your work first. Of the same amount those come first that leave AWS less, then those
 * that look alike stand together; what is left keeps the order of the names.
 * @param services in the order of names
 */
export function spectrum(services: readonly Outline[]): Chosen[] {
  const placed = services.flatMap((service) =>
    service.options.map((option) => ({
      chosen: { service, option },
      yours: yourHalves(option.parties),
      theirs: countLayers(option.parties).aws,
      // The parties in order: what differs in the first layer stands further apart.
      pattern: encodeParties(option.parties),
    })),
  );
  return placed
    .sort((a, b) => b.yours - a.yours || a.theirs - b.theirs || (a.pattern < b.pattern ? -1 : Number(a.pattern > b.pattern)))
    .map(({ chosen }) => chosen);
}

/** A spectrum cut by area, the areas in the order of their list; those without a service are left out. */
export function spectrumByArea<A extends { readonly id: string }>(
  areas: readonly A[],
  all: readonly Chosen[],
): { readonly area: A; readonly options: readonly Chosen[] }[] {
  return areas
    .map((area) => ({ area, options: all.filter(({ service }) => service.area === area.id) }))
    .filter(({ options }) => options.length > 0);
}
