import { getContent } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';

export const GET = (): Response => json(getContent().catalog.defaults);
