// How a cell is read: its phrases with who does what, and the name of its source.
import type { Cell } from '../record/schema/cell.ts';
import type { PartyId } from '../vocabulary.ts';
import type { PartyNames } from './party.ts';

/** What one side does, or why the layer does not exist. */
export interface Phrase {
  readonly party: PartyId;
  /** "You", "AWS with Red Hat", "Doesn't apply". */
  readonly who: string;
  readonly text: string;
}

/** The phrases of a cell, each with who does it: your half first. One, or two where the layer is shared. */
export function phrasesOf(cell: Cell, parties: PartyNames): Phrase[] {
  return [
    ...('you' in cell ? [{ party: 'customer', who: parties.customer.name, text: cell.you } as const] : []),
    ...('aws' in cell ? [{ party: 'aws', who: providerOf(cell, parties), text: cell.aws } as const] : []),
    ...('reason' in cell ? [{ party: 'none', who: parties.none.name, text: cell.reason } as const] : []),
  ];
}

/** The texts of the phrases alone, in the same order. */
export function phraseTexts(cell: Cell): string[] {
  return [...('you' in cell ? [cell.you] : []), ...('aws' in cell ? [cell.aws] : []), ...('reason' in cell ? [cell.reason] : [])];
}

/** What the customer does; undefined where nothing is. */
export const taskOf = (cell: Cell): string | undefined => ('you' in cell ? cell.you : undefined);

/** "AWS", or "AWS with Red Hat" where a third party does its half together with AWS. */
function providerOf(cell: Cell, parties: PartyNames): string {
  return 'with' in cell && cell.with !== undefined ? `${parties.aws.name} with ${cell.with}` : parties.aws.name;
}

/** A page that a cell cites. */
export interface Source {
  readonly href: string;
  /** "AWS docs: Encrypting Amazon RDS resources": enough to know the page by before opening it. */
  readonly name: string;
}

/** The pages that a cell cites, the first first. */
export const sourcesOf = ({ source, titles }: Pick<Cell, 'source' | 'titles'>): Source[] =>
  source.map((href, index) => ({ href, name: sourceName(href, titles?.[index] ?? undefined) }));

/** The title, or the words of the address, in what {@link sourceName} returned; null where there is neither. */
export const titleIn = (shown: string): string | null => /: (.+)$/su.exec(shown)?.[1]?.trim() ?? null;

/**
 * "AWS docs: Encrypting Amazon RDS resources": the title that AWS gives the page, or where it is not kept the words of its
 * address: "AWS docs: sse s3".
 */
export function sourceName(address: string, title?: string): string {
  const { hostname, pathname } = new URL(address);
  const site = hostname === 'docs.aws.amazon.com' ? 'AWS docs' : hostname === 'aws.amazon.com' ? 'AWS' : hostname;
  if (title !== undefined) return `${site}: ${title}`;
  const last = pathname
    .split('/')
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.html$/u, '')
    .replaceAll(/[-_]+/gu, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .trim();
  return last ? `${site}: ${last}` : site;
}
