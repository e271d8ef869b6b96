// A service as somebody's list of what they run may name it, and the file by which a reader's browser knows them all.
import type { NamedOptions } from '../record/option-named.ts';
import type { LayerId } from '../vocabulary.ts';
import { makePrefixes } from './prefixes.ts';
import type { Prefixes, PrefixRow } from './prefixes.ts';

export interface NamedService extends NamedOptions {
  readonly id: string;
  /** All its names and abbreviations. */
  readonly names: readonly string[];
  /** Whether it has a page with a split, has been ended by AWS, or has none yet. */
  readonly state: 'recorded' | 'ended' | 'missing';
  /** The default first; none where it has no split. */
  readonly options: readonly (NamedOptions['options'][number] & {
    /** Parties and defaults, as `encodeSplit` writes them. */
    readonly split: string;
  })[];
}

/** What reading a stack needs to know. */
export interface Known {
  readonly services: readonly NamedService[];
  readonly prefixes: Prefixes;
  readonly layers: Readonly<Record<LayerId, string>>;
}

/** What `/stack/names.json` holds. */
export interface NamesFile {
  readonly layers: Readonly<Record<LayerId, string>>;
  readonly services: readonly NamedService[];
  /** A row of the table of prefixes each, its columns between commas. */
  readonly prefixes: readonly string[];
}

export const packPrefixes = (rows: readonly PrefixRow[]): string[] =>
  rows.map(({ terraform, cloudformation, iam, service }) => [terraform, cloudformation, iam, service].join(','));

/** What the file says, ready for use. */
export function unpackNames({ layers, services, prefixes }: NamesFile): Known {
  const rows = prefixes.map((row): PrefixRow => {
    const [terraform = '', cloudformation = '', iam = '', service = ''] = row.split(',');
    return { terraform, cloudformation, iam, service };
  });
  return { layers, services, prefixes: makePrefixes(rows) };
}
