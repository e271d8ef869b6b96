import { getContent } from '../../content/load.ts';
import { nginxMap } from '../../components/redirects.ts';
import { aliasAddresses } from '../../model/record/aliases.ts';

export const GET = (): Response => new Response(nginxMap(aliasAddresses(getContent().catalog)));
