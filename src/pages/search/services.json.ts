// Names of all services for the finder: what it needs to answer before anything else is loaded.
import { getCatalog } from '../../content.ts';
import { json } from '../../components/json.ts';
import { finderData } from '../../model/finder-data.ts';

export const GET = (): Response => json(finderData(getCatalog()));
