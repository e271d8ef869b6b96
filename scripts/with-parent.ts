// Servers that tests start end with whoever started them. A run that is killed can tell nobody; its end of a pipe closes all the same.
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

/** What a script is given that shall end with whoever started it, by a pipe to its standard input. */
export const withParent = '--with-parent';

/** Ends this process once the other end of its standard input is gone. */
export function endWithParent(): void {
  process.stdin.once('close', () => process.exit());
  process.stdin.resume();
}

/** A shell that becomes the program, and leaves another behind that reads the pipe until it closes, and then ends the program. */
const becoming = 'exec 3<&0; { cat; kill "$$"; } <&3 >/dev/null 2>&1 & exec 3<&-; exec "$0" "$@" </dev/null';

/**
 * Starts a program that knows nothing of this, on a system with a POSIX shell. Its standard error is a pipe.
 * @param options where it runs, and its environment
 */
export function spawnWithParent(
  program: string,
  given: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): ChildProcessByStdio<Writable, null, Readable> {
  const child = spawn('/bin/sh', ['-c', becoming, program, ...given], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  child.once('exit', () => child.stdin.destroy());
  return child;
}
