// Phrases of all layers and sections of the guide, for the search.
import { sectionLines } from '../../components/sections.ts';
import { json } from '../../components/json.ts';
import { getCatalog } from '../../content.ts';
import { layerLines } from '../../model/passages.ts';
import type { PassageData } from '../../model/passages.ts';

export const GET = async (): Promise<Response> => {
  const data: PassageData = { layers: layerLines(getCatalog()), sections: await sectionLines() };
  return json(data);
};
