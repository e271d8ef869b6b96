// Astro leaves out files whose names begin with an underscore, so the name of this one is a parameter.
import { getContent } from '../content/load.ts';
import { hostRedirects } from '../components/redirects.ts';
import { aliasAddresses } from '../model/record/aliases.ts';

export const getStaticPaths = (): { params: { hosts: string } }[] => [{ params: { hosts: '_redirects' } }];

export const GET = (): Response => new Response(hostRedirects(aliasAddresses(getContent().catalog)));
