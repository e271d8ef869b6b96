// Measures SVG elements like a browser's getBBox, with the site's font. Boxes are in px, in the element's own coordinates.
import path from 'node:path';
import { openSync } from 'fontkit';

/** The font of the site, so that labels are measured as readers see them. */
const fontFile = path.resolve('public/fonts/source-sans-3.woff2');
/** In px, the same as in src/styles/mermaid.css. */
export const fontSize = 15;
/** Widens each text, because a browser may show a wider fallback font or wider spacing. */
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

/** Returns the box of an element; undefined if it shows nothing. */
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
      // Flowcharts use only absolute M, L, C and Q, so the box of all points contains the curve.
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

/** Returns the box around all children, each moved by its transform; undefined if none shows anything. */
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

/** Each child tspan is a line with y and dy. Every label is centred: around 0 in flowcharts, around its x in sequences. */
function textBox(element: Element): Box | undefined {
  const inner = [...element.children];
  const lines = element.tagName === 'text' && inner.length > 0 ? inner : [element];
  const width = Math.max(...lines.map((line) => textWidth(line.textContent)));
  if (width === 0) return undefined;
  const baselines = lines.map((line) => lengthOf(line.getAttribute('y') ?? element.getAttribute('y')) + lengthOf(line.getAttribute('dy')));
  const middle = lengthOf((lines[0] ?? element).getAttribute('x') ?? element.getAttribute('x'));
  return {
    left: middle - width / 2,
    top: Math.min(...baselines) - ascent,
    right: middle + width / 2,
    bottom: Math.max(...baselines) + descent,
  };
}

/** Returns the width of a text in px. */
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

/** Rounds to hundredths of a px, to keep the files small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
