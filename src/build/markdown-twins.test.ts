import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { twinFile, twinOf, withPages, writeTwins } from './markdown-twins.ts';

const page = (
  body: string,
  head = '<link rel="alternate" type="text/markdown" href="/guide/compute.md">',
) => `<!doctype html><html><head><link rel="canonical" href="https://tideline.example/guide/compute/">${head}<meta name="description" content="What it says."></head>
<body><main><h1>Compute</h1><p class="page-facts">Lesson 5</p><div class="sl-markdown-content">${body}</div><footer>Independent</footer></main></body></html>`;
const saidBy = (body: string): string | undefined => twinOf(page(body))?.text.split('/guide/compute/>\n\n')[1];

describe('a page as Markdown', () => {
  it('begins with its title, what it says, and where it stands', () => {
    expect(twinOf(page('<p>Text</p>'))?.text).toBe(
      '# Compute\n\nWhat it says.\n\nLesson 5\n\n<https://tideline.example/guide/compute/>\n\nText\n',
    );
  });

  it('keeps headings, tables and lists, and makes links whole', () => {
    expect(saidBy('<h2>Steps</h2><ul><li><a href="/services/amazon-eks/?option=a&amp;layer=os">EKS</a></li></ul>')).toBe(
      '## Steps\n\n- [EKS](https://tideline.example/services/amazon-eks/?option=a&layer=os)\n',
    );
    expect(saidBy('<table><tr><th>Step</th><th>You</th></tr><tr><td>EC2</td><td>Patch</td></tr></table>')).toBe(
      '| Step | You |\n| - | - |\n| EC2 | Patch |\n',
    );
  });

  it('leaves out what only a browser uses', () => {
    const controls = '<form data-needs-js><label>Sort</label></form><button>Go</button><svg><text>12</text></svg><p hidden>Notice</p>';
    expect(saidBy(`${controls}<script>f()</script><p data-no-js>Off</p><p>Text</p>`)).toBe('Text\n');
  });

  it('keeps the words of buttons that are the head of a column or a row, and no other button there', () => {
    const sort = '<button type="button" disabled><span>Layer</span></button>';
    const head = `<tr><th>${sort}</th><th><a href="https://a.example/">EC2</a><button data-needs-js>Remove</button></th></tr>`;
    const row = `<tr><th><button disabled aria-expanded="false"><span>Backup</span></button><small>Yours</small></th><td>Test it</td></tr>`;
    expect(saidBy(`<table><thead>${head}</thead><tbody>${row}</tbody></table>`)).toBe(
      '| Layer | [EC2](https://a.example/) |\n| - | - |\n| Backup · Yours | Test it |\n',
    );
  });

  it('tells the bands of a diagram, and leaves what opens below them to the pages of the services', () => {
    const band = '<summary><span>Backup</span><span><span>Shared. </span><span>You: </span><span>Test it</span></span></summary>';
    expect(saidBy(`<ol class="split"><li><details>${band}<div class="panel">Why</div></details></li></ol>`)).toBe(
      '1. Backup · Shared. You: Test it\n',
    );
  });

  it('sets apart what style sheets set apart', () => {
    expect(saidBy('<p><a href="https://a.example/">ACM</a><span>Managed</span> (<em>new</em>)</p>')).toBe(
      '[ACM](https://a.example/) · Managed (*new*)\n',
    );
    expect(saidBy('<table><tr><th>Cell</th></tr><tr><td><p>You.</p><p>Do it</p><details>Why</details></td></tr></table>')).toContain(
      '| You. Do it · Why |',
    );
  });

  it('writes what is markup as text', () => {
    expect(saidBy('<p>&lt;b&gt; [x](javascript:1) `y`</p>')).toBe('\\<b> \\[x]\\(javascript:1) \\`y\\`\n');
  });

  it('is not written for a page that names none', () => {
    expect(twinOf(page('<p>Text</p>', ''))).toBeUndefined();
  });
});

it('stands beside its page', () => {
  expect(['index.html', 'guide/index.html', 'guide/compute/index.html'].map(twinFile)).toEqual([
    'index.md',
    'guide.md',
    'guide/compute.md',
  ]);
});

describe('the list for programs', () => {
  it('names the pages before the services', () => {
    const pages = [{ title: 'A [b] &amp; ~c~', description: 'What it says.', address: 'https://a.example/b.md' }];
    expect(withPages('# T\n\n## Services\n\n- x\n', pages)).toBe(
      '# T\n\n## Pages\n\n- [A \\[b\\] \\&amp; \\~c\\~](https://a.example/b.md): What it says.\n\n## Services\n\n- x\n',
    );
  });

  it('names every page that was written, and no service, whose own is there', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'twins-'));
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    };
    write('guide/compute/index.html', page('<p>Text</p>'));
    write('services/amazon-eks/index.html', page('<p>Text</p>'));
    write('services/amazon-eks.md', 'its own');
    write('services/eks/index.html', '<!doctype html><meta http-equiv="refresh" content="0;url=/services/amazon-eks/">');
    write('llms.txt', '# T\n\n## Services\n');
    expect(await writeTwins(root)).toBe(1);
    expect(readFileSync(path.join(root, 'llms.txt'), 'utf8')).toContain(
      '- [Compute](https://tideline.example/guide/compute.md): What it says.',
    );
    expect(readFileSync(path.join(root, 'services/amazon-eks.md'), 'utf8')).toBe('its own');
    rmSync(root, { recursive: true });
  });
});
