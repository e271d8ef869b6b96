// The shapes of the defaults: told apart without colour, in print and in grey.
import type { Default } from '../model/record/schema/service.ts';

const paths: Readonly<Record<Default['glyph'], string>> = {
  disc: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  'half-disc': 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 3.5a4.5 4.5 0 0 1 0 9z',
  ring: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  triangle: 'M8 1.5L15 14H1z',
  dash: 'M2 6.75h12v2.5H2z',
  question: 'M5 5.5a3 3 0 1 1 4.2 2.75c-.5.25-.7.5-.7 1.25v.5h-1.5v-.75c0-1.2.6-1.8 1.3-2.1a1.6 1.6 0 1 0-2.3-1.65zM7 11.5h1.6v1.6H7z',
};

/** The outline of a glyph within 16 × 16, to be filled by the even-odd rule. */
export const glyphPath = (id: Default['glyph']): string => paths[id];
