// Tells whether a built file has let a hostile text through, by the kind of file.
import { parseHTML } from 'linkedom';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument, visit } from 'yaml';

export interface Verdict {
  /** What got through; undefined if nothing did. */
  readonly fault: string | undefined;
  /** Whether a hostile text stands in it, escaped or not. */
  readonly holdsText: boolean;
}

/** Readers of Markdown with GitHub's extensions, which take a bare address whole, and readers without. */
const dialects = [unified().use(remarkParse).use(remarkGfm).freeze(), unified().use(remarkParse).freeze()];

/** What to look for in each kind of file. Other kinds must not hold the text at all. */
const checks: Readonly<Record<string, (text: string) => string | undefined>> = {
  '.html': (text) => brokenOut(text) ?? inPage(text),
  '.svg': (text) => brokenOut(text) ?? malformed(text) ?? newAttributes(parseHTML(text).document),
  '.xml': (text) => brokenOut(text) ?? malformed(text),
  '.json': (text) => (isJson(text) ? undefined : 'no JSON'),
  // Lists of redirects: _redirects, and the maps of servers.
  '': oddAddress,
  '.map': oddAddress,
  '.md': markupIn,
  '.yaml': (text) => oddYaml(text),
  '.txt': markupIn,
  // Its texts are strings that a viewer shows; what could do something is an action. What is packed may hold any three letters by chance,
  // but no action, as long as no objects are packed.
  '.pdf': (text) =>
    /\/(?:JavaScript|JS|Launch|SubmitForm|OpenAction|AA|ObjStm)\b/u.test(text.replaceAll(/\bstream\r?\n[^]*?\bendstream\b/gu, 'stream'))
      ? 'an action in a PDF'
      : undefined,
};

/** @param kind the ending of the file's name, `.html` */
export function faultOf(kind: string, bytes: Buffer): Verdict {
  const text = bytes.toString('utf8');
  const holdsText = text.includes('pwnpwn');
  if (!holdsText) return { fault: undefined, holdsText };
  const check = checks[kind];
  return { fault: check ? check(text) : 'holds texts of the content, and no check knows how they must be escaped', holdsText };
}

const around = (text: string, at: number): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 40));

/** Within the quotes of an attribute "<" is text. */
function brokenOut(whole: string): string | undefined {
  const text = whole.replaceAll(/="[^"]*"/gu, '=""');
  const at = text.search(/<\/?pwnpwn/u);
  return at < 0 ? undefined : `an element of a text: ${around(text, at)}`;
}

function inPage(text: string): string | undefined {
  const { document } = parseHTML(text);
  return newAttributes(document) ?? brokenData(document);
}

function newAttributes(document: Document): string | undefined {
  const found = document.querySelector('[pwnpwn], [pwnpwn\\=]');
  return found ? `an attribute of a text, on <${found.localName}>` : undefined;
}

/** Scripts of a page are its own, or data that can be read. */
function brokenData(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script')) {
    const type = script.getAttribute('type') ?? '';
    if (type.includes('json') && !isJson(script.textContent)) return `a block of ${type} that is no JSON`;
    if (!type.includes('json') && script.textContent.includes('pwnpwn')) return 'a text in a script';
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text stays the value of the key it was written for: it makes no key, no tag and no anchor, and ends no file early. */
function oddYaml(text: string): string | undefined {
  const parsed = parseDocument(text);
  const [error] = [...parsed.errors, ...parsed.warnings];
  if (error) return `YAML that cannot be read: ${error.message.slice(0, 120)}`;
  let odd: string | undefined;
  visit(parsed, {
    Scalar: (key, { value, tag }) => {
      if (key === 'key' && String(value).includes('pwnpwn')) odd ??= `a key of a text: ${JSON.stringify(value)}`;
      if (tag?.includes('pwnpwn') === true) odd ??= `a tag of a text: ${tag}`;
    },
    Alias: (_, { source }) => {
      odd ??= `an alias, *${source}`;
    },
  });
  return odd;
}

/** Names become addresses there, of which letters, digits and hyphens are all that is left. */
function oddAddress(text: string): string | undefined {
  const odd = text.split(/\s+/u).find((word) => word.includes('pwnpwn') && !/^~?\^?[\w/.~$-]+;?$/u.test(word));
  return odd === undefined ? undefined : `an address with more in it than letters, digits and hyphens: ${JSON.stringify(odd.slice(0, 80))}`;
}

/** A piece of an XML file: text, a comment, a CDATA section, an instruction or a tag. https://www.w3.org/TR/xml/#sec-logical-struct */
const piece =
  /[^<&]+|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|<!--(?:(?!--)[^])*-->|<!\[CDATA\[(?:(?!\]\]>)[^])*\]\]>|<\?(?:(?!\?>)[^])*\?>|<(?<end>\/?)(?<name>[a-z][\w:.-]*)(?:\s+[\w:.-]+="(?:[^"<&]|&(?:[a-z]+|#\d+|#x[0-9a-f]+);)*")*\s*(?<empty>\/?)>/iuy;

function malformed(text: string): string | undefined {
  const open: string[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const { name, end, empty } = piece.exec(text)?.groups ?? {};
    if (piece.lastIndex <= at) return `XML that is not well-formed: ${around(text, at)}`;
    if (name === undefined || empty === '/') continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) return `an end of <${name}> without its start: ${around(text, at)}`;
  }
  return open.length > 0 ? `<${open.join('>, <')}> without an end` : undefined;
}

/** HTML, code, and links to anything but pages. */
function markupIn(text: string): string | undefined {
  const walk = (node: Nodes): string | undefined => {
    if (node.type === 'html') return `HTML in Markdown: ${JSON.stringify(node.value.slice(0, 60))}`;
    if ((node.type === 'inlineCode' || node.type === 'code') && node.value.includes('pwnpwn'))
      return `code of a text: ${JSON.stringify(node.value.slice(0, 60))}`;
    // A bare address that a reader links leads where it says.
    const bare = node.type === 'link' && node.url.startsWith('https://') && toString(node) === node.url;
    if ((node.type === 'link' || node.type === 'image') && !bare && /pwnpwn|^javascript:/u.test(node.url))
      return `a link of a text: ${node.url.slice(0, 60)}`;
    return 'children' in node ? node.children.map(walk).find((fault) => fault !== undefined) : undefined;
  };
  return dialects.map((markdown) => walk(markdown.parse(text))).find((fault) => fault !== undefined);
}
