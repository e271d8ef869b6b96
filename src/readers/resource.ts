// What a reader runs, as every format tells it: resources with their attributes, and what each turned out to be.

/** What an attribute says. A value that only the reader's own variables know is a reference, with its text. */
export type Attribute =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: unknown }
  | {
      readonly kind: 'reference';
      readonly text: string;
      /** What a condition chooses between, where the file says both; an undefined value is an absent attribute. */
      readonly oneOf?: readonly unknown[];
    };

export const absent: Attribute = { kind: 'absent' };

/** The language that names a resource's type and attributes. */
export type Language = 'terraform' | 'cloudformation';

/** A resource as a format tells it. */
export interface Resource {
  readonly language: Language;
  /** `aws_db_instance`, `AWS::RDS::DBInstance`. */
  readonly type: string;
  /** Its name within the file: `main`, `module.db.aws_db_instance.main`, `Database`. */
  readonly name: string;
  /** Of the blocks of the file, from 1; undefined where the format keeps none. */
  readonly line: number | undefined;
  /**
   * Returns an attribute by its path in the resource's own language: `compute_config.enabled`, `Code.ImageUri`. Of a block or list
   * that stands several times the first counts.
   */
  readonly attribute: (path: string) => Attribute;
  /** Where it is not a resource that the file creates: read from elsewhere, or brought along by a tool. */
  readonly role: 'created' | 'read' | 'scaffold';
  /** True where only its type is known, so that what it leaves out says nothing. */
  readonly brief?: true;
}

/** Something in a file that hides resources: a module, a nested stack, a transform. */
export interface Hidden {
  readonly what: 'module' | 'nested-stack' | 'macro' | 'loop';
  readonly name: string;
  /** Where it comes from, as the file says: `terraform-aws-modules/vpc/aws`; empty where it does not. */
  readonly from: string;
  readonly line: number | undefined;
}

/** What could not be read, for people. */
export interface Trouble {
  readonly line: number | undefined;
  /** What was found. */
  readonly found: string;
  /** What was done about it, or what the reader can do. */
  readonly remedy: string;
}

export type Format = 'terraform' | 'terraform-json' | 'terraform-plan' | 'terraform-state' | 'cloudformation' | 'names';

/** One file, read. */
export interface FileReading {
  readonly file: string;
  readonly format: Format;
  readonly resources: readonly Resource[];
  readonly hidden: readonly Hidden[];
  readonly troubles: readonly Trouble[];
}

/** What a resource or a name turned out to be. */
export type Verdict =
  /** A service; undefined `option` where nothing told it, so that the usual one counts. */
  | { readonly kind: 'service'; readonly service: string; readonly option: string | undefined }
  /** A service whose way to run it stands in a variable: the reader is asked. */
  | {
      readonly kind: 'ask';
      readonly service: string;
      readonly attribute: string;
      readonly text: string;
      readonly options: readonly Choice[];
    }
  /** A key pair, a subnet group: belongs to a service that may not be run at all. */
  | { readonly kind: 'weak'; readonly service: string }
  /** Another provider's: `google`, `github`. */
  | { readonly kind: 'other'; readonly provider: string }
  /** Read from elsewhere, so that somebody else runs it. */
  | { readonly kind: 'read'; readonly service: string | undefined }
  /** Brought along by a tool, such as the functions of the CDK itself. */
  | { readonly kind: 'scaffold' }
  | { readonly kind: 'unknown' };

/** A service and a way to run it. */
export interface Choice {
  readonly service: string;
  /** Undefined for the usual one. */
  readonly option: string | undefined;
}

/** Reads one file of a format. Never throws: what cannot be read is a trouble. */
export type ReadFile = (file: string, text: string) => FileReading;
