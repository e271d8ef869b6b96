// Words that the interface must not show, each with its replacement and the reason. scripts/interface-text.ts looks for them.

export interface RefusedWord {
  readonly pattern: RegExp;
  readonly instead: string;
  readonly because: string;
}

/** `npm run check:prose` fails if the interface shows one of these. */
export const refusedWords: readonly RefusedWord[] = [
  // One name for one thing.
  { pattern: /\bNot there\b/u, instead: "Doesn't apply", because: 'a layer that does not exist has one name' },
  { pattern: /^Both$|\b[Yy]ou and AWS both\b|\bBoth, each a part\b/u, instead: 'Shared', because: 'a shared layer has one name' },
  { pattern: /\b[Tt]he customer\b/u, instead: 'you', because: 'readers are the customer' },
  { pattern: /\bBeside the lesson\b/u, instead: 'Resources', because: 'the course consists of lessons, so "the lesson" is unclear' },
  { pattern: /\bCases from real life\b/u, instead: 'Real incidents', because: 'cases have one name' },
  // Everyday words.
  { pattern: /\b[Mm]end(?:s|ed|ing)?\b/u, instead: 'fix', because: 'people mend clothes and fix faults' },
  { pattern: /(?<!\b[Tt]here )\b(?:is|are) no (?!longer\b|more\b|different\b)/u, instead: 'is not a', because: 'it reads as translated' },
  { pattern: /\b[Ll]eft out\b/u, instead: 'ignored', because: 'readers must know what happened to their input' },
  { pattern: /\bNot understood\b/u, instead: 'We ignored', because: 'a message says what happened' },
  { pattern: /\b[Ll]ately\b/u, instead: 'recently', because: 'other sites say "recently opened"' },
  { pattern: /\bNo service of\b/u, instead: 'No services match', because: 'a message is a sentence' },
  { pattern: /\bwhere the two differ\b/u, instead: 'if the two differ', because: '"where" is about places' },
  { pattern: /\b[Ww]hoever\b/u, instead: 'anyone who', because: 'it is stiff' },
  { pattern: /\b[Nn]obody but\b/u, instead: 'only', because: 'it is stiff' },
  { pattern: /\b[Tt]hat which\b/u, instead: 'what', because: 'it is stiff' },
  { pattern: /\bfor ears\b/u, instead: 'for screen readers', because: 'it is a riddle' },
  { pattern: /\bleads nowhere\b/u, instead: "we can't find that page", because: 'it is a riddle' },
  { pattern: /\b[Aa]new\b/u, instead: 'again', because: 'it is a word of books' },
  { pattern: /\bas a picture\b/u, instead: 'Open as image', because: 'a link says what it does' },
  { pattern: /\bPicture in words\b/u, instead: 'Text version', because: 'it is the usual term' },
  { pattern: /^says so$/u, instead: 'Source: AWS', because: 'a source has one form' },
  { pattern: /\bNot right\b/u, instead: 'Not quite', because: 'it is friendlier' },
  { pattern: /\b(?:Draw again|your draw)\b/u, instead: 'Try a new set', because: 'readers do not draw questions' },
  { pattern: /\blies in\b/u, instead: 'is stored in', because: 'data does not lie' },
  { pattern: /\bnot kept\b/u, instead: 'not saved', because: 'it is the usual term' },
  { pattern: /\bNobody supervised\b/u, instead: 'Self-assessed', because: 'it is the usual term' },
  { pattern: /\bview along\b/u, instead: 'Export and share', because: 'it is a riddle' },
  { pattern: /\bTrue of every\b/u, instead: 'The same for every', because: 'it is a term of logic' },
  { pattern: /\bLook next at\b/u, instead: 'Related services:', because: 'it is the usual term' },
  { pattern: /\bThis page as data\b/u, instead: 'JSON', because: 'it is the usual term' },
  { pattern: /\bEdit the record\b/u, instead: 'Suggest a change', because: 'readers do not know what a record is' },
  { pattern: /\bLook a service up\b/u, instead: 'Look up a service', because: 'the verb and its particle stay together in a label' },
  { pattern: /\bOften looked up\b/u, instead: 'Popular', because: 'it is shorter' },
  { pattern: /\bLearn the model\b|\bshort lesson\b/u, instead: 'Take the course', because: 'the course has one name' },
  { pattern: /“Both”/u, instead: '“Shared”', because: 'a shared layer has one name' },
  { pattern: /\bAnyone\b/u, instead: 'Any', because: 'AWS is not a person' },
  { pattern: /\bof it yours\b/u, instead: 'of your work', because: 'it reads as translated' },
  { pattern: /^Show all$/u, instead: 'Clear filters', because: 'a label says what the button does' },
  { pattern: /\brests on\b/u, instead: 'cites', because: 'answers cite pages' },
];
