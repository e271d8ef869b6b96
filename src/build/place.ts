// Where the site will be reached, and where its records are edited: the variables SITE, BASE and REPOSITORY, checked before anything is built.
import type { AstroIntegration } from 'astro';

export interface Place {
  /** Scheme, host and port: `https://cloud.example.com`. */
  readonly site: string;
  /** The path below which the site lies, with a slash at both ends: `/`, or `/tideline/`. */
  readonly base: string;
  /** Where the records are edited, without a slash at its end: `https://git.example.com/cloud/tideline`. */
  readonly repository: string;
  /** What is allowed, but hardly meant. */
  readonly warnings: readonly string[];
}

const example = 'SITE=https://cloud.example.com';
const unset = 'https://tideline.example';

/**
 * Reads where the site will be reached, and where its records are edited.
 * @param given the environment
 * @throws Error that names the variable, what was found in it and what to write
 */
export function placeOf(given: Readonly<Record<string, string | undefined>>): Place {
  const base = baseOf(given['BASE']);
  const repository = repositoryOf(given['REPOSITORY']);
  if (given['SITE'] !== undefined) return { site: siteOf(given['SITE']), base, repository, warnings: [] };
  return {
    site: unset,
    base,
    repository,
    warnings: [
      `SITE is not set, so links for other sites, feeds and the sitemap say ${unset}. Write where people will reach your copy: ${example} npm run build`,
    ],
  };
}

/** An error for people who set a variable: where it stands in this file helps none of them. */
function refusal(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

/** Says whether an address names a user. It is not shown then: logs are read by more people than passwords are for. */
const holdsUser = (given: string, url: URL | null): boolean =>
  /^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*@/iu.test(given) || (url !== null && (url.username !== '' || url.password !== ''));

function siteOf(given: string): string {
  const wrong = (what: string): Error => refusal(`SITE ${what}. Write scheme and host, as in ${example}, or leave it unset.`);
  if (given.trim() === '') throw wrong('is empty');
  const url = URL.parse(given);
  if (holdsUser(given, url))
    throw refusal(`SITE holds a user name or password, which every page would publish. Write the address without it: ${example}`);
  if (!/^[a-z][a-z\d+.-]*:\/\//iu.test(given)) throw wrong(`is "${given}", which has no scheme`);
  if (url === null) throw wrong(`is "${given}", which is no address`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw wrong(`is "${given}": a site is reached by https or http`);
  if (url.search !== '' || url.hash !== '' || /[?#]/u.test(given)) throw wrong(`is "${given}", which has a query or a fragment`);
  if (url.pathname !== '/')
    throw refusal(`SITE is "${given}", which has a path. A path belongs in BASE: SITE=${url.origin} BASE=${slashed(url.pathname)}`);
  return url.origin;
}

function repositoryOf(given: string | undefined): string {
  if (given === undefined) return 'https://github.com/tideline-example/tideline';
  const write = 'REPOSITORY=https://git.example.com/cloud/tideline';
  const wrong = (what: string): Error =>
    refusal(`REPOSITORY ${what}. Write the address at which readers open it in a browser, as in ${write}, or leave it unset.`);
  if (given.trim() === '') throw wrong('is empty');
  const url = URL.parse(given);
  if (holdsUser(given, url))
    throw refusal(
      `REPOSITORY holds a user name, password or token, which every page would publish. Write the address without it: ${write}`,
    );
  // What stands there may be a token, too.
  if (/[?#]/u.test(given)) throw wrong('has a query or a fragment');
  if (!/^https:\/\//iu.test(given)) throw wrong(`is "${given}", which does not begin with https://`);
  if (url === null) throw wrong(`is "${given}", which is no address`);
  return url.href.replace(/\/+$/u, '');
}

function baseOf(given: string | undefined): string {
  if (given === undefined) return '/';
  const wrong = (what: string): Error =>
    refusal(`BASE ${what}. Write the path below which the site lies, as in BASE=/tideline/, or leave it unset for the root of the host.`);
  if (given.trim() === '') throw wrong('is empty');
  if (/^[a-z][a-z\d+.-]*:/iu.test(given))
    throw wrong(`is "${given}", which is more than a path (a shell on Windows may have changed it, and scheme and host belong in SITE)`);
  const parts = slashed(given).slice(1, -1).split('/');
  // Other characters would be written differently in addresses, style sheets and rules for hosts.
  if (given !== '/' && parts.some((part) => !/^[\w~-][\w.~-]*$/u.test(part)))
    throw wrong(`is "${given}": letters, digits, "-", "_", "." and "~" between slashes`);
  return slashed(given);
}

/** The path with a slash at both ends. */
const slashed = (path: string): string => `/${path.replace(/^\/|\/$/gu, '')}/`.replace(/^\/\/$/u, '/');

/** Says at the start of a build what is hardly meant. */
export function warnOf({ warnings }: Place): AstroIntegration {
  return {
    name: 'tideline:place',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command === 'build') for (const warning of warnings) logger.warn(warning);
      },
    },
  };
}
