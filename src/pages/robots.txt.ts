// Names the list of pages, wherever the site is served.
import type { APIRoute } from 'astro';
import { pathTo } from '../model/root.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(pathTo('/sitemap-index.xml'), site).href}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
