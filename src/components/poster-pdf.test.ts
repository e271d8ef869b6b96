import { describe, expect, it } from 'vitest';
import { posterPdf } from './poster-pdf.ts';
import type { PosterLooks } from './poster-pdf.ts';
import { posterOf } from './poster.ts';
import { reviewDays } from './review-days.ts';

const site = new URL('https://tideline.example');
const looks: PosterLooks = {
  fillOf: () => 'navy',
  lookOf: (kind) => ({ colour: 'black', bold: kind === 'title' }),
  rule: { width: 1, colour: 'grey' },
};
const text = async (): Promise<string> =>
  Buffer.from(await posterPdf(posterOf('parties', site), reviewDays().last, looks)).toString('latin1');

describe('the poster as a PDF', () => {
  it('is one sheet of A2 with a title, tags, and a link for each strip', async () => {
    const file = await text();
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    // 594 by 420 mm in points.
    expect(file).toMatch(/\/MediaBox \[0 0 1683\.7\d* 1190\.55\d*\]/u);
    expect(file.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(1);
    expect(file).toContain('/Marked true');
    const strips = posterOf('parties', site).heads.flatMap((head) => head.strips);
    expect(file.match(/\/URI \(https:\/\/tideline\.example\/services\//gu)).toHaveLength(strips.length);
  });

  it('is the same file for the same records', async () => {
    expect(await text()).toBe(await text());
  });
});
