// Tells programs that read text where everything stands as Markdown and data. https://llmstxt.org
import type { APIRoute } from 'astro';
import { siteMarkdown } from '../components/markdown.ts';
import { getContent } from '../content/load.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(siteMarkdown(getContent().catalog, site), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
