// How words are put into a sentence. A file of its own, because the search needs it before anything else.

/** The name of a default within a sentence: "not until you ask", but "AWS does not say". */
export const nameInText = (name: string): string => (/^\p{Lu}{2}/u.test(name) ? name : lowerFirst(name));

/** A name within a sentence: "network and firewall". */
export const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** "a", "a and b", "a, b and c". */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
