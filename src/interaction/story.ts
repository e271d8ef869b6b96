// The story: on a phone buttons and arrow keys go from one way to run it to the next, and a finger needs no script.
// Where the four stand side by side, the sheet moves the line once; here it moves when it comes into sight, and again when asked.

class TideStory extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector('ol');
    if (!list) return;
    const go = (step: number): void => {
      const steps = [...list.children];
      const middle = list.getBoundingClientRect().left + list.clientWidth / 2;
      const distances = steps.map((each) => {
        const { left, width } = each.getBoundingClientRect();
        return Math.abs(left + width / 2 - middle);
      });
      const now = distances.indexOf(Math.min(...distances));
      steps[now + step]?.scrollIntoView({ block: 'nearest', inline: 'center' });
    };
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.addEventListener('click', () => {
        go(Number(button.dataset['step']));
      });
    this.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      // Side by side there is nowhere to go.
      if (step === undefined || list.scrollWidth <= list.clientWidth || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(step);
    });
    const move = (): void => {
      for (const animation of list.getAnimations({ subtree: true })) {
        animation.currentTime = 0;
        animation.play();
      }
    };
    this.querySelector('[data-again]')?.addEventListener('click', move);
    if (list.getBoundingClientRect().bottom > innerHeight) {
      const sight = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          sight.disconnect();
          move();
        },
        { threshold: 0.8 },
      );
      sight.observe(list);
    }
    this.dataset['live'] = '';
  }
}

customElements.define('tide-story', TideStory);
