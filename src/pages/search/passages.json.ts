// Phrases of all layers, for the search.
import { json } from '../../components/json.ts';
import { getContent } from '../../content/load.ts';
import { layerLines } from '../../model/search/passages.ts';
import type { PassageData } from '../../model/search/passages.ts';

export const GET = (): Response => {
  const data: PassageData = { layers: layerLines(getContent().catalog) };
  return json(data);
};
