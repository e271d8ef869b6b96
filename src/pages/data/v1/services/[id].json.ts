import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog } from '../../../../content/load.ts';
import { json } from '../../../../components/json.ts';
import { publishService } from '../../../../model/record/published.ts';

export const getStaticPaths = (() => getCatalog().services.map((service) => ({ params: { id: service.id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const service = getCatalog().services.find((each) => each.id === params['id']);
  return service ? json(publishService(service)) : new Response(null, { status: 404 });
};
