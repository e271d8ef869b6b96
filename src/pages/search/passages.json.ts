// Phrases of all layers and headings of the guide, for the search.
import { json } from '../../components/json.ts';
import { headingLines } from '../../components/headings.ts';
import { getCatalog } from '../../content.ts';
import { layerLines } from '../../model/passages.ts';
import type { PassageData } from '../../model/passages.ts';

export const GET = async (): Promise<Response> => {
  const data: PassageData = { layers: layerLines(getCatalog()), headings: await headingLines() };
  return json(data);
};
