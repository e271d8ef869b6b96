// Which words the details of which layers hold, for the search: in parts, since a query needs one or two of them.
import type { APIRoute, GetStaticPaths } from 'astro';
import { json } from '../../../components/json.ts';
import { getContent } from '../../../content/load.ts';
import { detailPart, detailParts, detailWords } from '../../../model/search/passages.ts';

export const getStaticPaths = (() => detailParts.map((part) => ({ params: { part } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => json(detailPart(detailWords(getContent().catalog), params['part'] ?? ''));
