// The fields that content files share: text, phrases, addresses, ids, days.
import { z } from 'zod';
import { futureDay } from '../clock.ts';

/** Hosts whose pages may be cited. A host stands for itself and its subdomains. */
export const sourceHosts = ['aws.amazon.com', 'amazonaws.com', 'aws', 'awsstatic.com'] as const;

export const text = (what: string, max: number) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `missing: write ${what}` : `write ${what} as text`) })
    .trim()
    .min(1, { error: `empty: write ${what}`, abort: true })
    .max(max, `too long: ${what} takes at most ${max} characters; move the rest to detail`);

export const phrase = (what: string, max: number) =>
  text(`the phrase of ${what}`, max).refine((value) => !value.endsWith('.'), 'ends with a full stop: a phrase has none; remove it');

const isSource = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  return (
    protocol === 'https:' &&
    username === '' &&
    password === '' &&
    sourceHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
};

/** An AWS page: https, on one of AWS's own domains. */
export const source = text('the address of the AWS page that says it', 400).refine(
  isSource,
  "not an https address on one of AWS's own domains: cite the AWS page that states the fact, with https://",
);

/** Lower case with hyphens, as it stands in addresses. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'not an id: use lower-case letters, digits and single hyphens');

// Today in UTC+14, the earliest time zone, so that nobody's own date is refused.
const today = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** A day as YYYY-MM-DD, today at the latest: nobody has reviewed anything tomorrow. */
export const pastDay = z.iso
  .date({ error: 'not a day: write it as YYYY-MM-DD, without a time', abort: true })
  .refine((day) => day <= today(), futureDay);
