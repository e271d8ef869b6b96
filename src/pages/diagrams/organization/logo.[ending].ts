// The logo of a company's overlay. Among the pictures, because hosts send these with a policy that lets nothing in them run.
import type { APIRoute, GetStaticPaths } from 'astro';
import { getContent } from '../../../content/load.ts';
import { readLogo } from '../../../content/organization.ts';

export const getStaticPaths = (() => {
  const ending = getContent().organization?.logo?.replace(/^.*\./u, '');
  return ending === undefined ? [] : [{ params: { ending } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(readLogo(getContent().organization), {
    headers: { 'content-type': params['ending'] === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8' },
  });
