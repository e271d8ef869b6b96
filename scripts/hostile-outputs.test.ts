// The check of hostile content lets nothing through in any kind of file, and takes what is escaped.
import { describe, expect, it } from 'vitest';
import { escapeJson, escapeMarkdown, escapeMarkup } from '../src/model/escape.ts';
import { payload } from './hostile-content.ts';
import { faultOf } from './hostile-outputs.ts';

const fault = (kind: string, text: string): string | undefined => faultOf(kind, Buffer.from(text)).fault;
const page = (head: string, body: string): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const escaped = escapeMarkup(payload);
const quoted = payload.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

describe('a hostile text', () => {
  it.each([
    ['a title', '.html', page(`<title>${payload}</title>`, '')],
    ['an element', '.html', page('', `<p>${payload}</p>`)],
    ['an attribute', '.html', page('', `<p title="${payload}"></p>`)],
    ['an attribute, with brackets escaped', '.html', page('', `<p title="${payload.replaceAll('<', '&lt;')}"></p>`)],
    ['data', '.html', page(`<script type="application/json">${JSON.stringify({ payload })}</script>`, '')],
    ['data that is no JSON', '.html', page(`<script type="application/ld+json">${escaped}</script>`, '')],
    ['a script', '.html', page(`<script>const x = '${escaped}'</script>`, '')],
    ['a picture', '.svg', `<svg><title>${payload}</title></svg>`],
    ['a picture, with an ampersand', '.svg', `<svg><title>pwnpwn & more</title></svg>`],
    ['a feed', '.xml', `<feed><title>${payload}</title></feed>`],
    ['a section of a feed', '.xml', `<feed><![CDATA[${payload}]]></feed>`],
    ['a file of data', '.json', `{"a":"${payload}"}`],
    ['Markdown', '.md', `# ${payload}`],
    ['Markdown, within an address', '.md', 'See https://a.example/[x](javascript:pwnpwn)'],
    ['Markdown, as a picture within an address', '.md', 'See https://a.example/![x](https://a.example/pwnpwn.png)'],
    ['a list for machines', '.txt', `- ${payload}`],
    ['a list of redirects', '', `/services/pwnpwn"/ /x/ 301`],
    ['a map of redirects', '.map', `/services/<pwnpwn>/ /x/;`],
    ['a pack', '.yaml', `Description: ${payload}`],
    ['a pack, as a key of its own', '.yaml', `Description: x\npwnpwn: 1\n`],
    ['a pack that cannot be read', '.yaml', `# pwnpwn\nDescription: "x`],
    ['a kind of file that no check knows', '.js', payload],
  ])('is found in %s', (_, kind, text) => {
    expect(fault(kind, text)).toBeDefined();
  });

  it.each([
    [
      'a page',
      '.html',
      page(
        `<title>${escaped}</title><script type="application/json">${escapeJson(payload)}</script>`,
        `<p title="${quoted}">${escaped}</p>`,
      ),
    ],
    ['a picture', '.svg', `<svg viewBox="0 0 1 1"><title>${escaped}</title><g/></svg>`],
    ['a feed', '.xml', `<?xml version="1.0"?>\n<feed><!-- a --><t>${escaped}</t><c><![CDATA[${escaped}]]></c></feed>\n`],
    ['a file of data', '.json', JSON.stringify({ payload })],
    ['a list of redirects', '', '/services/x-pwnpwn/ /services/x/ 301\n'],
    ['a map of redirects', '.map', '/services/x-pwnpwn/ /services/x/;\n'],
    ['a pack', '.yaml', `# ${payload.replaceAll('\n', ' ')}\nDescription: ${JSON.stringify(payload)}\n`],
    ['Markdown', '.md', `# ${escapeMarkdown(payload)}\n\n- ${escapeMarkdown(payload)}\n`],
  ])('is taken where it is escaped, in %s', (_, kind, text) => {
    expect(faultOf(kind, Buffer.from(text))).toEqual({ fault: undefined, holdsText: true });
  });
});

it.each([
  ['a text alone', '1 0 obj\n(pwnpwn)\nendobj', undefined],
  ['letters of what is packed', '1 0 obj\n(pwnpwn)\n<< /Length 9 >>\nstream\n\u0000/AA \u0001\nendstream\nendobj', undefined],
  ['an action', '1 0 obj\n(pwnpwn)\n<< /AA << >> >>\nstream\nx\nendstream\nendobj', 'an action in a PDF'],
  ['objects that are packed', '1 0 obj\n(pwnpwn)\n<< /Type /ObjStm >>\nstream\nx\nendstream\nendobj', 'an action in a PDF'],
])('judges a PDF by its objects: %s', (_, text, fault) => {
  expect(faultOf('.pdf', Buffer.from(text)).fault).toBe(fault);
});
