// Which service a resource type belongs to, by the prefixes that content/resource-prefixes.csv lists.

/** One row of the table; an empty text where a row says nothing. */
export interface PrefixRow {
  readonly terraform: string;
  readonly cloudformation: string;
  readonly iam: string;
  readonly service: string;
}

export interface Prefixes {
  /** The id of the service of `aws_db_instance`. */
  readonly terraform: (type: string) => string | undefined;
  /** The id of the service of `AWS::RDS::DBInstance`. */
  readonly cloudformation: (type: string) => string | undefined;
  /** The ids of the services whose actions begin with `rds:`, the usual one first. */
  readonly iam: (prefix: string) => readonly string[];
}

/** Prepares the table once. The longest prefix that fits a type wins. */
export function makePrefixes(rows: readonly PrefixRow[]): Prefixes {
  const terraform = longestFirst(rows.map(({ terraform: prefix, service }) => [prefix, service]));
  const cloudformation = longestFirst(rows.map(({ cloudformation: prefix, service }) => [prefix, service]));
  const iam = new Map<string, string[]>();
  for (const { iam: prefix, service } of rows) {
    if (prefix !== '') iam.set(prefix, [...new Set([...(iam.get(prefix) ?? []), service])]);
  }
  return {
    terraform: (type) => terraform.find(([prefix]) => fitsTerraform(type, prefix))?.[1],
    cloudformation: (type) => cloudformation.find(([prefix]) => fitsCloudFormation(type, prefix))?.[1],
    iam: (prefix) => iam.get(prefix) ?? [],
  };
}

type Pair = readonly [prefix: string, service: string];

const longestFirst = (pairs: readonly Pair[]): Pair[] => pairs.filter(([prefix]) => prefix !== '').sort(([a], [b]) => b.length - a.length);

/** `aws_rds_cluster` fits `aws_rds_cluster_instance`, but no `aws_rds_clusters`. */
const fitsTerraform = (type: string, prefix: string): boolean =>
  type.startsWith(prefix) && (prefix.endsWith('_') || type.length === prefix.length || type[prefix.length] === '_');

/** `AWS::RDS::DBCluster` fits `AWS::RDS::DBClusterParameterGroup`, but no `AWS::RDS::DBClusters`. */
const fitsCloudFormation = (type: string, prefix: string): boolean =>
  type.startsWith(prefix) && (prefix.endsWith('::') || type.length === prefix.length || /[A-Z:]/u.test(type[prefix.length] ?? ''));
