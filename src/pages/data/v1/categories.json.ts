import { getCatalog } from '../../../content.ts';
import { json } from '../../../components/json.ts';

export const GET = (): Response => json(getCatalog().categories.map(({ id, name, summary, example }) => ({ id, name, summary, example })));
