// `npm start`: builds the site and serves it on this machine until Ctrl+C.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const address = { host: '127.0.0.1', port: process.env['PORT'] ?? '4321' };

/** Runs an Astro command to its end, passing on what asks this process to end. */
function astro(...given: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '../node_modules/astro/bin/astro.mjs'), ...given], {
      cwd: path.join(import.meta.dirname, '..'),
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: 'inherit',
    });
    const pass = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(signal === null ? (code ?? 1) : 130);
    });
  });
}

const failed = await astro('build');
// Where the site is, Astro says itself, once the server listens: if the port is taken, that is the next one.
process.exitCode = failed === 0 ? await astro('preview', '--host', address.host, '--port', address.port) : failed;
