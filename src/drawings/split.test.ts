import { setTimeout as wait } from 'node:timers/promises';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Chosen } from '../model/split/filter.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import type { Names } from '../model/split/names.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { countsScene, splitScene } from '../scenes/split.ts';
import type { SplitScene } from '../scenes/split.ts';
import { drawSplit, drawSplitPanel } from './split.ts';

const layers: Names['layers'] = [
  { id: 'network', name: 'Network and firewall', question: 'Who decides what can reach it?' },
  { id: 'platform', name: 'Platform & runtime', question: 'Who installs <patches>?' },
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
  { id: 'application', name: 'Application code', question: 'Who writes it?' },
];
const names: Names = { layers, parties, defaults };
const common = { detail: 'If you do nothing, nothing happens.', source: ['https://docs.aws.amazon.com/store/latest/dg/patching.html'] };
const cells: Readonly<Partial<Record<LayerId, Cell>>> = {
  network: { party: 'customer', default: 'yours', you: 'Close the door', ...common },
  platform: { party: 'shared', default: 'partly', you: 'Choose a window', aws: 'Patches in it', ...common },
  os: { party: 'aws', default: 'done', aws: 'Patches it', with: 'Red Hat', ...common },
};
const absent: Cell = { party: 'none', reason: 'None of your code runs here', ...common };

const chosen = (...codes: readonly string[]): Chosen[] =>
  codes.map((code, index) => {
    const option = {
      id: 'default',
      name: 'Default',
      category: 'managed' as const,
      parties: decodeParties(code),
      defaults: decodeDefaults('d'.repeat(14)),
    };
    return { service: { id: `service-${index}`, short: `Service ${index}`, area: 'compute', options: [option] }, option };
  });
const counts = (...codes: readonly string[]): SplitScene =>
  countsScene(names, chosen(...codes), ({ service }) => `/services/${service.id}/`);

const scenes: Readonly<Record<string, SplitScene>> = {
  'a service': splitScene(
    names,
    mapLayers((layer) => cells[layer] ?? absent),
  ),
  'another service': splitScene(
    names,
    mapLayers((layer) => (layer === 'network' ? absent : { party: 'shared', default: 'partly', you: 'Look', aws: 'Looks', ...common })),
  ),
  counts: counts('cccccccccccccc', 'aaaaaaaaaaaaaa', 'ssssssssssssss', 'nnnnnnnnnnnnnn', 'ccsccsssssaaaa'),
  'other counts': counts('aaaaaaaaaaaaaa', 'cccccccccccccc'),
  'counts of nothing': counts(),
  'fewer layers': {
    bands: splitScene(
      { ...names, layers: layers.slice(1, 3) },
      mapLayers(() => absent),
    ).bands,
  },
};

function emptyList(): HTMLOListElement {
  const list = parseHTML('<!doctype html><html><body><ol></ol></body></html>').document.querySelector('ol');
  if (!list) throw new Error('linkedom did not parse the list');
  return list;
}

function draw(list: Element, scene: SplitScene, duration = 0): string {
  drawSplit(list, scene, { duration, group: 'layer', panel: 'all' });
  return list.innerHTML;
}

/** One element a line, so that a changed snapshot shows what changed. */
const lines = (markup: string): string => `${markup.replaceAll('><', '>\n<')}\n`;

/** The list as a browser finds it: parsed from the build's markup, with no data bound. */
function parsed(markup: string): Element {
  const list = parseHTML(`<!doctype html><html><body><ol>${markup}</ol></body></html>`).document.querySelector('ol');
  if (!list) throw new Error('linkedom did not parse the list');
  return list;
}

describe('the picture', () => {
  it.each([
    ['a service', 'service'],
    ['counts', 'counts'],
  ])('of %s', async (name, file) => {
    await expect(lines(draw(emptyList(), sceneOf(name)))).toMatchFileSnapshot(`__snapshots__/split-${file}.html`);
  });

  it('takes text for text', () => {
    const markup = draw(emptyList(), sceneOf('a service'));
    expect(markup).toContain('Platform &amp; runtime');
    expect(markup).toContain('Who installs &lt;patches');
    expect(markup).not.toContain('style=');
  });
});

const sceneNames = Object.keys(scenes);

function sceneOf(name: string): SplitScene {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene of ${name}`);
  return scene;
}

describe('drawing again', () => {
  it.each(sceneNames)('changes nothing: %s', (name) => {
    const list = emptyList();
    const once = draw(list, sceneOf(name));
    const [item] = list.children;
    expect(draw(list, sceneOf(name))).toBe(once);
    expect(list.children[0]).toBe(item);
  });

  it.each(sceneNames)('changes nothing on what the build drew: %s', (name) => {
    const once = draw(emptyList(), sceneOf(name));
    expect(draw(parsed(once), sceneOf(name))).toBe(once);
  });

  it.each(sceneNames.flatMap((from) => sceneNames.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'turns %s into %s as if drawn fresh',
    (from, to) => {
      const fresh = draw(emptyList(), sceneOf(to));
      const list = emptyList();
      const before = draw(list, sceneOf(from));
      expect(draw(list, sceneOf(to))).toBe(fresh);
      expect(draw(parsed(before), sceneOf(to))).toBe(fresh);
    },
  );

  it('keeps the elements of a layer, and the panel a reader opened', () => {
    const list = emptyList();
    draw(list, sceneOf('a service'));
    const details = list.querySelector('[data-layer="os"] details');
    const edge = list.querySelector('[data-layer="os"] rect.aws');
    details?.setAttribute('open', '');
    draw(list, sceneOf('another service'));
    expect(list.querySelector('[data-layer="os"] details')).toBe(details);
    expect(list.querySelector('[data-layer="os"] rect.aws')).toBe(edge);
    expect(details?.hasAttribute('open')).toBe(true);
  });
});

describe('panels drawn as they open', () => {
  it('end up as if all had been drawn at once', () => {
    const fresh = draw(emptyList(), sceneOf('other counts'));
    const list = emptyList();
    draw(list, sceneOf('counts'));
    drawSplit(list, sceneOf('other counts'), { duration: 0, group: 'layer', panel: 'os' });
    expect(list.querySelector('[data-layer="os"] .panel')?.outerHTML).toBe(
      parsed(fresh).querySelector('[data-layer="os"] .panel')?.outerHTML,
    );
    expect(list.innerHTML).not.toBe(fresh);
    for (const { id } of layers) drawSplitPanel(list, sceneOf('other counts'), id);
    expect(list.innerHTML).toBe(fresh);
  });
});

describe('edges that take time', () => {
  it('arrive where they would have been set at once', async () => {
    const list = emptyList();
    draw(list, sceneOf('a service'));
    draw(list, sceneOf('another service'), 30);
    await expect.poll(() => list.innerHTML).toBe(draw(emptyList(), sceneOf('another service')));
  });

  it('stop where a later scene is set at once', async () => {
    const list = emptyList();
    const service = draw(list, sceneOf('a service'));
    draw(list, sceneOf('another service'), 40);
    draw(list, sceneOf('a service'));
    await wait(120);
    expect(list.innerHTML).toBe(service);
  });
});
