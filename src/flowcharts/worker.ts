// Draws Mermaid flowcharts in a thread of its own: Mermaid wants a browser's globals, and nothing else in the build should meet them.
// In: tasks, each a source, a prefix for ids, a title. Out: for each an SVG that a strict content security policy accepts, coloured by src/styles/mermaid.css.
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { openSync } from 'fontkit';
import { JSDOM } from 'jsdom';
import { readTask } from './flowchart.ts';
import type { Answer, Picture } from './flowchart.ts';

/** The face the site sets its text in: what is measured here is what a reader sees. */
const fontFile = path.resolve('public/fonts/source-sans-3.woff2');
/** As in src/styles/mermaid.css. */
const fontSize = 15;
/** A reader's browser may show a wider fallback face, or wider spacing, than the font measured here. */
const slack = 1.1;
const margin = 4;

// Only what is named in these lists passes from Mermaid's SVG to ours.
const shapes = ['rect', 'polygon', 'path', 'circle', 'ellipse', 'line'];
const geometry = [
  'd',
  'x',
  'y',
  'width',
  'height',
  'rx',
  'ry',
  'points',
  'cx',
  'cy',
  'r',
  'x1',
  'y1',
  'x2',
  'y2',
  'dy',
  'text-anchor',
  'transform',
];
const markerGeometry = ['viewBox', 'refX', 'refY', 'markerUnits', 'markerWidth', 'markerHeight', 'orient'];
const parties = ['you', 'aws', 'shared'];
const roles: readonly (readonly [selector: string, role: string])[] = [
  ['g.node', 'mermaid-node'],
  ['g.node > .label-container', 'mermaid-shape'],
  ['g.cluster', 'mermaid-group'],
  ['g.cluster > rect', 'mermaid-group-shape'],
  ['path.flowchart-link', 'mermaid-edge'],
  ['path.edge-pattern-dotted', 'mermaid-edge-dotted'],
  ['g.edgeLabel', 'mermaid-edge-label'],
  ['g.edgeLabel rect', 'mermaid-edge-ground'],
  ['marker > *', 'mermaid-arrow'],
];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const font = openSync(fontFile);
const ascent = (font.ascent / font.unitsPerEm) * fontSize;
const descent = (-font.descent / font.unitsPerEm) * fontSize;

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
const { document } = window;

Object.defineProperties(window.SVGElement.prototype, {
  getBBox: {
    value(this: SVGElement) {
      const { left, top, right, bottom } = boxOf(this) ?? { left: 0, top: 0, right: 0, bottom: 0 };
      return { x: left, y: top, width: right - left, height: bottom - top };
    },
  },
  getComputedTextLength: {
    value(this: SVGElement) {
      return textWidth(this.textContent);
    },
  },
});
for (const name of [
  'CSSStyleRule',
  'CSSStyleSheet',
  'DOMParser',
  'Element',
  'HTMLElement',
  'Node',
  'SVGElement',
  'XMLSerializer',
  'getComputedStyle',
]) {
  Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true, writable: true });
}
Object.assign(globalThis, { window, document });

// One after the other: Mermaid keeps its state in module variables.
let queue = Promise.resolve();
parentPort?.on('message', (value: unknown) => {
  queue = queue.then(async () => {
    const task = readTask(value);
    let answer: Answer;
    try {
      answer = { id: task.id, picture: await draw(task.source, task.prefix, task.title) };
    } catch (error) {
      answer = { id: task.id, trouble: error instanceof Error ? error.message : String(error) };
    }
    parentPort?.postMessage(answer);
  });
});

async function draw(source: string, prefix: string, title: string): Promise<Picture> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    look: 'classic',
    layout: 'dagre',
    theme: 'base',
    htmlLabels: false,
    fontSize,
    flowchart: {
      minNodeWidth: 0,
      htmlLabels: false,
      curve: 'rounded',
      wrappingWidth: 600,
      nodeSpacing: 16,
      rankSpacing: 46,
      padding: 6,
      useMaxWidth: false,
    },
  });
  const { svg } = await mermaid.render('drawing', source);
  const holder = document.createElement('div');
  // jsdom keeps the document to itself: nothing runs, nothing loads.
  holder.innerHTML = svg;
  const drawn = holder.querySelector('svg');
  if (!drawn) throw new Error('Mermaid returned no SVG');
  centreLabels(drawn);
  return clean(drawn, prefix, title);
}

/** Mermaid places a label as if its box began at 0; where the first baseline lies depends on the font. */
function centreLabels(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll('.edgeLabel > .label, .node > .label')) {
    const box = childrenBox(label);
    if (box) label.setAttribute('transform', `translate(${round(-(box.left + box.right) / 2)}, ${round(-(box.top + box.bottom) / 2)})`);
  }
}

function clean(drawn: SVGSVGElement, prefix: string, title: string): Picture {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const names = new Map<string, string>();
  const nodes = drawn.querySelector('g.root');
  if (!nodes) throw new Error('Mermaid returned no drawing; only flowcharts are supported');

  for (const end of ['marker-start', 'marker-end']) {
    for (const edge of drawn.querySelectorAll(`path[${end}]`)) {
      const id = /#([^)"]+)/u.exec(edge.getAttribute(end) ?? '')?.[1];
      if (id !== undefined) names.set(id, `${prefix}-arrow-${[...names.keys(), id].indexOf(id) + 1}`);
    }
  }
  const heading = svg.appendChild(document.createElementNS(svg.namespaceURI, 'title'));
  heading.setAttribute('id', `${prefix}-title`);
  heading.textContent = title;
  for (const [id, name] of names) {
    const marker = [...drawn.querySelectorAll('marker')].find((each) => each.id === id);
    if (!marker) throw new Error(`Mermaid drew no arrow head "${id}"`);
    const copy = svg.appendChild(document.createElementNS(svg.namespaceURI, 'marker'));
    copyAttributes(marker, copy, markerGeometry);
    copy.setAttribute('id', name);
    for (const child of marker.children) copyInto(child, copy, names);
  }
  for (const child of nodes.children) copyInto(child, svg, names);

  const box = childrenBox(svg);
  if (!box) throw new Error('the picture is empty');
  const width = Math.ceil(box.right - box.left + 2 * margin);
  const height = Math.ceil(box.bottom - box.top + 2 * margin);
  svg.setAttribute('viewBox', `${round(box.left - margin)} ${round(box.top - margin)} ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('class', 'mermaid-picture');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${prefix}-title`);
  return { svg: svg.outerHTML, width };
}

function copyInto(from: Element, to: Element, names: ReadonlyMap<string, string>): void {
  const tag = from.tagName;
  if (tag !== 'g' && tag !== 'text' && tag !== 'tspan' && !shapes.includes(tag)) throw new Error(`<${tag}> is not allowed in a picture`);
  if (isBlank(from)) return;
  const copy = to.appendChild(document.createElementNS(to.namespaceURI, tag));
  copyAttributes(from, copy, geometry);
  if (tag === 'text') copy.setAttribute('text-anchor', 'middle');
  const classes = roles.filter(([selector]) => from.matches(selector)).map(([, role]) => role);
  if (from.matches('g.node')) classes.push(...parties.filter((party) => from.classList.contains(party)));
  if (classes.length > 0) copy.setAttribute('class', classes.join(' '));
  for (const end of ['marker-start', 'marker-end']) {
    const id = /#([^)"]+)/u.exec(from.getAttribute(end) ?? '')?.[1];
    if (id !== undefined) copy.setAttribute(end, `url(#${names.get(id) ?? ''})`);
  }
  // Mermaid writes a tspan for every word; a line is enough, as labels are plain text.
  if (tag === 'tspan' || from.children.length === 0) copy.textContent = from.textContent;
  else for (const child of from.children) copyInto(child, copy, names);
}

/** Empty groups, boxes without a size, and labels that say nothing. */
function isBlank(element: Element): boolean {
  if (element.matches('g.edgeLabel') && element.textContent.trim() === '') return true;
  return (element.tagName === 'g' && element.children.length === 0) || (element.tagName === 'rect' && !element.hasAttribute('width'));
}

function copyAttributes(from: Element, to: Element, names: readonly string[]): void {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value !== null)
      to.setAttribute(
        name,
        value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/gu, (digits) => String(round(Number(digits)))),
      );
  }
}

// ---- Measuring: boxes in the element's own coordinates, as a browser's getBBox gives them. ----

function boxOf(element: Element): Box | undefined {
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

function childrenBox(element: Element): Box | undefined {
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

function textWidth(text: string): number {
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

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
