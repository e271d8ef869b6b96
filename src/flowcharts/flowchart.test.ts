import { readFileSync, readdirSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawFlowchart } from './draw.ts';
import { drawnFile, folder, prefixOf, readFlowchart } from './flowchart.ts';

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mmd'))
  .map((file) => file.replace('.mmd', ''));

function parse(svg: string): SVGSVGElement {
  const root = parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelector('svg');
  if (!root) throw new Error('no svg');
  return root;
}

function numbers(value: string | null): number[] {
  return Array.from(value?.matchAll(/-?\d*\.?\d+/gu) ?? [], ([digits]) => Number(digits));
}

/** Returns the visible lines of each <text>. */
function linesOf(element: Element): string[] {
  return [...element.querySelectorAll('text')].map((text) => [...text.children].map((line) => line.textContent.trim()).join(' '));
}

/** Returns the origin of an element's coordinates, in coordinates of the picture. */
function origin(element: Element): { readonly x: number; readonly y: number } {
  let x = 0;
  let y = 0;
  for (let each: Element | null = element; each; each = each.parentElement) {
    const [dx = 0, dy = 0] = numbers(each.getAttribute('transform'));
    x += dx;
    y += dy;
  }
  return { x, y };
}

it('finds at least three pictures', () => {
  expect(names.length).toBeGreaterThanOrEqual(3);
});

describe.each(names)('%s', (name) => {
  const source = readFileSync(`${folder}/${name}.mmd`, 'utf8');

  it('contains nothing that a strict content security policy blocks', async () => {
    const { svg } = await readFlowchart(name, 'A title');
    const root = parse(svg);
    expect(root.querySelector('style, script, foreignObject, a, image, use, iframe')).toBeNull();
    for (const element of [root, ...root.querySelectorAll('*')]) {
      for (const { name: attribute, value } of element.attributes) {
        expect(attribute).not.toMatch(/^(?:style|on.*|href|xlink:href|src)$/u);
        if (value.includes('url(')) expect(value).toMatch(/^url\(#mermaid-/u);
      }
    }
  });

  it('has an accessible name and unique ids', async () => {
    const { svg } = await readFlowchart(name, 'A title');
    const root = parse(svg);
    expect(root.getAttribute('role')).toBe('img');
    const titleId = root.getAttribute('aria-labelledby');
    expect(root.querySelector('title')?.id).toBe(titleId);
    expect(root.querySelector('title')?.textContent).toBe('A title');
    const ids = [...root.querySelectorAll('[id]')].map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.startsWith(`mermaid-${name}-`)).toBe(true);
    for (const edge of root.querySelectorAll('.mermaid-edge')) {
      const target = /#([^)]+)/u.exec(edge.getAttribute('marker-end') ?? '')?.[1];
      expect(ids).toContain(target);
    }
  });

  it('shows every label of the source, and its party', async () => {
    const { svg } = await readFlowchart(name, 'A title');
    const root = parse(svg);
    const sequence = source.startsWith('sequenceDiagram');
    const nodes = sequence
      ? [...source.matchAll(/participant (\w+) as (.+)/gu)].map(([, id = '', label = '']) => ({
          label,
          party: ['you', 'aws', 'shared'].includes(id) ? id : undefined,
        }))
      : [...source.matchAll(/\["([^"]+)"\](?::::(\w+))?/gu)].map(([, label = '', party]) => ({
          label: label.replaceAll('<br>', ' '),
          party,
        }));
    expect(nodes.length).toBeGreaterThan(2);
    const drawn = new Map([...root.querySelectorAll('.mermaid-node')].map((node) => [linesOf(node).join(' '), node]));
    expect([...drawn.keys()].sort()).toEqual(nodes.map(({ label }) => label).sort());
    for (const { label, party } of nodes) {
      if (party !== undefined) expect(drawn.get(label)?.classList.contains(party), label).toBe(true);
    }
    if (sequence) {
      const said = [...source.matchAll(/>>\w+: (.+)/gu)].flatMap(([, text = '']) => text.split('<br>'));
      const read = [...root.querySelectorAll('text')].filter((text) => !text.closest('.mermaid-node')).map((text) => text.textContent);
      expect(read).toEqual(said);
      expect(root.querySelectorAll('.mermaid-edge').length).toBe(source.match(/>>/gu)?.length);
      // Lifelines end below the last message, not where Mermaid lets them run to.
      const ends = [...root.querySelectorAll('.mermaid-lifeline')].map((line) => Number(line.getAttribute('y2')));
      expect(new Set(ends).size).toBe(1);
      const lowest = Math.max(...[...root.querySelectorAll('.mermaid-edge')].map((line) => Number(line.getAttribute('y1'))));
      expect(ends[0]).toBeGreaterThan(lowest);
      expect(ends[0]).toBeLessThan(lowest + 30);
      return;
    }
    const edges = [...source.matchAll(/-- (\S.*?) -->/gu)].map(([, label]) => label);
    expect([...root.querySelectorAll('.mermaid-edge-label')].flatMap(linesOf).sort()).toEqual(edges.sort());
  });

  it('keeps nodes and edge labels inside the picture, and centres labels', async () => {
    const { svg, width } = await readFlowchart(name, 'A title');
    const root = parse(svg);
    const [left = 0, top = 0, across = 0, down = 0] = numbers(root.getAttribute('viewBox'));
    expect(across).toBe(width);
    for (const box of root.querySelectorAll('.mermaid-edge-ground, rect.mermaid-shape')) {
      const { x, y } = origin(box);
      const [bx = 0, by = 0, bw = 0, bh = 0] = ['x', 'y', 'width', 'height'].map((attribute) => Number(box.getAttribute(attribute)));
      expect(x + bx).toBeGreaterThanOrEqual(left);
      expect(y + by).toBeGreaterThanOrEqual(top);
      expect(x + bx + bw).toBeLessThanOrEqual(left + across);
      expect(y + by + bh).toBeLessThanOrEqual(top + down);
      const label = box.closest('.mermaid-edge-label');
      if (label) {
        expect(y + by + bh / 2).toBeCloseTo(origin(label).y, 1);
        expect(x + bx + bw / 2).toBeCloseTo(origin(label).x, 1);
      }
    }
  });

  it('matches what Mermaid draws now', async () => {
    const { svg } = await drawFlowchart(source, prefixOf(name), '');
    expect(readFileSync(`${folder}/${name}.svg`, 'utf8')).toBe(drawnFile(source, svg));
  });

  it('fits a phone', async () => {
    expect((await readFlowchart(name, 'A title')).width).toBeLessThanOrEqual(384);
  });
});

describe('a flowchart', () => {
  it('is reported with its file if its name is invalid or the file is missing', async () => {
    await expect(readFlowchart('no-such-picture', 'A title')).rejects.toThrow('no-such-picture.mmd');
    await expect(readFlowchart('../secrets', 'A title')).rejects.toThrow('not a valid flowchart name');
  });

  it('is refused if it is another kind of diagram or Mermaid cannot parse it', async () => {
    await expect(drawFlowchart('pie\n  "a": 1', 'x', 'A title')).rejects.toThrow('only flowcharts');
    await expect(drawFlowchart('flowchart TD\n  a[[[ --> ', 'x', 'A title')).rejects.toThrow(/parse error/iu);
  });

  it('is drawn without the markup in its labels', async () => {
    const { svg } = await drawFlowchart(
      'flowchart TD\n  a["<img src=x onerror=alert(1)>hello"] --> b["<script>alert(1)</script>there"]',
      'x',
      '<b>A title</b>',
    );
    const root = parse(svg);
    expect(root.querySelector('img, script, b')).toBeNull();
    expect(svg).not.toMatch(/<[^>]+onerror/u);
  });
});

it('takes a title as text', async () => {
  const { svg } = await readFlowchart('which-category', 'Yours & <b>theirs</b> $&');
  expect(parse(svg).querySelector('title')?.textContent).toBe('Yours & <b>theirs</b> $&');
});
