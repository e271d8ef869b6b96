// What each layer of each service says in its phrases, and the headings of the lesson: small enough to search before the full text is there.
import type { Catalog } from './catalog.ts';
import { layerIds } from './vocabulary.ts';
import type { LayerId } from './vocabulary.ts';

/** Phrases of one layer: place of its service in the finder's list, option (empty for the service itself), layer, the words. */
export type LayerLine = readonly [entry: number, option: string, layer: LayerId, text: string];
/** Heading of a page of the guide: address, the page's title, the heading. */
export type HeadingLine = readonly [href: string, page: string, heading: string];

export interface PassageData {
  readonly layers: readonly LayerLine[];
  readonly headings: readonly HeadingLine[];
}

/** Every layer that a service or one of its options states itself; what a whole category shares would be found a hundred times. */
export function layerLines(catalog: Pick<Catalog, 'services'>): LayerLine[] {
  return catalog.services.flatMap((service, entry) => {
    const seen = new Set<unknown>();
    return service.options.flatMap((option) =>
      layerIds.flatMap((layer): LayerLine[] => {
        const { cell, origin } = option.split[layer];
        if (origin === 'category' || seen.has(cell)) return [];
        seen.add(cell);
        const text = [
          ...('you' in cell ? [cell.you] : []),
          ...('aws' in cell ? [cell.aws] : []),
          ...('reason' in cell ? [cell.reason] : []),
        ];
        return [[entry, option === service.options[0] ? '' : option.id, layer, text.join(' · ')]];
      }),
    );
  });
}
