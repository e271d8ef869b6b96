import { parseHTML } from 'linkedom';
import { expect, it, vi } from 'vitest';
import { upgradeCombobox } from './combobox.ts';

const { document, Event } = parseHTML('<!doctype html><html><body><input><div hidden></div><p></p></body></html>');

function field() {
  const [input, list, status] = [document.createElement('input'), document.createElement('div'), document.createElement('p')];
  const chosen = vi.fn();
  upgradeCombobox(
    { input, list, status },
    () => ['amazon-s3', 'amazon-sqs'].map((key) => ({ name: '', choices: [{ key, text: key }] })),
    () => '',
    chosen,
  );
  input.value = 's';
  input.dispatchEvent(new Event('input'));
  const press = (key: string, more: Partial<KeyboardEvent> = {}): boolean =>
    input.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, ...more }));
  return { input, list, chosen, press };
}

it('Enter chooses the first of what is offered', () => {
  const { press, chosen } = field();
  press('Enter');
  expect(chosen).toHaveBeenCalledExactlyOnceWith('amazon-s3');
});

it.each([
  ['as the standard says', { isComposing: true }],
  ['as macOS says', { isComposing: false, keyCode: 229 }],
])('keys of an input method, %s, are left to it', (_, method) => {
  const { input, list, press, chosen } = field();
  for (const key of ['Enter', 'ArrowDown', 'ArrowUp', 'Escape']) expect(press(key, method), key).toBe(true);
  expect(chosen).not.toHaveBeenCalled();
  expect([input.value, list.hidden, input.hasAttribute('aria-activedescendant')]).toEqual(['s', false, false]);
});
