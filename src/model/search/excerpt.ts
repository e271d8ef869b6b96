// The part of a text that answers a question: a few sentences together that hold most of its words.
import { askedStems } from './texts.ts';
import { stemsOf } from './words.ts';

/** Returns the sentences of a text with the space after each; a text without an end of a sentence is one. */
const sentencesOf = (text: string): string[] => text.match(/.*?[.!?:](?:\s+(?=[A-Z0-9"“])|\s*$)|.+$/gsu) ?? [];

/**
 * Returns as many sentences in a row as fit, beginning where most words of the question are; the whole text where it fits.
 * "… " stands before what does not begin the text.
 * @param most in characters; a longer sentence is cut at a space
 */
export function excerptOf(text: string, query: string, most: number): string {
  if (text.length <= most) return text;
  const sentences = sentencesOf(text);
  const asked = askedStems(query);
  const windows = sentences.map((_, from) => {
    let part = '';
    for (const sentence of sentences.slice(from)) {
      if (part !== '' && (part + sentence).trimEnd().length > most) break;
      part += sentence;
    }
    const stems = new Set(stemsOf(part));
    return { from, part: part.trim(), found: asked.filter((word) => stems.has(word)).length };
  });
  const [first, ...others] = windows;
  if (!first) return '';
  const best = others.reduce((left, right) => (right.found > left.found ? right : left), first);
  const whole = best.part.length <= most ? best.part : `${best.part.slice(0, best.part.lastIndexOf(' ', most - 2))} …`;
  return best.from === 0 ? whole : `… ${whole}`;
}
