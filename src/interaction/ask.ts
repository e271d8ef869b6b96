// The question before what cannot be taken back.

/**
 * Makes a question in the page work: it takes the focus to the way out, which gives it back, as Escape does.
 * @param question hidden until it is asked; its buttons are [data-erase-all] and the way out, [data-stay]
 * @param asker the button that asks it
 * @param erase called once that is confirmed
 * @returns shows the question
 */
export function upgradeQuestion(question: HTMLElement, asker: HTMLElement | null, erase: () => void): () => void {
  const stay = question.querySelector<HTMLElement>('[data-stay]');
  const ask = (asks: boolean): void => {
    question.hidden = !asks;
    (asks ? stay : asker)?.focus();
  };
  stay?.addEventListener('click', () => {
    ask(false);
  });
  question.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') ask(false);
  });
  question.querySelector('[data-erase-all]')?.addEventListener('click', () => {
    ask(false);
    erase();
  });
  return () => {
    ask(true);
  };
}
