// Phrases of all layers and sections of the guide, for the search.
import { sectionLines } from '../../content/sections.ts';
import { json } from '../../components/json.ts';
import { getCatalog } from '../../content/load.ts';
import { layerLines } from '../../model/search/passages.ts';
import type { PassageData } from '../../model/search/passages.ts';

export const GET = async (): Promise<Response> => {
  const data: PassageData = { layers: layerLines(getCatalog()), sections: await sectionLines() };
  return json(data);
};
