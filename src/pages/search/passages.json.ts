// Phrases of all layers and sections of the guide, for the search.
import { sectionLines } from '../../content/sections.ts';
import { json } from '../../components/json.ts';
import { getContent } from '../../content/load.ts';
import { layerLines } from '../../model/search/passages.ts';
import type { PassageData } from '../../model/search/passages.ts';

export const GET = (): Response => {
  const content = getContent();
  const data: PassageData = { layers: layerLines(content.catalog), sections: sectionLines(content) };
  return json(data);
};
