import { getContent } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';
import { publishServices } from '../../../model/record/published.ts';

export const GET = (): Response => json(publishServices(getContent().catalog));
