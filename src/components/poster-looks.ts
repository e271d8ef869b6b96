// The looks of the poster, once for the SVG's sheet and for the PDF: fills by kind of cell, colour and weight by kind of text.
import type { PosterText } from '../scenes/poster.ts';
import type { PosterLooks } from './poster-pdf.ts';
import { colourOf, fontRule } from './picture-sheet.ts';

/** Tokens of styles/tokens.css, by the class of a shape. */
const fills: Readonly<Record<string, string>> = {
  paper: '--tl-paper',
  track: '--tl-sunken',
  customer: '--tl-you',
  aws: '--tl-aws',
  'holds-yours': '--tl-you',
  'holds-done': '--tl-aws',
  'holds-partly': '--tl-aws-partly',
  'holds-when-asked': '--tl-aws-ink',
  'holds-open': '--tl-open',
  'holds-unstated': '--tl-shared',
};

const texts: Readonly<Record<PosterText['kind'], { readonly colour: string; readonly bold: boolean }>> = {
  title: { colour: '--tl-ink', bold: true },
  lead: { colour: '--tl-muted', bold: false },
  area: { colour: '--tl-ink', bold: true },
  service: { colour: '--tl-ink', bold: true },
  option: { colour: '--tl-muted', bold: false },
  key: { colour: '--tl-ink', bold: false },
  side: { colour: '--tl-ink', bold: true },
  foot: { colour: '--tl-muted', bold: false },
};

/** How thick the rule above an area is, in units of the sheet. */
const rule = { width: 1.5, colour: colourOf('--tl-edge', 'light') } as const;

/** The colour of a shape of that class. @throws Error if it has none */
function fillOf(kind: string): string {
  const token = fills[kind];
  if (token === undefined) throw new Error(`the poster has no colour for ${kind}`);
  return colourOf(token, 'light');
}

/** The colour and weight of a text. */
const lookOf = (kind: PosterText['kind']): { readonly colour: string; readonly bold: boolean } => ({
  colour: colourOf(texts[kind].colour, 'light'),
  bold: texts[kind].bold,
});

/** What a PDF asks for. */
export const posterLooks: PosterLooks = { fillOf, lookOf, rule };

/** The sheet that the SVG takes along. */
export function posterSheet(): string {
  const shapes = Object.keys(fills).map((kind) => `.${kind} { fill: ${fillOf(kind)} }`);
  const words = Object.entries(texts).map(
    ([kind, { colour, bold }]) => `.${kind} { fill: ${colourOf(colour, 'light')}; font-weight: ${bold ? 700 : 400} }`,
  );
  const line = `.rule { stroke: ${rule.colour}; stroke-width: ${rule.width} }`;
  return [fontRule, "text { font-family: 'Source Sans 3', sans-serif }", ...shapes, ...words, line].join(' ');
}
