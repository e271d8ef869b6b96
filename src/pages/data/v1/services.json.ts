import { getCatalog } from '../../../content.ts';
import { json } from '../../../components/json.ts';
import { publishServices } from '../../../model/published.ts';

export const GET = (): Response => json(publishServices(getCatalog()));
