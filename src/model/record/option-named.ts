// Which way to run a service a text names: "who patches the OS on RDS Custom for Oracle" names RDS Custom for Oracle.
import { normalize } from '../normalize.ts';

/** A service with the names of its ways to run it, the default first. */
export interface NamedOptions {
  readonly short: string;
  readonly options: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] | undefined }[];
}

/** Words that join others and name nothing. */
const joining = new Set(['for', 'on', 'and', 'with', 'the', 'of', 'in', 'your', 'own', 'to', 'at', 'or', 'a', 'aws', 'amazon']);

/** Said of so much on AWS that alone it names none. */
const vague = new Set(['managed']);

/** A plural names the same thing. */
const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/u, '') : word);

const wordsOf = (text: string): string[] =>
  normalize(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);

/** In letters. Shorter words differ by one letter and mean another thing. */
const minTypoLength = 5;

/** Whether a word is meant: equal, or one letter wrong, missing, doubled or swapped. */
function isMeant(word: string, said: ReadonlySet<string>): boolean {
  return said.has(word) || (word.length >= minTypoLength && [...said].some((each) => isTypo(each, word)));
}

function isTypo(said: string, word: string): boolean {
  const shorter = Math.min(said.length, word.length);
  let start = 0;
  while (start < shorter && said[start] === word[start]) start += 1;
  let end = 0;
  while (end < shorter - start && said.at(-1 - end) === word.at(-1 - end)) end += 1;
  const [wrong, right] = [said.slice(start, said.length - end), word.slice(start, word.length - end)];
  if (wrong.length <= 1 && right.length <= 1) return true;
  return right.length === 2 && wrong === `${right.charAt(1)}${right.charAt(0)}`;
}

/** What tells an option from its service, in the order of its name: "RDS Custom for Oracle" of RDS is custom, oracle. */
function distinguishing(name: string, service: ReadonlySet<string>): string[] {
  return wordsOf(name).filter((word) => !joining.has(word) && !service.has(word));
}

/** The names of an option: the whole, the parts before and within brackets, its id, its initials where they are three or more. */
function namesOfOption({ id, name, aliases = [] }: NamedOptions['options'][number]): string[] {
  const [, outside = name, inside = ''] = /^([^(]*)\(([^)]*)\)/u.exec(name) ?? [];
  const initials = wordsOf(outside).map((word) => word.charAt(0));
  return [name, outside, inside, ...(id === 'default' ? [] : [id]), ...(initials.length > 2 ? [initials.join('')] : []), ...aliases];
}

/**
 * Returns the id of the option that a text names: the one with the most words of a name of which the text has all, else the one with the
 * longest beginning of a name in the text. Undefined if the text names none; what is named by the service alone is the default.
 * @param text a question, a name or an alias
 * @param loose the part of the text that may hold the mere beginning of a name: a question without the words of its layer, since
 * "who patches the OS on Lambda" does not mean the OS-only runtime
 */
export function optionNamed({ short, options }: NamedOptions, text: string, loose = text): string | undefined {
  const service = new Set(wordsOf(short));
  const said = new Set(wordsOf(text));
  let named: string | undefined;
  let most = 0;
  for (const option of options) {
    for (const name of namesOfOption(option)) {
      const words = new Set(distinguishing(name, service));
      if (words.size <= most || ![...words].every((word) => isMeant(word, said))) continue;
      named = option.id;
      most = words.size;
    }
  }
  if (named !== undefined) return named;
  const begun = new Set(wordsOf(loose));
  for (const { id, name } of options) {
    const words = distinguishing(name, service);
    const until = words.findIndex((word) => !isMeant(word, begun));
    const run = until < 0 ? words.length : until;
    if (run <= most || (run === 1 && vague.has(words[0] ?? ''))) continue;
    named = id;
    most = run;
  }
  return named;
}
