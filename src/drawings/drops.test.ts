import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawDrops } from './drops.ts';

it('draws a button for each condition, and nothing for none', () => {
  const { document } = parseHTML('<div></div>');
  const root = document.querySelector('div');
  if (!root) throw new Error('linkedom did not parse the element');
  drawDrops(root, [{ key: 'area', text: 'Area: <b>database</b> (leaves 12)' }]);
  expect(root.innerHTML).toBe(
    '<button data-drop="area" class="tl-button" type="button">Area: &lt;b&gt;database&lt;/b&gt; (leaves 12)</button>',
  );
  drawDrops(root, []);
  expect(root.innerHTML).toBe('');
});
