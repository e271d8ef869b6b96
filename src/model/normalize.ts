// Prepares the words of a query for comparison and drops stop words.

/** Words that do not help to find a service or a layer. */
const stopWords = new Set(
  (
    'a an and any are as at be by can cant do does dont for from get had has have how i if in into is it its me my need of on or our ' +
    'should so something that the their them there they this to under us we what when where which while who whom whose why will with you your ' +
    'aws amazon responsible responsibility secure secures secured security handle handles handled manage manages managed own owns must ' +
    'default automatic automatically enable enabled enabling turn set setting settings happens happen whats whos best'
  ).split(' '),
);

/** Returns the text in lower case, without accents and punctuation, with one space between words. */
export function normalize(text: string): string {
  // Nearly all texts have plain letters and these signs alone, and to look for letters of all alphabets takes three times as long.
  if (/^[\0-\x7f’“”·]*$/u.test(text))
    return text
      .toLowerCase()
      .replaceAll(/['’]/gu, '')
      .replaceAll(/[^a-z\d]+/gu, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Returns the words that help to tell services apart. */
export function withoutStopWords(words: readonly string[]): string[] {
  return words.filter((word) => !stopWords.has(word));
}
