// A run of the tests that is killed leaves no server behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { spawnWithParent } from './with-parent.ts';

const helper = JSON.stringify(path.join(import.meta.dirname, 'with-parent.ts'));
/** Says its number, and never ends by itself. */
const server = 'setInterval(() => undefined, 1000);\nprocess.stderr.write(`pid ${process.pid}\\n`);\n';
const files: Readonly<Record<string, string>> = {
  'program.mjs': server,
  'script.mjs': `import { endWithParent } from ${helper};\nendWithParent();\n${server}`,
  // What a run of the tests does, each way.
  'run-program.mjs': `import { spawnWithParent } from ${helper};
spawnWithParent(process.execPath, ['program.mjs']).stderr.pipe(process.stderr);
setInterval(() => undefined, 1000);`,
  'run-script.mjs': `import { spawn } from 'node:child_process';
spawn(process.execPath, ['script.mjs'], { stdio: ['pipe', 'ignore', 'inherit'] });
setInterval(() => undefined, 1000);`,
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'with-parent-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The number that the server says. */
async function saidBy(stream: NodeJS.ReadableStream): Promise<number> {
  let said = '';
  stream.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await vi.waitUntil(() => said.includes('\n'), { timeout: 20_000 });
  return Number(/^pid (\d+)$/mu.exec(said)?.[1]);
}

describe.runIf(process.platform !== 'win32')('a server that tests start', () => {
  it.each(['run-program.mjs', 'run-script.mjs'])('ends with a run that is killed (%s)', { timeout: 60_000 }, async (run) => {
    const child = spawn(process.execPath, [run], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const pid = await saidBy(child.stderr);
    expect([pid === child.pid, isAlive(pid)]).toEqual([false, true]);
    child.kill('SIGKILL');
    await vi.waitUntil(() => !isAlive(pid), { timeout: 20_000 });
  });

  it('ends when it is told to, and leaves nothing behind', { timeout: 60_000 }, async () => {
    const child = spawnWithParent(process.execPath, ['program.mjs'], { cwd: folder });
    // The shell has become the program.
    expect(await saidBy(child.stderr)).toBe(child.pid);
    child.kill('SIGTERM');
    // Its pipes close once nobody holds them any more.
    if (child.signalCode === null) await once(child, 'close');
    expect(child.signalCode).toBe('SIGTERM');
  });
});
