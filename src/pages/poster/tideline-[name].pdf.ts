// The poster as PDF files: /poster/tideline-poster.pdf, and what holds if you do nothing as /poster/tideline-poster-defaults.pdf.
import type { APIRoute, GetStaticPaths } from 'astro';
import { posterLooks } from '../../components/poster-looks.ts';
import { posterPdf } from '../../components/poster-pdf.ts';
import { posterOf } from '../../components/poster.ts';
import { reviewDays } from '../../components/review-days.ts';
import type { LensId } from '../../model/split/filter.ts';

export const getStaticPaths = (() => [
  { params: { name: 'poster' }, props: { lens: 'parties' as const } },
  { params: { name: 'poster-defaults' }, props: { lens: 'defaults' as const } },
]) satisfies GetStaticPaths;

export const GET: APIRoute<{ lens: LensId }> = async ({ props, site }) => {
  const bytes = await posterPdf(posterOf(props.lens, site), reviewDays().last, posterLooks);
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': 'application/pdf' } });
};
