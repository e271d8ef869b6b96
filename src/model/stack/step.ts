// What one way to run something changes against another, in a sentence. Apart from what pages load: the worker says it.
import { decodeParties } from '../split/counts.ts';
import { decodeDefaults } from '../split/default.ts';
import { customerShare } from '../split/party.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { joined, lowerFirst } from '../wording.ts';

/**
 * "More is yours in operating system; another default in backup.": what one way to run something changes against another.
 * @param from parties and defaults as `encodeSplit` writes them
 */
export function describeStep(from: string, to: string, names: Readonly<Record<LayerId, string>>): string {
  const [before, after] = [from, to].map((code) => {
    const [parties = '', defaults = ''] = code.split(' ');
    return { parties: decodeParties(parties), defaults: decodeDefaults(defaults) };
  });
  if (!before || !after) return '';
  const step = (layer: LayerId): number => customerShare[after.parties[layer]] - customerShare[before.parties[layer]];
  const listed = (start: string, wanted: (layer: LayerId) => boolean): string[] => {
    const layers = layerIds.filter(wanted);
    return layers.length === 0 ? [] : [`${start} ${joined(layers.map((layer) => lowerFirst(names[layer])))}`];
  };
  const parts = [
    ...listed('more is yours in', (layer) => step(layer) > 0),
    ...listed('less is yours in', (layer) => step(layer) < 0),
    ...listed('another default in', (layer) => step(layer) === 0 && before.defaults[layer] !== after.defaults[layer]),
  ].join('; ');
  return parts === '' ? 'The same parties and defaults.' : `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)}.`;
}
