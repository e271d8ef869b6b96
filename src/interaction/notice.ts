// What a view tells its reader above the drawing.

/**
 * Shows the text, or hides the notice where there is none.
 * @param retry what the button beside it does; without it there is no button
 */
export function tell(root: HTMLElement, text: string, retry?: () => void): void {
  const notice = root.querySelector<HTMLElement>('[data-notice]');
  const button = root.querySelector<HTMLButtonElement>('[data-retry]');
  if (notice) {
    notice.hidden = text === '';
    notice.textContent = text;
  }
  if (button) {
    button.hidden = !retry;
    button.onclick = retry ?? null;
  }
}
