// A company's decisions, owners and rules, apart from the open data, which holds AWS's facts alone. No file where the site has no overlay.
import { json } from '../../components/json.ts';
import { getContent } from '../../content/load.ts';

export const getStaticPaths = (): { params: { organization: string } }[] =>
  getContent().organization ? [{ params: { organization: 'organization' } }] : [];

export const GET = (): Response => {
  const { organization } = getContent();
  if (!organization) throw new Error('there is no overlay, so that nothing asks for its data');
  const { name, contacts, services, regions, owners, rules, lessons } = organization;
  const pages = lessons.map(({ title, href }) => ({ title, href }));
  return json({ name, contacts, services, regions, owners, rules, pages });
};
