// A file that does not come costs its own part and no more: each script of each kind of page, lost in turn, and its styles.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, pathOf, views } from './views.ts';

/** In px: where the title stands at the latest without a sheet. */
const latestTitle = 1000;

/** Its script is so small that the page itself holds it: it cannot be lost. */
const withinPage = 'tide-story';

/** Paths of the files of one kind that a page asks for. */
async function filesOf(page: Page, address: string, ending: string): Promise<string[]> {
  const found = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(ending)) found.add(pathname);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return [...found];
}

/** Loads the page without the files. */
async function without(page: Page, address: string, lost: (pathname: string) => boolean): Promise<void> {
  await page.route(
    (url) => lost(url.pathname),
    (route) => route.abort(),
  );
  await page.goto(address, { waitUntil: 'load' });
}

interface Seen {
  /** Controls that are offered, though the script of the element they belong to does not run. */
  readonly dead: readonly string[];
  /** What can be read, line by line. */
  readonly lines: readonly string[];
  readonly told: boolean;
  /** What elements say or hold back whose own script runs, without white space. */
  readonly held: string;
  /** Whether any element of the main part waits for its script. */
  readonly waits: boolean;
}

function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const undefinedOwner = (element: Element): boolean => {
      const outside = element.closest('[data-of]')?.getAttribute('data-of');
      for (let each: Element | null = element; each; each = each.parentElement)
        if (each.localName.includes('-') && !customElements.get(each.localName)) return true;
      return outside !== undefined && outside !== null && !customElements.get(`tide-${outside}`);
    };
    const main = document.querySelector('main');
    return {
      dead: [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, progress')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, .sl-menu-button'))
        .filter(undefinedOwner)
        .map((element) => element.outerHTML.slice(0, 100)),
      lines: (main?.innerText ?? '').split('\n').map((line) => line.trim()),
      held: [...(main?.querySelectorAll('[data-live]') ?? [])].map(({ textContent }) => textContent.replaceAll(/\s/gu, '')).join('\n'),
      told: document.querySelector<HTMLElement>('[data-lost]')?.checkVisibility() === true,
      waits: [...(main?.querySelectorAll('*') ?? [])].some(
        (element) => element.localName.startsWith('tide-') && !customElements.get(element.localName),
      ),
    };
  });
}

/** Pages without scripts of their own are alike: the questions stand for them. */
const alike = new Set([
  'retired service',
  'list of services',
  'changes',
  'no connection',
  'no such page',
  'guide',
  'glossary',
  'cases',
  'summary',
]);

/** What every page loads; asked for once. */
let shared: readonly string[] | undefined;

for (const view of views.filter(({ name }) => !alike.has(name))) {
  const address = pathOf(view);
  test(`${view.name} (${address}) offers no dead control and hides nothing, whichever script is lost`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const still = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    const unscripted = await still.newPage();
    await unscripted.goto(address);
    const complete = (await unscripted.locator('main').innerText()).split('\n').map((line) => line.trim());
    await still.close();
    const own = await filesOf(page, address, '.js');
    // What every page loads is lost on the first page alone.
    shared ??= await filesOf(page, '/404.html', '.js');
    const everywhere = view === views[0] ? [] : shared;
    const scripts = own.filter((script) => !everywhere.includes(script));
    const problems: string[] = [];
    let waited = 0;
    for (const lost of [...scripts, 'all of them']) {
      await page.unrouteAll();
      await without(page, address, (pathname) => (lost === 'all of them' ? pathname.endsWith('.js') : pathname === lost));
      await expect(page.locator('html')).not.toHaveAttribute('data-pending');
      const { dead, lines, held, told, waits } = await look(page);
      problems.push(...dead.map((control) => `without ${lost}: ${control} is offered`));
      if (!waits) continue;
      waited += 1;
      if (!told && view.name !== 'page for frames') problems.push(`without ${lost}: nothing says so`);
      const left = new Set(lines);
      problems.push(
        ...complete
          .filter((line) => !left.has(line) && !held.includes(line.replaceAll(/\s/gu, '')))
          .map((line) => `without ${lost}: "${line.slice(0, 80)}" is hidden`),
      );
    }
    expect(problems.slice(0, 20)).toEqual([]);
    // The check above is of no use where nothing ever waited.
    const upgraded = await page
      .locator('main')
      .evaluate(
        (main, inline) => [...main.querySelectorAll('*')].some(({ localName }) => localName.startsWith('tide-') && localName !== inline),
        withinPage,
      );
    expect(waited > 0).toBe(upgraded);
  });

  test(`${view.name} (${address}) waits for no style sheet, and stays readable without any`, async ({ page }) => {
    const sheets = await filesOf(page, address, '.css');
    expect(sheets).toEqual([]);
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    // As where a proxy put a policy of its own in front of the page, which allows none.
    await page.route(
      (url) => url.pathname === address,
      async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(/<style>[\s\S]*?<\/style>/gu, '') });
      },
    );
    await page.goto(address, { waitUntil: 'load' });
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
    const found = await page.evaluate(() => {
      const covered = (element: Element): string => {
        element.scrollIntoView({ block: 'center' });
        const box = element.getClientRects()[0];
        if (!box) return 'is not there';
        const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
        return at && (element.contains(at) || at.contains(element)) ? '' : `is covered by ${at?.outerHTML.slice(0, 80) ?? 'nothing'}`;
      };
      const title = document.querySelector('h1');
      const first = document.querySelector('main p:not([hidden])');
      return {
        top: title ? title.getBoundingClientRect().top + scrollY : Infinity,
        covered: [title, first].flatMap((element) => (element ? [covered(element)] : ['has no element'])).filter((said) => said !== ''),
      };
    });
    expect(found.covered).toEqual([]);
    expect(found.top).toBeLessThanOrEqual(latestTitle);
  });
}

test('a script that comes late is welcome', async ({ page }) => {
  await page.clock.install();
  let send = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(/\/_astro\/.*\.js$/u, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('/services/amazon-rds/', { waitUntil: 'commit' });
  const options = page.locator('input[name="option"]').first();
  await expect(page.locator('.tl-footer')).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(page.locator('[data-lost]')).toBeVisible();
  await expect(options).toBeHidden();
  send();
  await expect(options).toBeVisible();
  await expect(page.locator('[data-lost]')).toBeHidden();
});

test('an answer that nothing judges is not sent to the server', async ({ page }) => {
  await page.route(/\/_astro\/lesson\.[^/]*\.js$/u, (route) => route.abort());
  await open(page, { address: '/guide/of-and-in-the-cloud/', shows: 'h1' });
  await expect(page.locator('.check-answer').first()).toBeVisible();
  await expect(page.locator('tide-check input').first()).toBeHidden();
  await page
    .locator('tide-check form')
    .first()
    .evaluate((form) => {
      if (form instanceof HTMLFormElement) form.querySelector('button')?.click();
    });
  await expect(page).toHaveURL('/guide/of-and-in-the-cloud/');
});
