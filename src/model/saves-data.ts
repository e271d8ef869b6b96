/**
 * Whether the reader asked for less traffic. Not every browser says so.
 * @param navigator of the page or of the worker
 */
export function savesData(navigator: object): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
}
