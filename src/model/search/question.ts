// What the finder knows of each service, and how a question names a layer. The browser loads it: nothing of the catalog belongs here.
import type { LayerId } from '../vocabulary.ts';
import { normalize, withoutStopWords } from './normalize.ts';

/** A service as the finder lists it. */
export interface FinderEntry {
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

/** What the finder loads: its services, and the names of the layers that questions are about. */
export interface FinderData {
  readonly layers: Readonly<Record<LayerId, string>>;
  readonly services: readonly FinderEntry[];
}

/** "Who patches the OS on RDS?" is about a layer, and about what the rest names. */
export interface Question {
  readonly layer: LayerId;
  /** The query without what told the layer: "rds". Empty if nothing is left. */
  readonly rest: string;
}

/** Of two layers whose words a query has, the one that stands first counts. */
const tells: readonly (readonly [LayerId, RegExp])[] = [
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
export function readQuestion(query: string): Question | undefined {
  const text = normalize(query);
  const layer = tells.find(([, pattern]) => text.search(pattern) >= 0)?.[0];
  if (layer === undefined) return undefined;
  const rest = tells.reduce((left, [, pattern]) => left.replaceAll(pattern, ' '), text);
  return { layer, rest: withoutStopWords(rest.split(' ').filter((word) => word !== '')).join(' ') };
}
