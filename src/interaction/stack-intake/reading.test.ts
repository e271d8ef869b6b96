import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Given, IntakeAnswer, ReadRequest } from '../../model/stack/intake.ts';
import { readInto } from './reading.ts';

const { document, Event } = parseHTML('<!doctype html><html><body></body></html>');

/** Workers that were started. */
let workers: FakeWorker[] = [];
class FakeWorker extends EventTarget {
  readonly given: ReadRequest['files'][] = [];
  ended = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage({ files }: ReadRequest): void {
    this.given.push(files);
  }
  terminate(): void {
    this.ended = true;
  }
  /** An answer may be on its way while the worker is ended. */
  answer(data: IntakeAnswer): void {
    this.dispatchEvent(Object.assign(new globalThis.Event('message'), { data }));
  }
}

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
  vi.stubGlobal('document', document);
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function box() {
  const root = document.createElement('div');
  root.innerHTML = '<p data-notice></p><p data-told></p><progress hidden></progress><button data-stop hidden></button>';
  const [told, notice, stop] = ['[data-told]', '[data-notice]', '[data-stop]'].map((part) => root.querySelector(part));
  return { root, texts: () => [told?.textContent, notice?.textContent], stop };
}
/** Files that are still looked for. */
function looked() {
  let find = (files: readonly Given[]): unknown => files;
  const files = new Promise<readonly Given[]>((resolve) => {
    find = resolve;
  });
  return {
    files: () => files,
    find: (...those: readonly Given[]) => {
      find(those);
    },
  };
}

it('a reading whose files are found after a newer one began is not begun', async () => {
  const { root, texts } = box();
  const folder = looked();
  const older = readInto(root, folder.files);
  await readInto(root, () => Promise.resolve(['DynamoDB']));
  folder.find('S3');
  await older;
  expect(workers.map(({ given, ended }) => [given, ended])).toEqual([[[['DynamoDB']], false]]);
  expect(texts()).toEqual(['Starting to read …', '']);
});

it('an answer of a reading that a newer one ended changes nothing', async () => {
  const { root, texts } = box();
  await readInto(root, () => Promise.resolve(['S3']));
  await readInto(root, () => Promise.resolve(['DynamoDB']));
  const [first, second] = workers;
  first?.answer({ kind: 'failed', reason: '404' });
  expect([first?.ended, second?.ended, ...texts()]).toEqual([true, false, 'Starting to read …', '']);
});

it('Stop is offered while files are looked for, and ends that', async () => {
  const { root, texts, stop } = box();
  const folder = looked();
  const reading = readInto(root, folder.files);
  expect(stop?.hasAttribute('hidden')).toBe(false);
  stop?.dispatchEvent(new Event('click'));
  folder.find('S3');
  await reading;
  expect(workers).toEqual([]);
  expect([stop?.hasAttribute('hidden'), ...texts()]).toEqual([true, 'Stopped. Nothing of your files was kept.', '']);
});

it('files that are none are said, and nothing is read', async () => {
  const { root, texts, stop } = box();
  await readInto(root, () => Promise.resolve([]));
  expect([workers.length, stop?.hasAttribute('hidden'), texts()[0]]).toEqual([0, true, '']);
  expect(texts()[1]).toContain('There is no file');
});
