import type { APIRoute, GetStaticPaths } from 'astro';
import { getContent } from '../../../../content/load.ts';
import { json } from '../../../../components/json.ts';
import { publishArea, publishedAreas } from '../../../../model/record/published.ts';

export const getStaticPaths = (() => publishedAreas(getContent().catalog).map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => json(publishArea(getContent().catalog, params['id'] ?? ''));
