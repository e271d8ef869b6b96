import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../model/random.ts';
import { openBeside } from './beside.ts';

let root = '';
let dist = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'beside-'));
  dist = path.join(root, 'dist');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const pages = Array.from({ length: 40 }, (_, page) => `${page}.html`);
const write = (folder: string, text: string): void => {
  for (const page of pages) writeFileSync(path.join(folder, page), text);
};
/** The different texts of the published pages, and "missing" for each that is not there. */
const published = (): string[] => [
  ...new Set(
    pages.map((page) => {
      const file = path.join(dist, page);
      return existsSync(file) ? readFileSync(file, 'utf8') : 'missing';
    }),
  ),
];
/** What builds left beside the published folder. */
const leftovers = (): string[] => readdirSync(path.join(root, '.dist')).filter((name) => name !== 'publish.lock');

/** Starts a build in a process of its own that writes a page a millisecond; resolves once it has begun. */
async function startBuild(text: string, then: 'publish' | 'wait'): Promise<ChildProcess> {
  const code = `
    import { writeFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { openBeside } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'beside.ts')).href)};
    const beside = openBeside(${JSON.stringify(dist)});
    console.log('begun');
    for (const page of ${JSON.stringify(pages)}) {
      writeFileSync(beside.folder + '/' + page, ${JSON.stringify(text)});
      await setTimeout(1);
    }
    ${then === 'publish' ? 'beside.publish();' : 'console.log("written"); await setTimeout(60_000);'}
  `;
  const build = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(build.stdout, 'data');
  return build;
}
const ended = async (build: ChildProcess): Promise<void> => {
  if (build.exitCode === null && build.signalCode === null) await once(build, 'exit');
};
const kill = async (build: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  build.kill(signal);
  await ended(build);
};

describe('a build beside the published folder', () => {
  it('publishes where nothing was published, and replaces what was', () => {
    for (const text of ['first', 'second']) {
      const beside = openBeside(dist);
      write(beside.folder, text);
      beside.publish();
      expect(published()).toEqual([text]);
      expect(leftovers()).toEqual([]);
    }
  });

  it('leaves the old site or the new one at whichever moment it is stopped', async () => {
    const random = randomFrom(7);
    let now = 'build 0';
    mkdirSync(dist);
    write(dist, now);
    for (let count = 1; count <= 16; count++) {
      // The first never comes to publishing, and the last is left in peace.
      const build = await startBuild(`build ${count}`, count === 1 ? 'wait' : 'publish');
      await new Promise((resolve) => setTimeout(resolve, random() * 120));
      if (count < 16) await kill(build, count % 4 === 0 ? 'SIGINT' : 'SIGKILL');
      await ended(build);
      const [found = '', ...others] = published();
      expect(others).toEqual([]);
      expect(count === 1 ? ['build 0'] : count === 16 ? ['build 16'] : [now, `build ${count}`]).toContain(found);
      now = found;
    }
    openBeside(dist).discard();
    expect(leftovers()).toEqual([]);
  });

  it('removes what a stopped build left, but not the folder of one that runs', async () => {
    const [stopped, running] = [await startBuild('stopped', 'wait'), await startBuild('running', 'publish')];
    expect(leftovers()).toHaveLength(4);
    await kill(stopped, 'SIGKILL');
    openBeside(dist).discard();
    await ended(running);
    expect(running.exitCode).toBe(0);
    expect(published()).toEqual(['running']);
    expect(leftovers()).toEqual([]);
  });

  it('keeps two builds at once apart, and the later one to end is published', () => {
    const [one, other] = [openBeside(dist), openBeside(dist)];
    write(one.folder, 'one');
    write(other.folder, 'other');
    other.publish();
    expect(published()).toEqual(['other']);
    one.publish();
    expect(published()).toEqual(['one']);
    expect(leftovers()).toEqual([]);
  });

  it('is not seen by a reader of the published folder, who finds a page at every moment', async () => {
    mkdirSync(dist);
    write(dist, 'build 0');
    const code = `
      import { writeFileSync } from 'node:fs';
      import { openBeside } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'beside.ts')).href)};
      for (let count = 1; count <= 300; count++) {
        const beside = openBeside(${JSON.stringify(dist)});
        writeFileSync(beside.folder + '/0.html', 'build ' + count);
        beside.publish();
      }
    `;
    const builds = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' });
    let reads = 0;
    let missing = 0;
    const seen = new Set<string>();
    while (builds.exitCode === null && builds.signalCode === null) {
      for (let burst = 0; burst < 200; burst++) {
        try {
          seen.add(readFileSync(path.join(dist, '0.html'), 'utf8'));
        } catch {
          missing += 1;
        }
        reads += 1;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(builds.exitCode).toBe(0);
    expect(readFileSync(path.join(dist, '0.html'), 'utf8')).toBe('build 300');
    expect({ missing, many: reads > 1000, changed: seen.size > 1 }).toEqual({ missing: 0, many: true, changed: true });
  });

  it('follows a link to the folder that is really published', () => {
    const real = path.join(root, 'www');
    mkdirSync(real);
    symlinkSync(real, dist);
    const beside = openBeside(dist);
    expect(path.dirname(path.dirname(beside.folder))).toBe(root);
    write(beside.folder, 'linked');
    beside.publish();
    expect(published()).toEqual(['linked']);
    expect(readFileSync(path.join(real, '0.html'), 'utf8')).toBe('linked');
  });

  it('puts a site back that was moved away when the exchange was cut in two', () => {
    const workshop = path.join(root, '.dist');
    mkdirSync(path.join(workshop, 'gone.replaced'), { recursive: true });
    write(path.join(workshop, 'gone.replaced'), 'old');
    openBeside(dist).discard();
    expect(published()).toEqual(['old']);
    expect(leftovers()).toEqual([]);
  });

  it('says what to do if the folder cannot be replaced', () => {
    writeFileSync(path.join(root, 'file'), '');
    const beside = openBeside(dist);
    rmSync(beside.folder, { recursive: true });
    expect(() => {
      beside.publish();
    }).toThrow(/could not take the place of .*dist: .*mount/u);
    expect(existsSync(dist)).toBe(false);
    beside.discard();
  });
});
