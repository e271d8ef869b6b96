import { describe, expect, it } from 'vitest';
import { readInterface, refusals, textsIn } from './interface-text.ts';
import { refusedWords } from './refused-words.ts';

const component = `---
import Mend from './Mend.astro';
const { anew = 'is-no-text' } = Astro.props;
const labels = { 'Not there': 'First label' };
---

{/* Not there */}
<p class="Not there" data-Both={anew} {...labels}>
  Some text, {anew === '' ? 'Shown' : \`\${anew} of twelve\`}
</p>
<script type="application/json" set:html={anew} />
<input placeholder="A name" value="Not there" aria-label={\`Name \${anew}\`} />
<Mend />
<script>
  import '../interaction/mend.ts';
</script>
<p>
  Last line
</p>
`;

describe('the text of the interface', () => {
  it('is what readers see in a component, with its lines', () => {
    expect(textsIn('src/components/X.astro', component)).toEqual([
      { place: 'src/components/X.astro:4', text: 'First label' },
      { place: 'src/components/X.astro:9', text: 'Some text,' },
      { place: 'src/components/X.astro:9', text: 'Shown' },
      { place: 'src/components/X.astro:9', text: '… of twelve' },
      { place: 'src/components/X.astro:12', text: 'A name' },
      { place: 'src/components/X.astro:12', text: 'Name …' },
      { place: 'src/components/X.astro:18', text: 'Last line' },
    ]);
  });

  it('is what looks like text in a script', () => {
    const script = `
      import { mend } from './mend.ts';
      type Mended = 'Not there';
      // Both
      const mended = root.querySelector('Mend .anew')?.getAttribute('Not there');
      if (key === 'anew') status.textContent = \`Mended \${mended} times.\`;
      object['Not there'] = 'Both';
    `;
    expect(textsIn('src/interaction/x.ts', script).map(({ text }) => text)).toEqual(['Mended … times.', 'Both']);
  });

  it('is found in every component that has some, to its last line', () => {
    const texts = readInterface(process.cwd());
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Ready-made comparisons', 'Link copied.', 'Services, layer by layer']),
    );
    expect(texts.filter(({ text }) => /=>|className|import /u.test(text))).toEqual([]);
  });
});

describe('a refused word', () => {
  it('is reported with its place and its replacement', () => {
    const texts = textsIn('src/components/X.astro', '<p>\n  This layer is\n  Not there.\n</p>');
    expect(refusals(texts, refusedWords)).toEqual([
      "src/components/X.astro:2: “Not there” in “This layer is Not there.”: write “Doesn't apply”, because a layer that does not exist has one name",
    ]);
  });

  it.each(['Mended', 'That is no service', 'Both', 'Opened lately'])('is reported in “%s”', (text) => {
    expect(refusals([{ place: 'x', text }], refusedWords)).toHaveLength(1);
  });

  it.each(['We recommend it', 'There is no split to show', 'It is no longer open', 'Both sides'])('is not reported in “%s”', (text) => {
    expect(refusals([{ place: 'x', text }], refusedWords)).toEqual([]);
  });

  it('has a replacement that is not refused itself', () => {
    expect(
      refusals(
        refusedWords.map(({ instead }) => ({ place: 'x', text: instead })),
        refusedWords,
      ),
    ).toEqual([]);
  });
});
