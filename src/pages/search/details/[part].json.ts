// Which words the details of which layers hold, for the search.
import { json } from '../../components/json.ts';
import { getContent } from '../../content/load.ts';
import { detailWords } from '../../model/search/passages.ts';

export const GET = (): Response => json(detailWords(getContent().catalog));
