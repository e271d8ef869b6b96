// Draws flowcharts and sequence diagrams in a worker thread: Mermaid text in, inline SVG out.
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
 * Draws a flowchart or a sequence diagram. The same text, prefix and title are drawn only once in a process.
 * @param prefix the start of every id in the SVG
 * @param title the accessible name of the picture
 * @throws Error if the text is neither, or Mermaid cannot parse it
 */
export async function drawFlowchart(source: string, prefix: string, title: string, root: string = process.cwd()): Promise<Picture> {
  if (!/^\s*(?:flowchart|sequenceDiagram)\s/u.test(source))
    throw new Error('only flowcharts and sequences are supported: begin the text with "flowchart TD" or "sequenceDiagram"');
  const key = JSON.stringify([source, prefix, title]);
  const picture = pictures.get(key) ?? inWorker(source, prefix, title, root);
  pictures.set(key, picture);
  return picture;
}

/**
 * Checks a message to the worker.
 * @throws Error if it is not a task
 */
export function readTask(value: unknown): Task {
  if (isRecord(value)) {
    const { id, source, prefix, title } = value;
    if (typeof id === 'number' && typeof source === 'string' && typeof prefix === 'string' && typeof title === 'string')
      return { id, source, prefix, title };
  }
  throw new Error('a task for the Mermaid worker needs an id, a source, a prefix and a title');
}

function inWorker(source: string, prefix: string, title: string, root: string): Promise<Picture> {
  return new Promise((resolve, reject) => {
    tasks += 1;
    const task: Task = { id: tasks, source, prefix, title };
    waiting.set(task.id, { resolve, reject });
    worker ??= startWorker(root);
    // Keep the process alive while the worker has work. The answer to the last task releases it.
    worker.ref();
    worker.postMessage(task);
  });
}

function startWorker(root: string): Worker {
  // The path starts at the root, because a bundler may move this file. Node runs the worker's TypeScript directly.
  const started = new Worker(path.join(root, 'src/flowcharts/worker.ts'));
  started.on('message', (value: unknown) => {
    if (!isRecord(value) || typeof value['id'] !== 'number') return;
    const { id, picture, trouble } = value;
    const asker = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) started.unref();
    if (isPicture(picture)) asker?.resolve(picture);
    else asker?.reject(new Error(typeof trouble === 'string' ? trouble : 'the answer of the Mermaid worker is not a picture'));
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
