// Serves the site that `npm run check:below` builds: below a path, with the overlay of a company.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { below } from '../scripts/check-below.ts';
import { withParent } from '../scripts/with-parent.ts';

export interface Served {
  /** Scheme, host and port. */
  readonly host: string;
  readonly stop: () => void;
}

/** @throws Error if the site is not built */
export async function serveBelow(): Promise<Served> {
  if (!existsSync(below.folder)) throw new Error(`${below.folder} is missing: run "npm run check:below" first`);
  const { PORT: _, ...env } = process.env;
  const server = spawn(process.execPath, ['scripts/serve.ts', withParent], {
    env: { ...env, TIDELINE_DIST: below.folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const output = server.stdout;
  const host = await new Promise<string>((resolve, reject) => {
    output.once('data', (said: Buffer) => {
      resolve(/http:\/\/[\d.:]+/u.exec(said.toString())?.[0] ?? '');
    });
    server.once('exit', reject);
  });
  return { host, stop: () => server.kill() };
}
