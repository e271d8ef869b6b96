import type { APIRoute, GetStaticPaths } from 'astro';
import { serviceMarkdown } from '../../components/markdown.ts';
import { getContent } from '../../content/load.ts';
import type { Service } from '../../model/record/catalog.ts';

export const getStaticPaths = (() =>
  getContent().catalog.services.map((service) => ({ params: { id: service.id }, props: { service } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ service: Service }> = ({ props, site }) =>
  new Response(serviceMarkdown(props.service, getContent().catalog, site), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
