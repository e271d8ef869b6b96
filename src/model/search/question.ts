// What the search knows of each service, and how a question names a layer.
// The browser loads this file, so it imports nothing of the catalog.
import type { LayerId } from '../vocabulary.ts';
import { normalize, withoutStopWords } from './normalize.ts';

/** A service as the search lists it. */
export interface ServiceEntry {
  /** Address of its page: `/services/amazon-rds/` */
  readonly url: string;
  readonly short: string;
  /** "Database · Managed", or what became of a service that AWS has ended. */
  readonly kind: string;
  /** Every name it goes by, its own first. */
  readonly names: readonly string[];
  /** One line of what it does. */
  readonly what: string;
}

/** The file `/search/services.json`: every service, and the name of each layer that a question may be about. */
export interface ServiceSearchData {
  readonly layers: Readonly<Record<LayerId, string>>;
  readonly services: readonly ServiceEntry[];
}

/** A service that a query found, or a layer of every service. */
export interface ServiceHit {
  /** Undefined where the question is about a layer of all services. */
  readonly entry: ServiceEntry | undefined;
  /** The layer that the query asks about. */
  readonly layer: LayerId | undefined;
}

/** "Who patches the OS on RDS?" asks about a layer; the rest of the words names the service. */
export interface LayerQuestion {
  readonly layer: LayerId;
  /** The query without the words of the layer: "rds". Empty if nothing is left. */
  readonly rest: string;
}

/** The words of each layer. Where a query has words of two layers, the first in this list counts. */
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

/** The layer that a query asks about, or undefined if it names none. */
export function readQuestion(query: string): LayerQuestion | undefined {
  const text = normalize(query);
  const layer = layerPatterns.find(([, pattern]) => text.search(pattern) >= 0)?.[0];
  if (layer === undefined) return undefined;
  const rest = layerPatterns.reduce((left, [, pattern]) => left.replaceAll(pattern, ' '), text);
  return { layer, rest: withoutStopWords(rest.split(' ').filter((word) => word !== '')).join(' ') };
}
