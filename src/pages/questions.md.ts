// The questions that people ask as Markdown, for programs that read text.
import type { APIRoute } from 'astro';
import { questionsMarkdown } from '../components/questions.ts';
import { getContent } from '../content/load.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(questionsMarkdown(getContent(), site), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
