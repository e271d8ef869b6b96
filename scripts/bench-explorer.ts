// How soon the explorer shows a choice, with as many services as one likes.
import type { Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { slow } from './bench-slow.ts';
import { builtFile } from './built.ts';
import { origin } from './serve.ts';

/** Changes of a filter that are timed. */
export const choices = 30;

/** The built explorer, with so many services as if each were recorded several times: its data, rows, lists and choices. */
function explorerWith(count: number): string {
  const { document } = parseHTML(builtFile('explore/index.html'));
  const block = document.querySelector('tide-explorer script[type="application/json"]');
  const shape = z.looseObject({ services: z.array(z.looseObject({ id: z.string() })) });
  const data = shape.parse(JSON.parse(block?.textContent ?? ''));
  const known = data.services.length;
  const copyOf = (copy: number, id: string): string => (copy === 0 ? id : `${id}-copy-${copy}`);
  const copies = Math.ceil(count / known);
  const kept = new Set<string>();
  data.services = Array.from({ length: copies }, (_, copy) =>
    data.services.map((service) => ({ ...service, id: copyOf(copy, service.id) })),
  )
    .flat()
    .slice(0, count);
  for (const { id } of data.services) kept.add(id);
  if (block) block.textContent = JSON.stringify(data).replaceAll('<', '\\u003c');
  const multiply = (selector: string, attribute: string, idIn: RegExp): void => {
    for (const element of [...document.querySelectorAll(selector)]) {
      const value = element.getAttribute(attribute) ?? '';
      const id = idIn.exec(value)?.[1] ?? '';
      for (let copy = copies - 1; copy > 0; copy--) {
        if (!kept.has(copyOf(copy, id))) continue;
        element.setAttribute(attribute, value.replace(id, copyOf(copy, id)));
        element.parentNode?.append(element.cloneNode(true));
      }
      element.setAttribute(attribute, value);
    }
  };
  multiply('[data-matrix] tbody tr', 'data-row', /^([^.]+)\./u);
  multiply('select[name="services"] > option[value]:not([value=""])', 'value', /^([^.]+)/u);
  for (const list of document.querySelectorAll('.block-links')) {
    const links = [...list.querySelectorAll('li')];
    for (let copy = 1; copy < copies; copy++) list.append(...links.map((link) => link.cloneNode(true)));
  }
  const status = document.querySelector('tide-explorer [data-status]');
  if (status) status.textContent = `All ${count} services`;
  const rows = document.querySelectorAll('[data-matrix] tbody tr').length;
  if (data.services.length !== count || rows < count)
    throw new Error(`made ${data.services.length} services in ${rows} rows: wanted ${count}`);
  return `<!doctype html>${document.documentElement.outerHTML}`;
}

/**
 * Milliseconds from the change of a filter to the end of the next frame, which shows the choice and what it leaves,
 * and to the end of the first in which edges have moved: each of `choices` changes.
 * @param count of services, made up from those recorded
 */
export async function choiceDrawn(
  page: Page,
  count: number,
): Promise<{ readonly next: readonly number[]; readonly moving: readonly number[] }> {
  const session = await page.context().newCDPSession(page);
  const body = explorerWith(count);
  await page.route(`${origin}/explore/`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(`${origin}/explore/`, { waitUntil: 'networkidle' });
  await page.getByText(`All ${count} services`).waitFor();
  // A reader's pointer brings the code of the controls before the first choice.
  const code = page.waitForResponse(/\/_astro\/explorer-view\.[^/]*\.js$/u);
  await page.locator('tide-explorer form').hover();
  await code;
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  return page.evaluate(async (wanted) => {
    // Who secures needs a layer; the other choices change what is left at every press.
    const radios = [...document.querySelectorAll<HTMLInputElement>('tide-explorer [name="category"]')];
    const areas = document.querySelector<HTMLSelectElement>('tide-explorer [name="area"]');
    const all = [
      ...radios.map((radio) => (): boolean => {
        if (radio.checked) return false;
        radio.click();
        return true;
      }),
      ...[...(areas?.options ?? [])].map(({ value }) => (): boolean => {
        if (!areas || areas.value === value) return false;
        areas.value = value;
        areas.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      }),
    ];
    const edges = (): string => [...document.querySelectorAll('tide-explorer .part')].map((part) => part.getAttribute('x')).join(' ');
    /** After the frame that has been asked for is painted: a message arrives then. */
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            resolve();
          });
          port1.start();
          port2.postMessage('');
        });
      });
    const next: number[] = [];
    const moving: number[] = [];
    for (let index = 0; next.length < wanted; index++) {
      const before = edges();
      const start = performance.now();
      if (all[index % all.length]?.() !== true) continue;
      await painted();
      next.push(performance.now() - start);
      while (edges() === before && performance.now() - start < 2000) await painted();
      moving.push(performance.now() - start);
      // Let the edges come to rest.
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
    }
    return { next, moving };
  }, choices);
}
