import { getContent } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';
import { publishControls } from '../../../model/control/published.ts';

export const GET = (): Response => json(publishControls(getContent().controls));
