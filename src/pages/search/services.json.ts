// Names of all services: the search answers with them before anything else is loaded.
import { getContent } from '../../content/load.ts';
import { json } from '../../components/json.ts';
import { serviceSearchData } from '../../model/search/services.ts';

export const GET = (): Response => json(serviceSearchData(getContent().catalog));
