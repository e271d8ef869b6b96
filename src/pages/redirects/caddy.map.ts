import { getContent } from '../../content/load.ts';
import { caddyMap } from '../../components/redirects.ts';
import { aliasAddresses } from '../../model/record/aliases.ts';

export const GET = (): Response => new Response(caddyMap(aliasAddresses(getContent().catalog)));
