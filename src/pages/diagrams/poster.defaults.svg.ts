// The poster as one SVG file, by what holds if you do nothing.
import type { APIRoute } from 'astro';
import { posterMarkup } from '../../components/draw.ts';
import { posterSheet } from '../../components/poster-looks.ts';
import { posterOf } from '../../components/poster.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(posterMarkup(posterOf('defaults', site), posterSheet()), { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
