// The diagram of each service and option as a picture at an address that stays: /diagrams/<id>.svg, /diagrams/<id>.<option>.svg.
import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureOf } from '../../components/picture.ts';
import { getContent } from '../../content/load.ts';

export const getStaticPaths = (() =>
  getContent().catalog.services.flatMap((service) => [
    { params: { name: service.id }, props: { id: service.id, option: service.options[0].id } },
    ...service.options.map((option) => ({ params: { name: `${service.id}.${option.id}` }, props: { id: service.id, option: option.id } })),
  ])) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string; option: string }> = ({ props, site }) =>
  new Response(pictureOf(props.id, props.option, site), { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
