// Reading a stack from a reader's own files: typed, chosen, dropped and pasted, stopped, and with files of the page that do not come.
import { expect, test } from '@playwright/test';
import { choose, drop, file, filled, link, openIntake, part, terraform, told, unfold } from './stack-intake-page.ts';

test('a list that is typed becomes the link of a stack', async ({ page }) => {
  const intake = await openIntake(page);
  await intake.getByLabel('Or a list').fill('RDS, S3\nEKS on Fargate');
  await intake.getByRole('button', { name: 'Read the text' }).click();
  await expect(told(page)).toHaveText('3 services were recognised: 3 entries in 1 file.');
  await expect(link(page)).toHaveText('Show my stack of 3 services');
  expect(await link(page).getAttribute('href')).toBe('/stack/?services=amazon-rds,amazon-s3,amazon-eks.fargate');
  // Nothing was asked for that needs Terraform's grammar.
  await intake.getByRole('checkbox', { name: /Amazon S3/u }).uncheck();
  await expect(link(page)).toHaveText('Show my stack of 2 services');
});

test('the link shows the stack on the same page, and the box steps aside', async ({ page }) => {
  const intake = await openIntake(page);
  await intake.getByLabel('Or a list').fill('RDS, S3');
  await intake.getByRole('button', { name: 'Read the text' }).click();
  await link(page).click();
  await expect(page).toHaveURL('/stack/?services=amazon-rds,amazon-s3');
  await expect(page.locator('tide-stack .stack-members li')).toHaveCount(2);
  await expect(intake.locator('form')).toBeHidden();
  await expect(page.locator('tide-stack [data-part="status"]')).toBeFocused();
});

test('chosen files say what is run, ask what they leave open, and name the rest', async ({ page }) => {
  await openIntake(page);
  await choose(page, [
    file('main.tf', terraform),
    file(
      'template.yaml',
      'Resources:\n  A:\n    Type: AWS::S3::Bucket\n  M:\n    Type: AWS::CDK::Metadata\n  B:\n\tType: AWS::SQS::Queue\n',
    ),
    file('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)),
  ]);
  await expect(told(page)).toContainText('2 services were recognised');
  const box = page.locator('tide-intake [data-result]');
  await expect(box.getByRole('checkbox', { name: /^Amazon EKS, Fargate/u })).toBeChecked();
  const question = box.getByRole('group', { name: /package_type is var\.kind/u });
  await expect(question).toContainText('aws_lambda_function.job (main.tf, line 3)');
  await expect(question).toContainText(/Against AWS Lambda, .*More is yours in/u);
  await expect(link(page)).toHaveText('Show my stack of 3 services');
  await question.getByRole('checkbox', { name: /container image/iu }).check();
  expect(await link(page).getAttribute('href')).toContain('aws-lambda,aws-lambda.container-image');
  const weak = box.getByRole('group', { name: 'Perhaps' }).getByRole('checkbox', { name: /Amazon EC2/u });
  await expect(weak).not.toBeChecked();
  await weak.check();
  await expect(link(page)).toHaveText('Show my stack of 4 services');
  await expect(part(page, 'troubles')).toContainText('template.yaml, line 7: a tab where YAML needs spaces.');
  await expect(part(page, 'troubles')).toContainText('picture.png: binary data. Choose a text file');
  for (const [name, text] of [
    ['hidden', 'Module db, from example/db/aws (main.tf, line 10)'],
    ['read', 'Amazon VPC'],
    ['other', 'random'],
    ['scaffold', 'AWS::CDK::Metadata'],
    ['unknown', 'aws_nope'],
  ] as const) {
    await expect(part(page, name)).not.toHaveAttribute('open');
    await part(page, name).locator('summary').click();
    await expect(part(page, name)).toContainText(text);
  }
});

test('long names stay within the narrowest window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openIntake(page);
  const long = 'a'.repeat(190);
  await choose(page, [
    file(
      `${long}.tf`,
      `${terraform}resource "aws_${long}" "${long}" {}\nresource "aws_db_instance" "${long}" {\n  engine = var.${long}\n}\n`,
    ),
  ]);
  await unfold(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('files dropped anywhere are read, and the page stays', async ({ page }) => {
  await page.goto('/stack/');
  await expect(page.locator('tide-intake[data-live]')).toBeVisible();
  await drop(page, 'main.tf', terraform);
  await expect(told(page)).toContainText('1 service was recognised');
  await expect(page).toHaveURL('/stack/');
});

test('a long text that is pasted is read without being shown, a short one stands in the field', async ({ page }) => {
  const intake = await openIntake(page);
  const field = intake.locator('textarea');
  const paste = (text: string): Promise<void> =>
    field.evaluate((element, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await field.fill('RDS, ');
  await paste('S3');
  await expect(field).toHaveValue('RDS, S3');
  await expect(told(page)).toHaveText('');
  await paste(filled(terraform, 30_000));
  await expect(told(page)).toContainText('1 service was recognised');
  await expect(field).toHaveValue('RDS, S3');
});

test('with keys alone a list is read, its boxes ticked and its stack shown', async ({ page }) => {
  await page.goto('/stack/');
  const summary = page.locator('tide-intake[data-live] summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Files', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('SQS, SNS');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(told(page)).toContainText('2 services were recognised');
  // What was found does not take the focus; it comes next.
  await expect(page.getByRole('button', { name: 'Read the text' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(link(page)).toHaveText('Show my stack of 1 service');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/stack/?services=amazon-sns');
});

test.describe('what does not come', () => {
  test('a worker that is not there: said, with another way, and read again once it is', async ({ page }) => {
    await page.route(/\/_astro\/intake[^/]*\.js$/u, (route) => route.abort());
    const intake = await openIntake(page);
    await intake.getByLabel('Or a list').fill('S3');
    await intake.getByRole('button', { name: 'Read the text' }).click();
    await expect(intake.locator('[data-notice]')).toHaveText(/could not be started.*add your services by name/u);
    await page.unrouteAll();
    await intake.getByRole('button', { name: 'Try again' }).click();
    await expect(told(page)).toContainText('1 service was recognised');
    await expect(intake.locator('[data-notice]')).toBeHidden();
  });

  test('the names of services: said, and read again once they are there', async ({ page }) => {
    await page.route('**/stack/names.json', (route) => route.fulfill({ status: 503 }));
    const intake = await openIntake(page);
    await intake.getByLabel('Or a list').fill('S3');
    await intake.getByRole('button', { name: 'Read the text' }).click();
    await expect(intake.locator('[data-notice]')).toHaveText(/names\.json: 503/u);
    await page.unrouteAll();
    await intake.getByRole('button', { name: 'Try again' }).click();
    await expect(told(page)).toContainText('1 service was recognised');
  });

  test('a page of a proxy instead of the names: said', async ({ page }) => {
    await page.route('**/stack/names.json', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }));
    const intake = await openIntake(page);
    await intake.getByLabel('Or a list').fill('S3');
    await intake.getByRole('button', { name: 'Read the text' }).click();
    await expect(intake.locator('[data-notice]')).toHaveText(/could not be loaded/u);
  });

  test("Terraform's grammar: the blocks' first lines are read, and what to do is said", async ({ page }) => {
    await page.route(/\.wasm$/u, (route) => route.abort());
    await openIntake(page);
    await choose(page, [file('main.tf', terraform), file('list.txt', 'SQS')]);
    await expect(told(page)).toContainText('services were recognised');
    await expect(part(page, 'troubles')).toContainText('no parser for Terraform');
    await expect(part(page, 'troubles')).toContainText('terraform show -json');
    await expect(link(page)).toHaveAttribute('href', /amazon-eks,aws-lambda,amazon-sqs$/u);
  });
});

test('a reading can be stopped, and another begun', async ({ page }) => {
  await page.route('**/stack/names.json', () => undefined);
  const intake = await openIntake(page);
  await intake.getByLabel('Or a list').fill('S3');
  await intake.getByRole('button', { name: 'Read the text' }).click();
  await expect(told(page)).toHaveText('Loading the names of all services …');
  await intake.getByRole('button', { name: 'Stop reading' }).click();
  await expect(told(page)).toHaveText('Stopped. Nothing of your files was kept.');
  await expect(intake.getByRole('button', { name: 'Stop reading' })).toBeHidden();
  await expect(intake.locator('input[type="file"]')).toBeFocused();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await intake.getByRole('button', { name: 'Read the text' }).click();
  await expect(told(page)).toContainText('1 service was recognised');
});

test('nothing of the readers is loaded until there is something to read', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('/stack/?services=amazon-s3', { waitUntil: 'networkidle' });
  await expect(page.locator('tide-stack .stack-members li')).toHaveCount(1);
  expect(loaded.filter((url) => /\/_astro\/(?:intake|reading|terraform)|\.wasm$|names\.json$/u.test(url))).toEqual([]);
  const intake = page.locator('tide-intake');
  await intake.locator('summary').first().click();
  await intake.getByLabel('Or a list').fill('S3');
  await intake.getByRole('button', { name: 'Read the text' }).click();
  await expect(told(page)).toContainText('1 service was recognised');
  // A list needs no grammar.
  expect(loaded.filter((url) => url.endsWith('.wasm'))).toEqual([]);
});

test('without scripts a sentence says that reading needs them, and that nothing would be sent', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto('/stack/');
  await expect(page.locator('tide-intake')).toContainText('nothing of a file would be sent');
  await expect(page.locator('tide-intake details')).toBeHidden();
  await context.close();
});
