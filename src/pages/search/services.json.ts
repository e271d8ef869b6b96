// Names of all services: the search answers with them before anything else is loaded.
import { getContent } from '../../content/load.ts';
import { json } from '../../components/json.ts';
import { packServices } from '../../model/search/packed-services.ts';
import { serviceSearchData } from '../../model/search/services.ts';

export const GET = (): Response => {
  const { catalog, organization } = getContent();
  return json(packServices(serviceSearchData(catalog, organization)));
};
