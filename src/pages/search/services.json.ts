// Names of all services for the finder: what it needs to answer before anything else is loaded.
import { getContent } from '../../content/load.ts';
import { json } from '../../components/json.ts';
import { finderData } from '../../model/search/services.ts';

export const GET = (): Response => json(finderData(getContent().catalog));
