import type { APIRoute } from 'astro';
import { changesFeed } from '../../components/feed.ts';
import { getContent } from '../../content/load.ts';
import { daysOf } from '../../model/upkeep/changes.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(changesFeed(daysOf(getContent().changes), getContent().catalog, site?.href ?? 'https://tideline.example/'), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
