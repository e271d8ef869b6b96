import { getCatalog } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';

export const GET = (): Response => json(getCatalog().layers);
