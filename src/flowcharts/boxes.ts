// Measures SVG elements with a real font, as a browser's getBBox does: boxes in the element's own coordinates, in px.
import path from 'node:path';
import { openSync } from 'fontkit';

/** The face the site sets its text in: what is measured here is what a reader sees. */
const fontFile = path.resolve('public/fonts/source-sans-3.woff2');
/** As in src/styles/mermaid.css. */
export const fontSize = 15;
/** A reader's browser may show a wider fallback face, or wider spacing, than the font measured here. */
const slack = 1.1;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const font = openSync(fontFile);
const ascent = (font.ascent / font.unitsPerEm) * fontSize;
const descent = (-font.descent / font.unitsPerEm) * fontSize;

/** The box of an element; undefined where it shows nothing. */
export function boxOf(element: Element): Box | undefined {
  const number = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  switch (element.tagName) {
    case 'rect': {
      return { left: number('x'), top: number('y'), right: number('x') + number('width'), bottom: number('y') + number('height') };
    }
    case 'circle':
    case 'ellipse': {
      const rx = number('r') || number('rx');
      const ry = number('r') || number('ry');
      return { left: number('cx') - rx, top: number('cy') - ry, right: number('cx') + rx, bottom: number('cy') + ry };
    }
    case 'line': {
      return around([number('x1'), number('y1'), number('x2'), number('y2')]);
    }
    case 'polygon': {
      return around(numbersOf(element.getAttribute('points')));
    }
    case 'path': {
      // Mermaid writes absolute M, L, C and Q here; the control points bound the curve. An arc's radii do no harm: flowcharts draw none.
      return around(numbersOf(element.getAttribute('d')));
    }
    case 'text':
    case 'tspan': {
      return textBox(element);
    }
    default: {
      return element.tagName === 'marker' || element.tagName === 'title' || element.tagName === 'style' ? undefined : childrenBox(element);
    }
  }
}

/** The box around all children, each moved by its own transform. */
export function childrenBox(element: Element): Box | undefined {
  let union: Box | undefined;
  for (const child of element.children) {
    const box = boxOf(child);
    if (!box) continue;
    const [dx = 0, dy = 0] = numbersOf(child.getAttribute('transform'));
    union = {
      left: Math.min(union?.left ?? Infinity, box.left + dx),
      top: Math.min(union?.top ?? Infinity, box.top + dy),
      right: Math.max(union?.right ?? -Infinity, box.right + dx),
      bottom: Math.max(union?.bottom ?? -Infinity, box.bottom + dy),
    };
  }
  return union;
}

/** A text's lines are its first level of tspans, each with y and dy in em; all Mermaid's flowchart labels are centred. */
function textBox(element: Element): Box | undefined {
  const inner = [...element.children];
  const lines = element.tagName === 'text' && inner.length > 0 ? inner : [element];
  const width = Math.max(...lines.map((line) => textWidth(line.textContent)));
  if (width === 0) return undefined;
  const baselines = lines.map((line) => lengthOf(line.getAttribute('y')) + lengthOf(line.getAttribute('dy')));
  return { left: -width / 2, top: Math.min(...baselines) - ascent, right: width / 2, bottom: Math.max(...baselines) + descent };
}

/** Width of a text in px. */
export function textWidth(text: string): number {
  return (font.layout(text).advanceWidth / font.unitsPerEm) * fontSize * slack;
}

function lengthOf(value: string | null): number {
  const number = Number.parseFloat(value ?? '0');
  return value?.endsWith('em') === true ? number * fontSize : number;
}

function around(numbers: readonly number[]): Box | undefined {
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return ys.length === 0 ? undefined : { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function numbersOf(value: string | null): number[] {
  return Array.from(value?.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/gu) ?? [], ([digits]) => Number(digits));
}

/** To hundredths of a px: more is noise in a file. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
