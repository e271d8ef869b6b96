// Texts that break out of wherever they are written unescaped.

/**
 * Ends a title, a script, an attribute, a comment and a CDATA section, opens an element, and begins links and code of Markdown, alone and
 * within what looks like an address.
 * Its parts are looked for in the built files by hostile-outputs.ts.
 */
export const payload = ` " pwnpwn="1" '><pwnpwn pwnpwn="1"></pwnpwn></title></script></style></textarea>--]]><pwnpwn> [x](javascript:pwnpwn) https://a.example/[x](javascript:pwnpwn) https://a.example/![x](https://a.example/pwnpwn.png) \`\${pwnpwn} {pwnpwn} &amp;<`;

/**
 * The text of a module that takes the place of src/content/load.ts: the same content, with the payload after every text.
 * Ids, addresses, days and numbers are what they were: the schema allows nothing else in them, and links must lead somewhere.
 */
export const hostileLoader = `// @ts-nocheck
import { getContent as read } from './load-real.ts';
export * from './load-real.ts';
const payload = ${JSON.stringify(payload)};
const isName = (text) => /^[a-z0-9.-]*$|^https?:\\S*$|^\\/|^[csanpdwoyu]{14}( |$)/u.test(text);
const hostile = (value, key) => {
  if (typeof value === 'string') return isName(value) ? value : value + payload;
  if (Array.isArray(value)) return value.map((each) => hostile(each, key));
  if (value instanceof Set || value instanceof Map || typeof value !== 'object' || value === null) return value;
  // The syntax trees of lessons name their nodes in capital letters.
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'type' || name === 'name' && 'attributes' in value ? each : hostile(each, name)]));
};
let made;
export function getContent(root) {
  const content = read((root ?? process.cwd()) + '/real');
  if (made?.from !== content) made = { from: content, content: hostile(content) };
  return made.content;
}
`;
