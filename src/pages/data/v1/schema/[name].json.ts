import type { APIRoute, GetStaticPaths } from 'astro';
import { json } from '../../../../components/json.ts';
import { jsonSchemas } from '../../../../model/record/schema/published.ts';
import { pathTo } from '../../../../model/root.ts';

export const getStaticPaths = (() => Object.keys(jsonSchemas('')).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => json(jsonSchemas(new URL(pathTo('/data/v1/schema/'), site).href)[params['name'] ?? '']);
