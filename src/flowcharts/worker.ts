// Draws Mermaid flowcharts and sequence diagrams in a worker thread. Mermaid needs a browser's globals, which the rest of the build must not see.
// It receives a Task and sends an Answer. src/styles/mermaid.css colours the SVG.
import { parentPort } from 'node:worker_threads';
import { JSDOM } from 'jsdom';
import { boxOf, childrenBox, fontSize, round, textWidth } from './boxes.ts';
import { clean } from './clean.ts';
import { readTask } from './draw.ts';
import type { Answer } from './draw.ts';
import type { Picture } from './flowchart.ts';

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

// Draw one flowchart at a time, because Mermaid keeps its state in module variables.
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
    sequence: {
      useMaxWidth: false,
      mirrorActors: false,
      actorFontSize: fontSize,
      messageFontSize: fontSize,
      width: 76,
      height: 36,
      actorMargin: 14,
      wrapPadding: 4,
      boxMargin: 6,
      messageMargin: 26,
    },
  });
  const { svg } = await mermaid.render('drawing', source);
  const holder = document.createElement('div');
  // Safe, because jsdom neither runs scripts nor loads files here.
  holder.innerHTML = svg;
  const drawn = holder.querySelector('svg');
  if (!drawn) throw new Error('Mermaid returned no SVG');
  centreLabels(drawn);
  return clean(document, drawn, prefix, title);
}

/** Centres each label. Mermaid assumes that its box starts at 0, but the first baseline depends on the font. */
function centreLabels(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll('.edgeLabel > .label, .node > .label')) {
    const box = childrenBox(label);
    if (box) label.setAttribute('transform', `translate(${round(-(box.left + box.right) / 2)}, ${round(-(box.top + box.bottom) / 2)})`);
  }
}
