// The data that the search has about each service, and the patterns that detect a layer in a question.
// The browser loads this file, so it must not import the catalog.
import { optionNamed } from '../record/option-named.ts';
import type { NamedOptions } from '../record/option-named.ts';
import type { LayerId } from '../vocabulary.ts';
import { normalize, withoutStopWords } from '../normalize.ts';

/** A service as the search lists it. */
export interface ServiceEntry {
  /** The address of its page, `/services/amazon-rds/`. */
  readonly url: string;
  readonly short: string;
  /** Area and categories, "Database · Managed"; "Database · ended by AWS" for a retired service. */
  readonly kind: string;
  /** All its names without those of its options, the one it is sorted by first. */
  readonly names: readonly string[];
  /** The first sentence of its summary. */
  readonly what: string;
  /** The ways to run it, the default first; empty where there is one, or none any more. */
  readonly options: NamedOptions['options'];
}

/** Every service, and the name of every layer. */
export interface ServiceSearchData {
  readonly layers: Readonly<Record<LayerId, string>>;
  readonly services: readonly ServiceEntry[];
}

/** A service that matches a query, or a layer of all services. */
export interface ServiceHit {
  /** Undefined where the question is about a layer of all services. */
  readonly entry: ServiceEntry | undefined;
  /** The option that the query names; undefined for the default. */
  readonly option: NamedOptions['options'][number] | undefined;
  /** The layer that the query asks about. */
  readonly layer: LayerId | undefined;
}

/** A question about a layer, such as "Who patches the OS on RDS?", split into the layer and the words that name the service. */
export interface LayerQuestion {
  readonly layer: LayerId;
  /** The query without the words of the layer and without stop words: "rds". Empty if no word remains. */
  readonly rest: string;
}

/** The words of each layer. If a query has words of two layers, the first in this list wins. */
const layerPatterns: readonly (readonly [LayerId, RegExp])[] = [
  ['client-encryption', /\b(?:client[ -]?side(?: encrypt\w*)?|encrypt\w* before|end[ -]to[ -]end)\b/gu],
  ['traffic', /\b(?:(?:encrypt\w* )?(?:in[ -])?transit|tls|m?ssl|mtls|https|(?:on|over) the wire|traffic (?:encrypt\w*|protect\w*))\b/gu],
  ['server-encryption', /\b(?:(?:data )?(?:encrypt\w*|unencrypted)(?: at rest)?|at rest|cmk|sse|key rotation|encryption keys?)\b/gu],
  [
    'backup',
    /\b(?:back(?:ing)?[ -]?ups?|backed up|restor\w*|snapshots?|recover\w*|pitr|point[ -]in[ -]time|undelete|disaster|versioning|rehears\w*)\b/gu,
  ],
  ['virtualization', /\b(?:hypervisors?|virtuali[sz]ation|host isolation|tenant isolation|neighbou?rs?)\b/gu],
  ['hardware', /\b(?:hardware|disk disposal|broken disks?|failed (?:disks?|hosts?|servers?)|physical servers?)\b/gu],
  ['facilities', /\b(?:data ?cent(?:re|er)s?|facilit\w*|buildings?|physical security|guards?)\b/gu],
  [
    'platform',
    /\b(?:(?:patch\w* )?(?:the )?(?:runtimes?|engines?|middleware)|(?:version|minor|major|automatic|runtime|engine)? ?(?:upgrad\w*|updat\w*)|versions?|maintenance(?: windows?)?|end of life|eol)\b/gu,
  ],
  ['os', /\b(?:(?:guest )?operating systems?|os|patch\w*|kernels?|harden\w*)\b/gu],
  ['residency', /\b(?:residency|regions?|sovereign\w*|gdpr|countr\w*|where is (?:my |the )?data|leave the region)\b/gu],
  [
    'network',
    /\b(?:networks?|networking|firewalls?|security groups?|subnets?|public(?:ly)?(?: access\w*)?|private endpoints?|endpoints?|internet|ports?|reachable|exposed)\b/gu,
  ],
  [
    'access',
    /\b(?:access\w*|permissions?|polic(?:y|ies)|logins?|log in|sign in|authenticat\w*|authoriz\w*|authoris\w*|mfa|passwords?|credentials?|roles?|users?|least privilege)\b/gu,
  ],
  ['application', /\b(?:(?:application |my )?code|dependenc\w*|librar\w*|vulnerab\w*|cves?|log4j)\b/gu],
  ['data', /\b(?:classif\w*|retention|retain|delet\w*|pii|personal data|lifecycle|customer data|expir\w*)\b/gu],
];

/** Splits a query into the layer it asks about and the other words. Undefined if it names no layer. */
export function readQuestion(query: string): LayerQuestion | undefined {
  const text = normalize(query);
  const layer = layerPatterns.find(([, pattern]) => text.search(pattern) >= 0)?.[0];
  if (layer === undefined) return undefined;
  const rest = layerPatterns.reduce((left, [, pattern]) => left.replaceAll(pattern, ' '), text);
  return { layer, rest: withoutStopWords(rest.split(' ').filter((word) => word !== '')).join(' ') };
}

/** Returns the option of a service that a query names; undefined for the default. */
export function optionAsked(entry: ServiceEntry, query: string): ServiceHit['option'] {
  const id = optionNamed(entry, query, readQuestion(query)?.rest ?? query);
  return entry.options.find((option, index) => index > 0 && option.id === id);
}

/** Returns the address of a service's page for an option other than the default, and a layer to open. */
export function entryHref({ url }: ServiceEntry, option: string | undefined, layer: LayerId | undefined): string {
  const parts = [...(option === undefined ? [] : [`option=${option}`]), ...(layer === undefined ? [] : [`layer=${layer}`])];
  return parts.length === 0 ? url : `${url}?${parts.join('&')}`;
}
