import { getContent } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';
import { publishAliases } from '../../../model/record/published.ts';

export const GET = (): Response => json(publishAliases(getContent().catalog));
