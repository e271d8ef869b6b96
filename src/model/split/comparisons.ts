// Comparisons worth a link: what readers ask first, then the ways to run each service that has several.
import type { Service } from '../record/catalog.ts';
import type { Comparison } from '../record/schema/editorial.ts';
import { maxColumns } from './compared.ts';

export function comparisons(asked: readonly Comparison[], services: readonly Service[]): Comparison[] {
  return [...asked, ...services.flatMap((service) => comparisonOf(service) ?? [])];
}

/** The ways to run one service, as many as a comparison has columns; undefined where there is one. */
export function comparisonOf(service: Service): Comparison | undefined {
  if (service.options.length < 2) return undefined;
  const options = service.options.slice(0, maxColumns);
  return {
    name: `${service.short}: ${options.map((option) => option.name).join(', ')}`,
    columns: options.map((option) => ({ service: service.id, option: option.id })),
  };
}
