// The file of a company's logo, under the ending that it has.
import { getContent } from '../content/load.ts';
import { readLogo } from '../content/organization.ts';

const types = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const;
type Ending = keyof typeof types;

/** One file where the overlay names a logo with this ending, else none. */
export const logoPaths = (ending: Ending): { params: { logo: string } }[] =>
  getContent().organization?.logo?.endsWith(`.${ending}`) === true ? [{ params: { logo: 'logo' } }] : [];

export const logoFile = (ending: Ending): Response =>
  new Response(readLogo(getContent().organization), { headers: { 'content-type': types[ending] } });
