import type { APIRoute, GetStaticPaths } from 'astro';
import { json } from '../../../../components/json.ts';
import { jsonSchemas } from '../../../../model/record/schema/published.ts';

export const getStaticPaths = (() => Object.keys(jsonSchemas()).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => json(jsonSchemas()[params['name'] ?? '']);
