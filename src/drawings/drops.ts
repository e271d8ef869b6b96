// Buttons that each take back a condition, where nothing meets them all.

/** What a reader may take back. */
export interface Drop {
  /** What the button is known by. */
  readonly key: string;
  readonly text: string;
}

/** Replaces the content of the element with a button for each. */
export function drawDrops(element: Element, drops: readonly Drop[]): void {
  const { ownerDocument } = element;
  element.replaceChildren(
    ...drops.map(({ key, text }) => {
      const button = ownerDocument.createElement('button');
      button.setAttribute('type', 'button');
      button.setAttribute('class', 'tl-button');
      button.setAttribute('data-drop', key);
      button.textContent = text;
      return button;
    }),
  );
}
