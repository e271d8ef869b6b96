import { getCatalog } from '../../../content/load.ts';
import { json } from '../../../components/json.ts';

export const GET = (): Response => json(getCatalog().categories.map(({ id, name, summary, example }) => ({ id, name, summary, example })));
