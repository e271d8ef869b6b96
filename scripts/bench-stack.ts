// How soon the page of a reader's own services shows an act, with as many services as one likes.
import type { Page } from '@playwright/test';
import { slow } from './bench-slow.ts';
import { builtServices } from './built.ts';
import { origin } from './serve.ts';

/** What a reader does on the page, and how often it is timed. */
export const stackActs = ['tick', 'unfold', 'group', 'lens', 'remove'] as const;
export const stackTimes = 6;

export interface StackTimes {
  /** Rows of the list. */
  readonly duties: number;
  /** For each act the milliseconds from the input to the end of the next frame. */
  readonly next: Readonly<Record<(typeof stackActs)[number], readonly number[]>>;
  /** Milliseconds from choosing another grouping to the end of the frame that shows the last row. */
  readonly regrouped: readonly number[];
}

/** @param count of services, spread over all that are recorded */
export async function stackDrawn(page: Page, count: number): Promise<StackTimes> {
  const services = builtServices();
  const step = services.length / count;
  const chosen = Array.from({ length: count }, (_, at) => services[Math.floor(at * step)]?.id ?? '');
  await page.goto(`${origin}/stack/?services=${chosen.join(',')}`, { waitUntil: 'networkidle' });
  await page.locator('tide-stack[aria-busy="false"] .duty').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  return page.evaluate(async (times) => {
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
    const rest = (): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, 800);
      });
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`tide-stack ${selector}`)];
    const rows = (): number => all('.duty').length;
    const duties = rows();
    const time = async (act: () => void): Promise<number> => {
      const start = performance.now();
      act();
      await painted();
      const taken = performance.now() - start;
      await rest();
      return taken;
    };
    const other = (name: string): HTMLElement | undefined => all(`input[name="${name}"]`).find((each) => !each.matches(':checked'));
    const next: Record<'tick' | 'unfold' | 'group' | 'lens' | 'remove', number[]> = {
      tick: [],
      unfold: [],
      group: [],
      lens: [],
      remove: [],
    };
    const regrouped: number[] = [];
    for (let index = 0; index < times; index++) {
      next.tick.push(await time(() => all('[name="done"]')[index]?.click()));
      next.unfold.push(await time(() => all('.duty .more')[index]?.click()));
      const start = performance.now();
      const chosen = other('group');
      const by = chosen?.getAttribute('value');
      chosen?.click();
      await painted();
      next.group.push(performance.now() - start);
      // Layer and urgency have the same rows: the list is whole again once it has as many as before.
      while ((all('[data-part="list"]')[0]?.dataset['by'] !== by || rows() !== duties) && performance.now() - start < 5000) await painted();
      regrouped.push(performance.now() - start);
      await rest();
      next.lens.push(await time(() => other('lens')?.click()));
    }
    for (let index = 0; index < times; index++) next.remove.push(await time(() => all('[data-remove]')[1]?.click()));
    return { duties, next, regrouped };
  }, stackTimes);
}
