// Copies the allowed elements and attributes of Mermaid's SVG into a new one, with our own classes.
import { childrenBox, round } from './boxes.ts';
import type { Picture } from './flowchart.ts';

const margin = 4;

// Elements and attributes that are not in these lists are dropped or refused.
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
  ['g[data-type="participant"]', 'mermaid-node'],
  ['rect.actor', 'mermaid-shape'],
  ['line.actor-line', 'mermaid-lifeline'],
  ['.messageLine0, .messageLine1', 'mermaid-edge'],
  ['.messageLine1', 'mermaid-edge-dotted'],
  ['text.messageText', 'mermaid-message'],
];

/**
 * Copies Mermaid's drawing into a new SVG that a strict content security policy allows.
 * @param prefix the start of every id in the new SVG
 * @param title the accessible name of the picture
 * @throws Error if there is no drawing, or if it contains an element that is not allowed
 */
export function clean(document: Document, drawn: SVGSVGElement, prefix: string, title: string): Picture {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const names = new Map<string, string>();
  const sequence = drawn.querySelector('.actor') !== null;
  const nodes = sequence ? drawn : drawn.querySelector('g.root');
  if (!nodes) throw new Error('Mermaid returned no drawing; only flowcharts and sequences are supported');

  for (const end of ['marker-start', 'marker-end']) {
    for (const edge of drawn.querySelectorAll(`:is(path, line)[${end}]`)) {
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
  for (const child of nodes.children) if (child.tagName !== 'defs' && child.tagName !== 'style') copyInto(child, svg, names);
  if (sequence) endLifelines(svg);

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
  const copy = to.appendChild(to.ownerDocument.createElementNS(to.namespaceURI, tag));
  copyAttributes(from, copy, geometry);
  if (tag === 'text') copy.setAttribute('text-anchor', 'middle');
  // Without the attribute that puts the middle of the letters there, the baseline stands lower by a third of them.
  if (
    tag === 'tspan'
      ? from.parentElement?.hasAttribute('dominant-baseline') === true
      : from.hasAttribute('dominant-baseline') && from.children.length === 0
  )
    copy.setAttribute('dy', `${round(Number.parseFloat(from.getAttribute('dy') ?? '0') + 0.33)}em`);
  const classes = roles.filter(([selector]) => from.matches(selector)).map(([, role]) => role);
  if (from.matches('g.node')) classes.push(...parties.filter((party) => from.classList.contains(party)));
  // A sequence has no classes of its own: the id of a participant names its party.
  if (from.matches('g[data-type="participant"]')) classes.push(...parties.filter((party) => from.getAttribute('data-id') === party));
  if (classes.length > 0) copy.setAttribute('class', classes.join(' '));
  for (const end of ['marker-start', 'marker-end']) {
    const id = /#([^)"]+)/u.exec(from.getAttribute(end) ?? '')?.[1];
    if (id !== undefined) copy.setAttribute(end, `url(#${names.get(id) ?? ''})`);
  }
  // Mermaid writes a tspan for each word. Labels are plain text, so one for each line is enough.
  if (tag === 'tspan' || from.children.length === 0) copy.textContent = from.textContent;
  else for (const child of from.children) copyInto(child, copy, names);
}

/** Mermaid draws lifelines far longer than the sequence: they end a little below its last message. */
function endLifelines(svg: Element): void {
  const lines = [...svg.querySelectorAll('.mermaid-lifeline')];
  for (const line of lines) line.setAttribute('y2', line.getAttribute('y1') ?? '0');
  const bottom = (childrenBox(svg)?.bottom ?? 0) + 3 * margin;
  for (const line of lines) line.setAttribute('y2', String(round(bottom)));
}

/** Returns whether an element is an empty group, a box without a size or a label without text. */
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
