// Each kind of page once. A new page is one row here, and the specs that read the rows test it.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtControls, builtServices, pagesBySize } from '../scripts/built.ts';

/** A page as an address shows it. */
export interface State {
  readonly address: string;
  /** Selector of what stands on the page once it shows all that its address says. */
  readonly shows: string;
}

/**
 * kB of a first visit, compressed; 1 kB is 1000 bytes. That of service pages is a promise to readers; of the others the scripts are
 * what was measured on 2026-11-24 and 15 % more, and the sums what was measured on 2026-11-29 and 3 % more, less 1.8 kB since the font got smaller.
 */
export interface Budget {
  readonly all: number;
  readonly script: number;
}

export interface View extends State {
  readonly name: string;
  /** Further states that look different, for axe. */
  readonly states?: readonly State[];
  /** What Tab meets on its way, by the tags of keyboard.spec.ts; left out where Tab is not walked through. */
  readonly tab?: readonly string[];
  /** What stands on paper; left out where nobody prints. */
  readonly paper?: readonly string[];
  readonly budget?: Budget;
  /** Addresses that are weighed, where the page stands for many of different sizes. */
  readonly weighed?: readonly string[];
  /** Whether scripts take over so much of it that something might move while it loads. */
  readonly steady?: boolean;
  /** Whether it reads its address, so that nonsense in it is tried. */
  readonly fuzzed?: boolean;
}

const { largest, median } = pagesBySize();
const options = builtServices().flatMap((service) => service.options).length;

/** What was measured on 2026-11-24 and 15 % more: it grew with each way to run a service by 84 bytes then. */
const explorerBudget: Budget = { all: Math.round((69.7 + 0.097 * options) * 10) / 10, script: 33.2 };

export const views: readonly View[] = [
  {
    name: 'front page',
    address: '/',
    shows: 'h1',
    tab: ['story'],
    paper: ['.story h3', '.story p', '.story svg'],
    budget: { all: 33, script: 3.3 },
    steady: true,
  },
  {
    name: 'explorer',
    address: '/explore/?area=database&layer=backup&sort=-os',
    shows: 'tide-explorer [data-layer="backup"] details[open] .panel .block-links',
    states: [
      {
        address: '/explore/?services=amazon-rds&layer=backup',
        shows: 'tide-explorer [data-layer="backup"]:has(.band[data-kind="words"]) details[open] .panel .detail',
      },
      { address: '/explore/?lens=defaults&layer=network', shows: 'tide-explorer .part[class*="holds-"]' },
    ],
    tab: ['category', 'area', 'layer', 'count', 'lens', 'sort', 'summary', 'matrix'],
    paper: ['.split .band', '.matrix tr:not([hidden]) td'],
    budget: explorerBudget,
    steady: true,
    fuzzed: true,
  },
  {
    name: 'comparison',
    address: '/compare/?services=amazon-rds,amazon-ec2,aws-lambda',
    shows: 'table.compare thead a[href="/services/aws-lambda/"]',
    states: [{ address: '/compare/?services=amazon-rds,amazon-ec2&lens=defaults', shows: 'table.compare .words[class*="holds-"]' }],
    tab: ['comparison', 'lens', 'summary'],
    paper: ['.compare .band', '.compare .why .detail', '.compare .source', '[data-sentences] li'],
    budget: { all: 73, script: 21.7 },
    fuzzed: true,
  },
  {
    name: 'stack',
    address: '/stack/?services=amazon-s3,amazon-ec2,amazon-rds,aws-lambda&layer=network',
    shows: 'tide-stack[aria-busy="false"]:has(.duty) [data-layer="network"] details[open] .panel .block-links a',
    states: [{ address: '/stack/?services=amazon-s3,amazon-ec2&lens=defaults', shows: 'tide-stack .part[class*="holds-"]' }],
    tab: ['lens', 'summary', 'group', 'done'],
    paper: ['.split .band', '.stack-members li a', '.waiting li', '.duty .task', '.duty .detail', '.duty .cites a'],
    // Each way to run a service has a name and its letters, 75 bytes; scripts come with the first service, and with the first file.
    budget: { all: Math.round((35.3 + 0.075 * options) * 10) / 10, script: 7.8 },
    fuzzed: true,
  },
  {
    name: 'service page',
    address: '/services/amazon-eks/?option=fargate&layer=network',
    shows: 'tide-service:has(input[value="fargate"]:checked) [data-layer="network"] details[open] .panel',
    states: [{ address: '/services/amazon-rds/?lens=defaults&layer=os', shows: 'tide-service .part[class*="holds-"]' }],
    tab: ['option', 'summary', 'source'],
    paper: ['.split .band', '.layer-table', '.notes li', 'details[data-part] .duties li'],
    budget: { all: 57, script: 6.9 },
    weighed: [largest, median],
    steady: true,
    fuzzed: true,
  },
  {
    name: 'page for frames',
    address: '/embed/amazon-eks/?option=fargate',
    shows: 'tide-service:has([data-option-name]:text-is("Fargate")) .band',
    tab: ['summary', 'page'],
    budget: { all: 39.8, script: 5.3 },
  },
  {
    name: 'what is open or off',
    address: '/defaults/?area=database&default=open',
    shows: 'tide-defaults [data-layer="network"][open] [data-item]:not([hidden])',
    tab: ['default', 'area', 'layer', 'summary'],
    paper: ['.open-layer:not([hidden]) h2', '.open-list [data-item]:not([hidden]) .act', '.open-list [data-item]:not([hidden]) .cites a'],
    // Each service has two to four rows of 360 bytes in all; the rest was measured at 104 services, and again once cells told more.
    budget: { all: Math.round((45.2 + 0.36 * builtServices().length) * 10) / 10, script: 13.2 },
    steady: true,
    fuzzed: true,
  },
  {
    name: 'controls',
    address: '/controls/?service=amazon-rds&severity=medium',
    shows: 'tide-controls [data-service="amazon-rds"][open] [data-item]:not([hidden])',
    states: [{ address: '/controls/#rds-3', shows: '#rds-3' }],
    tab: ['severity', 'service', 'layer', 'summary'],
    paper: ['.open-layer:not([hidden]) h2', '.controls [data-item]:not([hidden]) .shows', '.controls [data-item]:not([hidden]) .cites'],
    // Each check has a row of 88 bytes; the rest was measured at 351 checks.
    budget: { all: Math.round((34.2 + 0.088 * builtControls()) * 10) / 10, script: 14.9 },
    steady: true,
    fuzzed: true,
  },
  {
    name: 'poster',
    address: '/poster/?lens=defaults&order=all',
    shows: 'tide-poster [data-all] .fp .holds-done',
    states: [{ address: '/poster/', shows: 'tide-poster[data-live] .fp .customer' }],
    tab: ['lens', 'order', 'strip'],
    paper: ['.poster-strips a strong', '.poster-layers li'],
    // Each way to run a service has a strip of 75 bytes.
    budget: { all: Math.round((25.2 + 0.08 * options) * 10) / 10, script: 5 },
  },
  {
    name: 'questions',
    address: '/questions/',
    shows: 'h1',
    paper: ['.faq h3', '.faq p', '.faq-sources a'],
    budget: { all: 54, script: 3 },
  },
  { name: 'retired service', address: '/services/amazon-qldb/', shows: 'h1' },
  { name: 'list of services', address: '/services/', shows: 'h1', steady: true },
  { name: 'changes', address: '/changes/', shows: 'h1' },
  { name: 'search', address: '/search/', shows: 'h1' },
  { name: 'no such page', address: '/404.html', shows: 'h1' },
  { name: 'no connection', address: '/offline/', shows: 'h1' },
  { name: 'guide', address: '/guide/', shows: 'h1', steady: true },
  {
    name: 'lesson',
    address: '/guide/service-categories/',
    shows: 'h1',
    tab: ['summary', 'pagination'],
    paper: ['.split .band', 'main p:not([hidden])'],
    budget: { all: 59.1, script: 8.2 },
  },
  {
    name: 'lesson that the reader steers',
    address: '/guide/compute/',
    shows: 'tide-edge[data-live]',
    tab: ['edge-1', 'edge-4', 'summary', 'pagination'],
    paper: ['.edge-answer', 'main p:not([hidden])'],
    steady: true,
  },
  {
    name: 'final check',
    address: '/guide/final-check/?draw=7',
    shows: 'tide-check[data-drawn]',
    tab: ['check-report-covers', 'pagination'],
  },
  { name: 'progress', address: '/guide/progress/', shows: 'h1' },
  { name: 'cases', address: '/guide/cases/', shows: 'h1' },
  { name: 'glossary', address: '/guide/glossary/', shows: 'h1' },
  { name: 'summary', address: '/guide/summary/', shows: 'h1' },
];

/** Where the page lies, with nothing chosen. */
export const pathOf = ({ address }: State): string => address.replace(/\?.*$/u, '');

/** Goes to the address and waits until the page shows what it says. */
export async function open(page: Page, { address, shows }: State): Promise<void> {
  await page.goto(address);
  await expect(page.locator(shows).first()).toBeVisible();
}
