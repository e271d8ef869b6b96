import { getContent } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';
import { publishRetired } from '../../../model/record/published.ts';

export const GET = (): Response => json(publishRetired(getContent().catalog));
