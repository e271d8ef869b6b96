import type { APIRoute } from 'astro';
import { changesFeed } from '../../components/feed.ts';
import { getCatalog, getChanges } from '../../content/load.ts';
import { history } from '../../model/upkeep/changes.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(changesFeed(history(getChanges()), getCatalog(), site?.href ?? 'https://tideline.example/'), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
