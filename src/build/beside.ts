// Folders of one process alone: that beside the published one, in which a build works until its site is complete, is one of them.
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Undefined on a platform for which the package brings no binary, such as Alpine Linux. */
const native = await import('fs-native-extensions').catch(() => undefined);

/** Milliseconds. Without locks nobody can tell a stopped build from a running one, but none runs for a day. */
const surelyStopped = 24 * 60 * 60 * 1000;

export interface Own {
  /** The folder is there and empty. */
  readonly folder: string;
  /** Removes the folder. The end of the process does so too, unless it was killed; then the next to open one does. */
  readonly discard: () => void;
}

export interface Beside extends Own {
  /**
   * Makes the folder the published one, and removes the site that stood there.
   * @param prepare runs before, while no other build publishes; it gets the published folder, which may be missing,
   *   and the folder beside it, which stays
   * @throws Error if the folder cannot take the published one's place, which then stays as it was
   */
  publish(prepare?: (published: string, workshop: string) => void): void;
}

/**
 * Makes a folder beside the published one, on the same disk, and removes what stopped builds left there.
 * @param published the folder that is served, which need not exist
 */
export function openBeside(published: string): Beside {
  const at = existsSync(published) ? realpathSync(published) : path.resolve(published);
  const workshop = path.join(path.dirname(at), `.${path.basename(at)}`);
  const { folder, discard } = openOwn(workshop, () => {
    putBack(workshop, at);
  });
  return {
    folder,
    discard,
    publish(prepare) {
      locked(path.join(workshop, gateName), () => {
        prepare?.(at, workshop);
        exchange(folder, at);
      });
      discard();
    },
  };
}

/**
 * Makes a folder for this process alone, and removes those of processes that have ended.
 * @param workshop where they all lie; it need not exist
 * @param first runs before, while no other process opens one there
 */
export function openOwn(workshop: string, first?: () => void): Own {
  mkdirSync(workshop, { recursive: true });
  const id = randomUUID();
  const folder = path.join(workshop, id);
  const lock = locked(path.join(workshop, gateName), () => {
    first?.();
    removeLeftovers(workshop);
    const fd = openSync(lockOf(workshop, id), 'w');
    // Behind the gate nobody else has seen the file yet.
    native?.tryLock(fd);
    mkdirSync(folder);
    return fd;
  });
  const discard = (): void => {
    process.off('exit', discard);
    rmSync(folder, { recursive: true, force: true });
    rmSync(lockOf(workshop, id), { force: true });
    closeSync(lock);
  };
  process.on('exit', discard);
  return { folder, discard };
}

const gateName = 'publish.lock';

/** The file that a running build keeps locked. */
const lockOf = (workshop: string, id: string): string => path.join(workshop, `${id}.lock`);

/** Does the work while no other process does work behind the same gate. */
function locked<T>(gate: string, work: () => T): T {
  const fd = openSync(gate, 'w');
  try {
    native?.waitForLockSync(fd);
    return work();
  } finally {
    closeSync(fd);
  }
}

/** Puts back a site whose exchange was cut in two, and removes one that another has replaced. */
function putBack(workshop: string, at: string): void {
  for (const name of readdirSync(workshop).filter((each) => each.endsWith(replaced))) {
    const whole = path.join(workshop, name);
    if (existsSync(at)) rmSync(whole, { recursive: true, force: true });
    else renameSync(whole, at);
  }
}

/** Removes the folders of processes that no longer run. */
function removeLeftovers(workshop: string): void {
  for (const name of readdirSync(workshop)) {
    const whole = path.join(workshop, name);
    if (name.endsWith('.lock') && name !== gateName && stopped(whole)) {
      // The folder first: as long as the lock's file stands, somebody comes back for the folder.
      rmSync(whole.slice(0, -'.lock'.length), { recursive: true, force: true });
      rmSync(whole, { force: true });
    }
  }
}

/** Says whether the process that made the lock's file has ended. */
function stopped(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return false;
  if (!native) return Date.now() - found.mtimeMs > surelyStopped;
  const fd = openSync(file, 'r+');
  try {
    return native.tryLock(fd);
  } finally {
    closeSync(fd);
  }
}

const replaced = '.replaced';

/** Puts the folder in the place of the published one, and the published one in its place. */
function exchange(folder: string, at: string): void {
  try {
    if (!existsSync(at)) renameSync(folder, at);
    else if (!exchanged(folder, at)) {
      const before = `${folder}${replaced}`;
      renameSync(at, before);
      renameSync(folder, at);
      renameSync(before, folder);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The site was built, but could not take the place of ${at}: ${reason}. ` +
        `That folder must be one that can be renamed: not a mount (mount the folder above it), and in a folder that you may write to.`,
      { cause: error },
    );
  }
}

/** Exchanges the two in one step. Returns false where the platform or the disk cannot, and two steps must do. */
function exchanged(folder: string, at: string): boolean {
  if (!native || process.platform === 'win32') return false;
  try {
    native.swapSync(folder, at);
    return true;
  } catch (error) {
    // https://man7.org/linux/man-pages/man2/rename.2.html: the disk knows no exchange.
    if (error instanceof Error && 'code' in error && ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(String(error.code)))
      return false;
    throw error;
  }
}
