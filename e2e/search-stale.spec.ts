// What the search must not mix: two questions, and two builds of the site.
import { expect } from '@playwright/test';
import type { Route } from '@playwright/test';
import { ask, field, pages, passages, services, test, told } from './search-page.ts';

test('what one question found neither stays under the next nor is opened by Enter', async ({ page }) => {
  await ask(page, 'teamwork');
  await expect(told(page)).toHaveText(/^No answer found\. The words are in .*\d+ pages$/u);
  await expect(pages(page).first()).toBeVisible();
  let asked = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(/\/pagefind\/(?:index|fragment)\//u, async (route) => {
    asked += 1;
    await opened;
    await route.continue();
  });
  await field(page).fill('xylophone quokka');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('Searching …');
  await expect(pages(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  open();
  await expect(told(page)).toContainText('Nothing found for “xylophone quokka”.');
  await expect(page).toHaveURL('/');
});

/** As the server sends it after the next build. */
const fulfillLater = async (route: Route): Promise<void> => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.text()).replace(/"revision":"[^"]*"/u, '"revision":"later"') });
};

for (const { file, query, found } of [
  { file: 'answers', query: 'who patches rds', found: services },
  { file: 'passages', query: 'rehearse', found: passages },
  { file: 'details/*', query: 'selinux', found: passages },
])
  test(`${file}.json of another build than the names is not searched, which is said, and the page that is opened next searches it`, async ({
    page,
  }) => {
    await page.route(`**/search/${file}.json`, fulfillLater);
    await ask(page, query);
    await expect(told(page)).toContainText('Not all could be searched: the site has changed since you opened this page. Reload the page');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
    if (file === 'answers') await expect(page.locator('.answer h2')).toHaveCount(0);
    else await expect(passages(page)).toHaveCount(0);
    await page.unrouteAll();
    await ask(page, query, '/guide/');
    await expect(found(page).first()).toBeVisible();
    await expect(told(page)).not.toContainText('Not all');
  });
