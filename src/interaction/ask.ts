// The question before what cannot be taken back.

/**
 * Makes a question in the page work: it takes the focus to the way out, which gives it back, as Escape does.
 * @param question hidden until it is asked; the way out is its button [data-stay]
 * @param asker the button that asks it
 * @returns shows the question, or takes it away
 */
export function upgradeQuestion(question: HTMLElement, asker: HTMLElement | null): (asks: boolean) => void {
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
  return ask;
}
