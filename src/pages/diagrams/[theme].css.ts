// The sheets that pictures drawn in the browser take along.
import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureSheet, themes } from '../../components/picture-sheet.ts';
import type { Theme } from '../../components/picture-sheet.ts';

export const getStaticPaths = (() => themes.map((theme) => ({ params: { theme }, props: { theme } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ theme: Theme }> = ({ props }) =>
  new Response(pictureSheet(props.theme), { headers: { 'content-type': 'text/css; charset=utf-8' } });
