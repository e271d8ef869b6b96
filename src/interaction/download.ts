/** Milliseconds after which the browser has its own hold of a download that has begun. */
const patience = 10_000;

/** Saves a file under a name, by a link that is never on the page. */
export function download(blob: Blob, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => {
    URL.revokeObjectURL(anchor.href);
  }, patience);
}
