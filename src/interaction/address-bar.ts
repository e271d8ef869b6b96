// Writes the address of what is shown. Views draw first: the address follows what is on the page.

/** In milliseconds. Safari refuses more than a hundred changes in ten seconds. */
const pause = 1000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Sets the address, and again later where the browser refuses it; what is shown stays as it is.
 * @param push whether Back leads to the former address
 */
export function setAddress(address: string, push: boolean): void {
  clearTimeout(waiting);
  try {
    history[push ? 'pushState' : 'replaceState'](null, '', address);
  } catch {
    waiting = setTimeout(setAddress, pause, address, push);
  }
}
