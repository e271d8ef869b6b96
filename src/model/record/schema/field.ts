// The fields that content files share: text, names, phrases, addresses, ids, days.
import { z } from 'zod';
import { findHidden, hasAngleBracket, hasTag } from '../../characters.ts';
import { futureDay } from '../clock.ts';

/** How many sentences a text has. Abbreviations with inner dots (e.g.), version numbers and file names are not ends of sentences. */
export const sentences = (value: string): number =>
  value.split(/(?<!\b[A-Z])[.!?](?=\s+[A-Z0-9"“(`]|\s*$)/u).filter((part) => part.trim() !== '').length;

/** Hosts whose pages may be cited. A host stands for itself and its subdomains. */
export const sourceHosts = ['aws.amazon.com', 'amazonaws.com', 'aws', 'awsstatic.com'] as const;

/** Refuses what readers cannot see. What was found is told by its name, because the text itself would not show it. */
function assertVisible(value: string, context: z.core.$RefinementCtx): void {
  const hidden = findHidden(value);
  if (!hidden) return;
  const message = hidden.name.endsWith('LINE FEED')
    ? 'has a line end in it: write it as one paragraph, after ">-" or without an empty line'
    : 'readers cannot see it: remove it, and type the text around it again if it was copied';
  context.addIssue({
    code: 'custom',
    message,
    input: value,
    params: { found: `${hidden.name}, character ${hidden.index + 1} of the text` },
  });
}

/** Plain prose: everything that shows it escapes it, and what looks like a tag is refused as a mistake of its author. */
export const text = (what: string, max: number) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `missing: write ${what}` : `write ${what} as text`) })
    .trim()
    .min(1, { error: `empty: write ${what}`, abort: true })
    .max(max, { error: `too long: ${what} takes at most ${max} characters; move the rest to detail`, abort: true })
    .refine((value) => !hasTag(value), {
      error: 'has a tag in it: texts are plain; remove the tag, or put a space after "<" where it means "less than"',
      abort: true,
    })
    .superRefine(assertVisible);

/** A name or a label: shown in titles, addresses, drawings and files, where nothing needs an angle bracket. */
export const name = (what: string, max: number) =>
  text(what, max).refine((value) => !hasAngleBracket(value), 'has "<" or ">" in it: names and phrases have none; write it in words');

export const phrase = (what: string, max: number) =>
  name(`the phrase of ${what}`, max).refine((value) => !value.endsWith('.'), 'ends with a full stop: a phrase has none; remove it');

/** https, a host of AWS in lower case, no port, no user, nothing that an address writes escaped. Also the pattern of the published schemas. */
const sourcePattern = new RegExp(
  `^https://(?:[a-z0-9-]+\\.)*(?:${sourceHosts.map((host) => host.replaceAll('.', '\\.')).join('|')})(?:[/?#][^\\s<>"'\`{}|^\\\\]*)?$`,
  'u',
);

/** An AWS page: https, on one of AWS's own domains. */
export const source = text('the address of the AWS page that says it', 400).regex(
  sourcePattern,
  "not an https address on one of AWS's own domains: cite the AWS page that states the fact, with https://",
);

/** A public page of anybody. */
export const webPage = text('the address of the page', 400).regex(
  /^https:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?:[/?#][^\s<>"'`{}|^\\]*)?$/u,
  'not an https address: cite a public page, with its host in lower case',
);

/** Lower case with hyphens, as it stands in addresses. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'not an id: use lower-case letters, digits and single hyphens');

// Today in UTC+14, the earliest time zone, so that nobody's own date is refused.
const today = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** A day as YYYY-MM-DD, today at the latest: nobody has reviewed anything tomorrow. */
export const pastDay = z.iso
  .date({ error: 'not a day: write it as YYYY-MM-DD, without a time', abort: true })
  .refine((day) => day <= today(), futureDay);
