// Files that nobody should have to expect, and secrets: each leaves the page alive, and nothing of it anywhere else.
import { expect, test } from '@playwright/test';
import { choose, file, filled, link, mb, openIntake, terraform, told } from './stack-intake-page.ts';
import type { Chosen } from './stack-intake-page.ts';
import { duties, saved } from './stack-page.ts';

const hostile: readonly (readonly [what: string, files: readonly Chosen[], says: RegExp])[] = [
  [
    '5 MB of Terraform',
    [file('main.tf', `${filled('resource "aws_s3_bucket" "b" {\n  bucket = "x"\n}\n', 50_000)}${filled('# a line of words\n', 5.2 * mb)}`)],
    /1 service was recognised.*1 place could not be read/u,
  ],
  [
    '10,000 resources of YAML',
    [file('a.yaml', `Resources:\n${Array.from({ length: 10_000 }, (_, at) => `  B${at}:\n    Type: AWS::S3::Bucket\n`).join('')}`)],
    /1 service was recognised: 10000 entries/u,
  ],
  ['5 MB of JSON without an end', [file('a.json', filled('{"a":', 5 * mb))], /No|Nothing was recognised/u],
  [
    '5 MB of brackets in YAML',
    [file('a.yaml', `Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B: ${filled('[', 5 * mb)}`)],
    /1 service was recognised.*1 place could not be read/u,
  ],
  [
    'aliases of aliases',
    [
      file(
        'a.yaml',
        `a: &a [x, x]\n${[...Array(20).keys()].map((at) => `b${at}: &b${at} [${filled(at === 0 ? '*a, ' : `*b${at - 1}, `, 40)}x]`).join('\n')}\nResources:\n  A:\n    Type: AWS::S3::Bucket\n`,
      ),
    ],
    /1 service was recognised/u,
  ],
  [
    'a plan that was cut off',
    [file('plan.json', '{"planned_values":{"root_module":{"resources":[{"mode":"managed","type":"aws_sqs_queue","name":"q"},{"mode":"man')],
    /1 service was recognised.*1 place could not be read/u,
  ],
  ['UTF-16', [file('main.tf', Buffer.from(`\uFEFF${terraform}`, 'utf16le'))], /1 service was recognised/u],
  ['a mark and Windows line ends', [file('main.tf', `\uFEFF${terraform.replaceAll('\n', '\r\n')}`)], /1 service was recognised/u],
  ['JSON with comments', [file('a.json', '// a\n{"Resources":{"A":{"Type":"AWS::S3::Bucket",},}}')], /1 service was recognised/u],
  [
    'a picture',
    [file('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1))],
    /Nothing was recognised in 1 file\. The reasons stand below\./u,
  ],
  ['an empty file', [file('main.tf', '')], /Nothing was recognised in 1 file\./u],
];

for (const [what, files, says] of hostile)
  test(`${what}: a clear message, and a page that is alive`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const intake = await openIntake(page);
    await intake.locator('input[type="file"]').setInputFiles([...files]);
    await expect(told(page)).toHaveText(says, { timeout: 45_000 });
    // The same page reads the next.
    await choose(page, [file('list.txt', 'SQS')]);
    await expect(told(page)).toHaveText('1 service was recognised: 1 entry in 1 file.');
    await expect(link(page)).toHaveAttribute('href', '/stack/?services=amazon-sqs');
    expect(errors).toEqual([]);
  });

test('secrets leave no trace, and nothing of a file is sent', async ({ page, baseURL }) => {
  const secret = 'hunter2-correct-horse';
  const seen: string[] = [];
  page.on('console', (message) => seen.push(message.text()));
  page.on('request', (request) => {
    seen.push(`${request.method()} ${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`);
    if (baseURL !== undefined && !request.url().startsWith(baseURL) && !request.url().startsWith('blob:')) seen.push(`elsewhere ${secret}`);
  });
  const resources = ['aws_db_instance', 'aws_secretsmanager_secret_version'].map((type) => ({
    address: `${type}.main`,
    mode: 'managed',
    type,
    name: 'main',
    values: { engine: 'mysql', password: secret, secret_string: secret },
  }));
  const intake = await openIntake(page);
  await choose(page, [
    file('plan.json', JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } })),
    file('main.tf', `resource "aws_db_instance" "a" {\n  engine   = var.engine\n  password = "${secret}"\n}\n`),
    file('prod.tfvars', `password = "${secret}"\n`),
    file('a.yaml', `Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: ${secret}\n`),
  ]);
  await expect(intake).not.toContainText(secret);
  await link(page).click();
  await expect(page).toHaveURL(/\?services=amazon-rds,aws-secrets-manager$/u);
  await expect(page.locator('tide-stack .stack-members li')).toHaveCount(2);
  const kept = await page.evaluate(async () => {
    const inCaches = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const answers = await Promise.all((await cache.keys()).map(async (key) => [key.url, await (await cache.match(key))?.text()]));
        return JSON.stringify([name, answers]);
      }),
    );
    return [
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      JSON.stringify(await indexedDB.databases()),
      JSON.stringify(history.state),
      document.cookie,
      location.href,
      document.documentElement.outerHTML,
      ...inCaches,
    ];
  });
  for (const text of [...kept, ...seen]) expect(text).not.toContain(secret);
  // None but those of the page's own offline copies, which this context does not have.
  expect(kept[2]).toBe('[]');
});

test('what the stack of a file exports holds nothing of the file', async ({ page }) => {
  const secret = 'hunter2-correct-horse';
  await openIntake(page);
  await choose(page, [file('main.tf', `resource "aws_db_instance" "${secret}" {\n  engine   = "mysql"\n  password = "${secret}"\n}\n`)]);
  await link(page).click();
  await expect(page.locator('tide-stack')).toHaveAttribute('aria-busy', 'false');
  await expect(duties(page).first()).toBeVisible();
  await page.locator('tide-stack [data-share] > summary').click();
  for (const button of ['Download Markdown', 'Download CSV', 'Download JSON', 'Download SVG']) {
    const { text } = await saved(page, button);
    expect(text).toContain('Amazon RDS');
    expect(text).not.toContain(secret);
  }
});
