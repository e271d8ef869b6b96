// What no plain text needs: markup, and characters that hide text, turn it around, end a line or steer a terminal.

/** Names as Unicode gives them; of control characters the names of its list of aliases. https://www.unicode.org/charts/ */
const names: Readonly<Record<number, string>> = {
  0x00: 'NULL',
  0x07: 'BELL',
  0x08: 'BACKSPACE',
  0x09: 'TAB',
  0x0a: 'LINE FEED',
  0x0b: 'LINE TABULATION',
  0x0c: 'FORM FEED',
  0x0d: 'CARRIAGE RETURN',
  0x1b: 'ESCAPE',
  0x7f: 'DELETE',
  0x85: 'NEXT LINE',
  0x9b: 'CONTROL SEQUENCE INTRODUCER',
  0xad: 'SOFT HYPHEN',
  0x034f: 'COMBINING GRAPHEME JOINER',
  0x061c: 'ARABIC LETTER MARK',
  0x115f: 'HANGUL CHOSEONG FILLER',
  0x1160: 'HANGUL JUNGSEONG FILLER',
  0x180e: 'MONGOLIAN VOWEL SEPARATOR',
  0x200b: 'ZERO WIDTH SPACE',
  0x200c: 'ZERO WIDTH NON-JOINER',
  0x200d: 'ZERO WIDTH JOINER',
  0x200e: 'LEFT-TO-RIGHT MARK',
  0x200f: 'RIGHT-TO-LEFT MARK',
  0x2028: 'LINE SEPARATOR',
  0x2029: 'PARAGRAPH SEPARATOR',
  0x202a: 'LEFT-TO-RIGHT EMBEDDING',
  0x202b: 'RIGHT-TO-LEFT EMBEDDING',
  0x202c: 'POP DIRECTIONAL FORMATTING',
  0x202d: 'LEFT-TO-RIGHT OVERRIDE',
  0x202e: 'RIGHT-TO-LEFT OVERRIDE',
  0x2060: 'WORD JOINER',
  0x2061: 'FUNCTION APPLICATION',
  0x2062: 'INVISIBLE TIMES',
  0x2063: 'INVISIBLE SEPARATOR',
  0x2064: 'INVISIBLE PLUS',
  0x2066: 'LEFT-TO-RIGHT ISOLATE',
  0x2067: 'RIGHT-TO-LEFT ISOLATE',
  0x2068: 'FIRST STRONG ISOLATE',
  0x2069: 'POP DIRECTIONAL ISOLATE',
  0x3164: 'HANGUL FILLER',
  0xfe0f: 'VARIATION SELECTOR-16',
  0xfeff: 'ZERO WIDTH NO-BREAK SPACE',
  0xffa0: 'HALFWIDTH HANGUL FILLER',
  0xfffd: 'REPLACEMENT CHARACTER',
};

/** What a character without a name of its own here is, by its class in Unicode. */
const kinds: readonly (readonly [test: RegExp, name: string])[] = [
  [/\p{Cc}/u, 'a control character'],
  [/\p{Cs}/u, 'half of a character'],
  [/\p{Co}/u, 'a private-use character'],
  [/\p{Cn}/u, 'not a character'],
];

/** Controls, lone halves, private use, line and paragraph separators, everything that is drawn as nothing, and what stands for lost bytes. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]/u;
const allHidden = new RegExp(hidden, 'gu');

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** "U+202E RIGHT-TO-LEFT OVERRIDE" */
function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = names[code] ?? kinds.find(([test]) => test.test(character))?.[1] ?? 'an invisible character';
  return `U+${hex(code)} ${name}`;
}

/** A character that a reader cannot see. */
export interface HiddenCharacter {
  /** "U+202E RIGHT-TO-LEFT OVERRIDE" */
  readonly name: string;
  /** Where it stands in the text, from 0. */
  readonly index: number;
}

/**
 * Returns the first character that is drawn as nothing or steers what is drawn; undefined if there is none.
 * @param allowed characters that the format needs, such as line ends in a lesson
 */
export function findHidden(text: string, allowed = ''): HiddenCharacter | undefined {
  for (const match of text.matchAll(allHidden)) {
    if (!allowed.includes(match[0])) return { name: characterName(match[0]), index: match.index };
  }
  return undefined;
}

/** Returns a text in which hidden characters are written out, `\u001b`, so that a terminal shows them and does not obey them. */
export function visible(text: string): string {
  return text.replace(allHidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** "<" before a letter, "/", "!" or "?" begins a tag, a comment or an instruction; "< 5" begins nothing. */
export const hasTag = (text: string): boolean => /<[a-z/!?]/iu.test(text);

export const hasAngleBracket = (text: string): boolean => /[<>]/u.test(text);

/** Code, tags and links of Markdown or HTML. */
export const hasMarkup = (text: string): boolean => /[`<>]|\]\(/u.test(text);
