// Asks the worker to draw a flowchart: text to inline SVG, without Mermaid or script in the browser.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Picture } from './flowchart.ts';

export interface Task {
  readonly id: number;
  readonly source: string;
  readonly prefix: string;
  readonly title: string;
}

export interface Answer {
  readonly id: number;
  readonly picture?: Picture;
  readonly trouble?: string;
}

interface Waiting {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (error: Error) => void;
}

const pictures = new Map<string, Promise<Picture>>();
const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let tasks = 0;

/**
 * Draws a flowchart from its text; the same content is drawn once in a process.
 * @param prefix begins every id in the SVG
 * @param title the picture's name for assistive technology
 * @throws Error if the text is not a flowchart, or Mermaid cannot read it
 */
export async function drawFlowchart(source: string, prefix: string, title: string, root: string = process.cwd()): Promise<Picture> {
  if (!/^\s*flowchart\s/u.test(source)) throw new Error('only flowcharts are drawn; begin the text with "flowchart TD"');
  const key = JSON.stringify([source, prefix, title]);
  const picture = pictures.get(key) ?? inWorker(source, prefix, title, root);
  pictures.set(key, picture);
  return picture;
}

/** Checks what the worker was handed. */
export function readTask(value: unknown): Task {
  if (isRecord(value)) {
    const { id, source, prefix, title } = value;
    if (typeof id === 'number' && typeof source === 'string' && typeof prefix === 'string' && typeof title === 'string')
      return { id, source, prefix, title };
  }
  throw new Error('a task for the Mermaid worker has an id, a source, a prefix and a title');
}

function inWorker(source: string, prefix: string, title: string, root: string): Promise<Picture> {
  return new Promise((resolve, reject) => {
    tasks += 1;
    const task: Task = { id: tasks, source, prefix, title };
    waiting.set(task.id, { resolve, reject });
    worker ??= startWorker(root);
    // The worker holds the process open while it has work, and no longer.
    worker.ref();
    worker.postMessage(task);
  });
}

function startWorker(root: string): Worker {
  // A path from the root, not from this file: a test or a script may start elsewhere, and Node runs the worker's TypeScript as it is.
  const started = new Worker(path.join(root, 'src/flowcharts/worker.ts'));
  started.on('message', (value: unknown) => {
    if (!isRecord(value) || typeof value['id'] !== 'number') return;
    const { id, picture, trouble } = value;
    const asker = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) started.unref();
    if (isPicture(picture)) asker?.resolve(picture);
    else asker?.reject(new Error(typeof trouble === 'string' ? trouble : 'the Mermaid worker answered something else than a picture'));
  });
  const fail = (reason: string): void => {
    if (worker === started) worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  started.on('error', (error) => {
    fail(`the Mermaid worker failed: ${error instanceof Error ? error.message : String(error)}`);
  });
  started.on('exit', (code) => {
    fail(`the Mermaid worker ended with code ${code}`);
  });
  return started;
}

function isPicture(value: unknown): value is Picture {
  return isRecord(value) && typeof value['svg'] === 'string' && typeof value['width'] === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
