// Controls that few need, folded until they are asked for.

/** Shows them in the form, or folds them. */
export function unfoldMore(form: HTMLFormElement, open: boolean): void {
  form.toggleAttribute('data-more', open);
  form.querySelector('[aria-controls="explorer-more"]')?.setAttribute('aria-expanded', String(open));
}
