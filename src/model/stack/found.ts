// What was found in a reader's files, as far as people are told: names, counts and places, and nothing of the files' values.
import { root } from '../root.ts';

/** Where something stands. */
export interface Place {
  /** The file's name; empty for a text that was pasted. */
  readonly file: string;
  readonly line: number | undefined;
  /** `aws_db_instance.main` */
  readonly name: string;
}

/** A way to run a service that may be taken into the stack. */
export interface FoundWay {
  /** `amazon-eks.auto-mode`, or `amazon-rds` for the usual way, as addresses name it. */
  readonly ref: string;
  /** "Amazon EKS, Auto Mode" */
  readonly name: string;
}

/** A service that the files run. */
export interface FoundMember extends FoundWay {
  readonly resources: number;
  /** Types of resources that say so. */
  readonly types: readonly string[];
  /** The name of the usual way, where the service has several and no resource says which it is. */
  readonly assumed: string | undefined;
}

/** A service that the files run and that has no split. */
export interface FoundElsewhere {
  readonly id: string;
  readonly name: string;
  readonly state: 'ended' | 'missing' | 'unknown';
  readonly resources: number;
}

/** A question that only the reader can answer. */
export interface FoundAsk {
  /** `engine` */
  readonly attribute: string;
  /** `var.engine` */
  readonly text: string;
  readonly resources: number;
  readonly places: readonly Place[];
  readonly options: readonly (FoundWay & {
    /** What it changes against the first option; empty for that one. */
    readonly changes: string;
    /** Whether it counts until the reader says otherwise. */
    readonly taken: boolean;
  })[];
}

/** Something counted by its name. */
export interface Counted {
  readonly name: string;
  readonly resources: number;
  readonly place: Place | undefined;
}

/** Something in a file that hides resources. */
export interface FoundHidden extends Place {
  readonly what: 'module' | 'nested-stack' | 'macro' | 'loop';
  readonly from: string;
}

/** Something that could not be read. */
export interface FoundTrouble {
  readonly file: string;
  readonly line: number | undefined;
  readonly found: string;
  readonly remedy: string;
}

/** A list of at most so many entries, and how many there are. */
export interface Bounded<T> {
  readonly all: number;
  readonly shown: readonly T[];
}

export interface Found {
  readonly files: number;
  readonly entries: number;
  readonly members: readonly FoundMember[];
  readonly elsewhere: readonly FoundElsewhere[];
  readonly asks: Bounded<FoundAsk>;
  readonly weak: readonly FoundMember[];
  readonly hidden: Bounded<FoundHidden>;
  readonly read: readonly Counted[];
  readonly other: readonly Counted[];
  readonly scaffold: readonly Counted[];
  readonly unknown: Bounded<Counted>;
  readonly troubles: Bounded<FoundTrouble>;
}

/** Address of the stack of some ways to run services. */
export const stackOf = (refs: readonly string[]): string => `${root}/stack/?services=${[...new Set(refs)].join(',')}`;

/** How many services some ways to run them belong to. */
export const servicesIn = (refs: readonly string[]): number => new Set(refs.map((ref) => ref.split('.')[0])).size;
