// Saves files from the page.

/** In milliseconds. By then the browser has started the download and no longer needs the address. */
const patience = 10_000;

/** Saves a blob as a file, through a link that is never added to the page. */
export function download(blob: Blob, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => {
    URL.revokeObjectURL(anchor.href);
  }, patience);
}
