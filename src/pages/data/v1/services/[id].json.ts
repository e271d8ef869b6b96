import type { APIRoute, GetStaticPaths } from 'astro';
import { getContent } from '../../../../content/load.ts';
import { json } from '../../../../components/json.ts';
import { publishService } from '../../../../model/record/published.ts';

export const getStaticPaths = (() =>
  getContent().catalog.services.map((service) => ({ params: { id: service.id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const service = getContent().catalog.services.find((each) => each.id === params['id']);
  return service ? json(publishService(service)) : new Response(null, { status: 404 });
};
