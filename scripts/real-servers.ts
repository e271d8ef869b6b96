// Starts real servers with the configurations of deploy/ on the loopback, so that tests can ask them.
// A server that this machine lacks is unpacked from Debian's packages into .cache/, without installing it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { noteNotRun } from './not-run.ts';
import { built } from './serve.ts';
import { serverConfig, servers } from './server-config.ts';
import type { ServedAt, ServerName } from './server-config.ts';
import { root } from './steps.ts';
import { spawnWithParent } from './with-parent.ts';

/** A server that runs. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Ends it; resolves once it has ended. */
  readonly stop: () => Promise<void>;
}

/** A server that this machine can run. */
export interface RealServer {
  readonly name: 'nginx' | 'Caddy';
  /**
   * @param place where the site lies on its host; left out, at its root
   * @throws Error with what the server wrote, if it does not listen within 20 s
   */
  readonly start: (place?: ServedAt) => Promise<RunningServer>;
}

/** The built site at the root of its host, under no name. */
const atRoot: ServedAt = { site: undefined, base: '/', served: built, dist: built };

const unpacked = path.join(root, '.cache/servers');
const packages = ['nginx', 'nginx-common', 'libnginx-mod-http-brotli-static', 'caddy'];

/** Returns the servers that run here. What is missing is noted for the end of the test run, with the reason. */
export function realServers(): RealServer[] {
  const fetched = fetchPackages();
  const nginx = nginxFiles();
  const caddy = firstOf([path.join(unpacked, 'usr/bin/caddy'), '/usr/bin/caddy']);
  if (nginx === undefined) noteNotRun('nginx', fetched ?? 'its files were not found');
  if (caddy === undefined) noteNotRun('Caddy', fetched ?? 'its files were not found');
  return [
    ...(nginx === undefined ? [] : [{ name: 'nginx' as const, start: (place = atRoot) => startNginx(nginx, place) }]),
    ...(caddy === undefined ? [] : [{ name: 'Caddy' as const, start: (place = atRoot) => startCaddy(caddy, place) }]),
  ];
}

/** Unpacks Debian's packages if they are not there yet. Returns why that failed; undefined if all is there. */
function fetchPackages(): string | undefined {
  if (existsSync(unpacked)) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'tideline-servers-'));
  const run = (command: string, given: readonly string[]): void => {
    execFileSync(command, given, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  try {
    try {
      run('apt-get', ['download', ...packages]);
    } catch {
      // A machine that has just been set up knows no packages yet.
      run('apt-get', ['update']);
      run('apt-get', ['download', ...packages]);
    }
    const whole = path.join(folder, 'root');
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.deb'))) run('dpkg-deb', ['-x', name, whole]);
    mkdirSync(path.dirname(unpacked), { recursive: true });
    execFileSync('cp', ['-r', whole, `${unpacked}-${process.pid}`]);
    if (existsSync(unpacked)) rmSync(`${unpacked}-${process.pid}`, { recursive: true });
    else renameSync(`${unpacked}-${process.pid}`, unpacked);
    return undefined;
  } catch (error) {
    return `Debian's packages could not be had: ${(error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface NginxFiles {
  readonly program: string;
  readonly types: string;
  readonly brotli: string;
}

function nginxFiles(): NginxFiles | undefined {
  const at = [unpacked, ''];
  const program = firstOf(at.map((start) => path.join(start, '/usr/sbin/nginx')));
  const types = firstOf(at.map((start) => path.join(start, '/etc/nginx/mime.types')));
  const brotli = firstOf(at.map((start) => path.join(start, '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so')));
  return program === undefined || types === undefined || brotli === undefined ? undefined : { program, types, brotli };
}

function firstOf(files: readonly string[]): string | undefined {
  return files.find((file) => existsSync(file));
}

async function startNginx({ program, types, brotli }: NginxFiles, place: ServedAt): Promise<RunningServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'tideline-nginx-'));
  const site = adapted('nginx', place, [
    [/^ *listen 80;$/mu, `  listen 127.0.0.1:${port};`],
    [/^ *listen \[::\]:80;$/mu, ''],
  ]);
  writeFileSync(path.join(folder, 'tideline.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`).join(' ');
  // Packages add this frame around a site: Debian's /etc/nginx/nginx.conf.
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `load_module ${brotli};
${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/nginx.pid; error_log stderr warn; worker_processes 1;
events {}
http { include ${types}; default_type application/octet-stream; access_log off; ${temporary} include ${folder}/tideline.conf; }
`,
  );
  return started(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'], port, folder);
}

async function startCaddy(program: string, place: ServedAt): Promise<RunningServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'tideline-caddy-'));
  const site = adapted('caddy', place, [[/^:80 \{$/mu, `http://127.0.0.1:${port} {\n\tbind 127.0.0.1`]]);
  writeFileSync(path.join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  return started(program, ['run', '--config', path.join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], port, folder);
}

/**
 * Returns a configuration of deploy/ for a place, with what differs here.
 * @throws Error if a line to change is not in it, because then something else would be tested
 */
function adapted(name: ServerName, place: ServedAt, changes: readonly (readonly [RegExp, string])[]): string {
  let text = serverConfig(name, place);
  for (const [pattern, value] of changes) {
    if (text.search(pattern) === -1)
      throw new Error(`deploy/${servers[name]} has no ${pattern.source}: change scripts/real-servers.ts with it.`);
    text = text.replace(pattern, () => value);
  }
  return text;
}

async function started(program: string, given: readonly string[], port: number, folder: string): Promise<RunningServer> {
  // It must not outlive the tests, even if they are killed.
  const child = spawnWithParent(program, given, {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', (error) => {
      written += error.message;
      resolve();
    });
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  const origin = `http://127.0.0.1:${port}`;
  const limit = Date.now() + 20_000;
  for (;;) {
    const answers = await fetch(`${origin}/`, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    if (answers) break;
    if (child.exitCode !== null || Date.now() > limit) {
      end();
      await ended;
      throw new Error(`${program} does not serve the site:\n${written}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    stop: async () => {
      end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port of the loopback that nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port was given'));
        else resolve(address.port);
      });
    });
  });
}
