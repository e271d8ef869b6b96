import { getCatalog } from '../../../content.ts';
import { json } from '../../../components/json.ts';
import { publishRetired } from '../../../model/published.ts';

export const GET = (): Response => json(publishRetired(getCatalog()));
