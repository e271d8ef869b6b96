// What the specs of the intake share: files made up for it, and its parts on the page.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export const mb = 1024 * 1024;
export const filled = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));

export interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
export const file = (name: string, content: string | Uint8Array): Chosen => ({ name, mimeType: '', buffer: Buffer.from(content) });

export const terraform = `resource "aws_eks_cluster" "main" {}
resource "aws_eks_fargate_profile" "main" {}
resource "aws_lambda_function" "job" {
  package_type = var.kind
}
resource "aws_key_pair" "me" {}
resource "random_id" "x" {}
resource "aws_nope" "x" {}
data "aws_vpc" "main" {}
module "db" {
  source = "example/db/aws"
}
`;

export async function openIntake(page: Page): Promise<Locator> {
  await page.goto('/stack/');
  const intake = page.locator('tide-intake[data-live]');
  await intake.locator('summary').first().click();
  await expect(intake.locator('form')).toBeVisible();
  return intake;
}

export const told = (page: Page): Locator => page.locator('tide-intake [data-told]');
export const link = (page: Page): Locator => page.locator('tide-intake a[data-stack]');
export const part = (page: Page, name: string): Locator => page.locator(`tide-intake [data-of="${name}"]`);

/** Chooses files and waits for what is said at the end. */
export async function choose(page: Page, files: readonly Chosen[]): Promise<void> {
  await page.locator('tide-intake input[type="file"]').setInputFiles([...files]);
  await expect(told(page)).toHaveText(/recognised/u, { timeout: 45_000 });
}

export async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([named = '', content = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], named));
      return transfer;
    },
    [name, text],
  );
  const event = (type: string): Promise<void> => page.locator('h1').dispatchEvent(type, { dataTransfer: data });
  await event('dragover');
  await expect(page.locator('tide-intake')).toHaveAttribute('data-over', '');
  await event('drop');
  await expect(page.locator('tide-intake')).not.toHaveAttribute('data-over');
}

/** Opens all lists of what was found. */
export const unfold = (page: Page): Promise<void> =>
  page.locator('tide-intake details[data-of]').evaluateAll((lists) => {
    for (const list of lists) list.setAttribute('open', '');
  });
