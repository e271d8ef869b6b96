// Names of all services: the search answers with them before anything else is loaded.
import { getCatalog } from '../../content/load.ts';
import { json } from '../../components/json.ts';
import { serviceSearchData } from '../../model/search/services.ts';

export const GET = (): Response => json(serviceSearchData(getCatalog()));
