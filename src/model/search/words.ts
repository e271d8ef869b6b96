// Words of questions and texts in the form in which they are compared: without endings, and with the edits that a typo takes.
import { normalize } from '../normalize.ts';

/** Spellings of one word. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(?=(?:e[ds]?|ing|ation|ations)$)/u, 'iz'],
  [/centre/u, 'center'],
  [/licence/u, 'license'],
  [/neighbour/u, 'neighbor'],
  [/colour/u, 'color'],
  [/behaviour/u, 'behavior'],
  [/catalogue/u, 'catalog'],
];

const spelled = (word: string): string => spellings.reduce((left, [pattern, spelling]) => left.replace(pattern, spelling), word);

/** In letters. Shorter words have no ending to lose: "sns" is no plural. */
const minStemmed = 4;
/** In letters. What is left of a word must still say something. */
const minLeft = 3;

/** Texts say the same few thousand words forty thousand times. */
const stems = new Map<string, string>();

/** Returns a word without its ending: patches, patched and patching are "patch". The result is for comparison, not for reading. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const left = withoutEnding(word);
  stems.set(word, left);
  return left;
}

function withoutEnding(word: string): string {
  if (word.length < minStemmed || /\d/u.test(word)) return word;
  let left = spelled(word);
  for (const [ending, instead] of endings) {
    const shorter = left.replace(ending, instead);
    if (shorter.length >= minLeft) left = shorter;
  }
  return left.replace(/([bdgmnprt])\1$/u, '$1').replace(/(?<=\w{3})y$/u, 'i');
}

/** In this order: a plural may end a noun that ends a verb. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/u, 'y'],
  [/(?<=ss|sh|ch|x|z)es$/u, ''],
  [/(?<=[^siu]|[^s]i)s$/u, ''],
  [/ment$/u, ''],
  [/(?:ed|ing)$/u, ''],
  [/ation$/u, 'at'],
  [/ion$/u, ''],
  [/e$/u, ''],
];

/** Returns the words of a text, normalized; empty for a text without letters and digits. */
export const wordsOf = (text: string): string[] =>
  normalize(text)
    .split(' ')
    .filter((word) => word !== '');

/** Returns the words of a text without their endings. */
export const stemsOf = (text: string): string[] => wordsOf(text).map(stem);

/** Words joined without spaces and plurals: "dynamo db" and "DynamoDB" are the same. */
export const glued = (words: readonly string[]): string => words.map(singular).join('');

/** A plural names the same thing. Short words keep their s, because "eks" is no plural. */
export const singular = (word: string): string =>
  word.length > 3
    ? spelled(word)
        .replace(/(?<=\w{2})ies$/u, 'y')
        .replace(/(?<=[^s])s$/u, '')
    : word;

/**
 * Returns the number of edits between two words, a swap of neighbours counted as one; `most` + 1 where it is more than `most`.
 * Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, most + 1);
}

/** Returns how many edits a typo in a word may take: none in a short word or one with digits, where one edit makes another word. */
export const typosIn = (word: string): number => (word.length < 5 || /\d/u.test(word) ? 0 : word.length < 11 ? 1 : 2);
