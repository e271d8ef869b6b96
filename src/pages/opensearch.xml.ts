// Tells browsers how to search here from their own field. https://developer.mozilla.org/docs/Web/XML/Guides/OpenSearch
import type { APIRoute } from 'astro';
import { pathTo } from '../model/root.ts';

export const GET: APIRoute = ({ site }) => {
  const at = (path: string): string => new URL(path, site).href;
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Tideline</ShortName>
  <Description>Who secures which layer of which AWS service</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${at(pathTo('/favicon.svg'))}</Image>
  <Url type="text/html" method="get" template="${at(pathTo('/search/'))}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
