import { expect, it } from 'vitest';
import { inlineOf, knownInline } from './known-inline.ts';

it('is what a component writes into pages as it stands', () => {
  const source = `---
const x = '<p>';
---
<script>import '/x.ts';</script>
<script is:inline data-x>
  f('<b>');
</script>
<style is:inline>p{}</style><style>q{}</style>
<script type="application/json" is:inline set:html={x} />`;
  expect(inlineOf(source)).toEqual({ scripts: ["\n  f('<b>');\n"], styles: ['p{}'] });
});

it('holds the script that sets the theme before the first paint, and those of Starlight', () => {
  const scripts = [...knownInline().scripts];
  expect(scripts.filter((text) => text.includes('tideline-theme'))).toHaveLength(1);
  expect(scripts.filter((text) => text.includes('_starlightScrollRestore'))).not.toEqual([]);
});
