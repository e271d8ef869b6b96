import { getCatalog } from '../../../content.ts';
import { json } from '../../../components/json.ts';

export const GET = (): Response => json(getCatalog().layers);
