// Types of fs-native-extensions, which has none of its own, as far as they are used.
declare module 'fs-native-extensions' {
  /** Asks for the lock on an open file. The system gives it back when the process ends, however it ends. */
  export function tryLock(fd: number): boolean;
  /** Waits for the lock on an open file. */
  export function waitForLockSync(fd: number): void;
  export function unlock(fd: number): void;
  /** Exchanges two paths in one step on Linux and macOS, in three on Windows. */
  export function swapSync(from: string, to: string): void;
}
