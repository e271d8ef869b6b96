// Writes a text where parts of it would otherwise be read as something else: as markup, Markdown, a formula or the end of a script.

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For HTML and XML, in elements and in quoted attributes. */
export const escapeMarkup = (text: string): string => text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '');

/** JSON for a `<script>` that holds data: "</script>" in a text would end it. */
export const escapeJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** One in which nothing is markup, with which it would end for readers that link none. */
const address = /^https:\/\/(?!\S*&#?\w+;)[^\s<>|[\]`*~!\\]+$/u;

/**
 * For a line of Markdown or a cell of its tables: emphasis, code, links, HTML and the end of the cell are written as text.
 * A word that is an address stays one, because readers of Markdown link it, if none of its characters is markup.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\s+/u)
    .map((word, index) => {
      if (address.test(word)) return word;
      // What only begins as an address is none: readers that link it would take it whole.
      const escaped = word.replaceAll(/[\\`*_[\]<>|~&]/gu, '\\$&').replace(/^(https?)(?=:)/iu, '$1\\');
      // At the start of a line a list, a heading or a rule would begin.
      return index === 0 ? escaped.replace(/^(#{1,6}|[-+=]+)$/u, '\\$1').replace(/^(\d+)([.)])$/u, '$1\\$2') : escaped;
    })
    .join(' ');
}

/**
 * For a cell of CSV: an apostrophe before what a spreadsheet would run as a formula, also in the wide letters of East Asian keyboards.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const escapeFormula = (text: string): string => (/^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text);
