import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { belowBase } from './src/build/below-base.ts';
import { chunks } from './src/build/chunks.ts';
import { contentReload } from './src/build/content-reload.ts';
import { contentSecurityPolicy } from './src/build/content-security-policy.ts';
import { floor } from './src/build/floor.ts';
import { audienceOf } from './src/build/kept-files.ts';
import { knownInline } from './src/build/known-inline.ts';
import { licences } from './src/build/licences.ts';
import { linkPictures } from './src/build/link-pictures.ts';
import { companyPages } from './src/build/company-pages.ts';
import { compressedFiles } from './src/build/precompress.ts';
import { markdownTwins } from './src/build/markdown-twins.ts';
import { ownWork } from './src/build/own-work.ts';
import { pagefindFaults } from './src/build/pagefind-faults.ts';
import { placeOf, warnOf } from './src/build/place.ts';
import { publish } from './src/build/publish.ts';
import { hasServiceWorker, serviceWorker } from './src/build/service-worker.ts';
import { sheetsInPages } from './src/build/sheets.ts';
import { stackTables } from './src/build/stacked-tables.ts';
import { reviewOf } from './src/components/questions.ts';
import { aliasAddresses } from './src/model/record/aliases.ts';
import { componentNames } from './src/content/guide-rules.ts';
import { getContent } from './src/content/load.ts';
import { overlayFiles, overlayPlace } from './src/content/organization.ts';

const place = placeOf(process.env);
/** What may stand in pages themselves; build steps add to it what they put there. */
const known = knownInline();
const { site, base, repository } = place;
/** The address of a file of this site on its host. */
const pathTo = (path) => `${base.slice(0, -1)}${path}`;
const { catalog, faq, guide, lessons, organization } = getContent();
const company = organization?.lessons ?? [];
const overlay = overlayPlace(process.cwd());
const overlaid = overlay ? overlayFiles(overlay, organization) : [];
const aliases = aliasAddresses(catalog);
/** The day on which a page's facts were last checked, by its path on the host. */
const reviews = new Map([
  ...[...catalog.services, ...catalog.retired].map(({ id, reviewed }) => [pathTo(`/services/${id}/`), reviewed]),
  ...[...guide, ...company].map(({ href, reviewed }) => [pathTo(href), reviewed]),
  [pathTo('/questions/'), reviewOf(faq)],
]);

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // A step of the build puts the sheets into pages, once it knows which rules each kind of page can use.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Its observer looks through all links of a page after each change of it: with a thousand rows longer than all else together.
  prefetch: false,
  server: { host: '127.0.0.1' },
  // A highlighter writes its colours into style attributes, which the policy of the pages forbids.
  markdown: { syntaxHighlight: false },
  vite: {
    // Read by src/model/root.ts, by src/components/repository.ts, and where src/model/organization/site-bare.d.ts says.
    define: {
      siteRoot: JSON.stringify(base.slice(0, -1)),
      siteRepository: JSON.stringify(repository),
      ...(organization ? {} : { siteBare: 'true' }),
    },
    // What the oldest browsers do not know is written in older words where that is possible: light-dark(), above all.
    build: { target: [...floor], cssTarget: [...floor] },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [...chunks] } } } } } },
    // A worker loads Terraform's grammar late, which only a module may do.
    worker: { format: 'es' },
  },
  integrations: [
    warnOf(place),
    belowBase(place),
    stackTables(),
    ownWork(),
    companyPages(company, componentNames, overlaid),
    starlight({
      title: 'Tideline',
      description: 'Who secures which layer of which AWS service: AWS or you, with a source for each answer.',
      favicon: '/favicon.svg',
      customCss: ['./src/styles/tokens.css', './src/styles/base.css'],
      head: [
        {
          tag: 'link',
          attrs: { rel: 'alternate', type: 'application/atom+xml', title: 'Tideline: changes', href: pathTo('/changes/feed.xml') },
        },
        {
          tag: 'link',
          attrs: { rel: 'search', type: 'application/opensearchdescription+xml', title: 'Tideline', href: pathTo('/opensearch.xml') },
        },
        { tag: 'meta', attrs: { property: 'og:image', content: new URL(pathTo('/preview.png'), site).href } },
        ...[
          ['property', 'og:image:alt'],
          ['name', 'twitter:image:alt'],
        ].map(([key, value]) => ({
          tag: 'meta',
          attrs: { [key]: value, content: 'Fourteen layers of Amazon RDS, your part on the left and that of AWS on the right' },
        })),
        {
          tag: 'link',
          attrs: { rel: 'preload', href: pathTo('/fonts/source-sans-3.woff2'), as: 'font', type: 'font/woff2', crossorigin: '' },
        },
      ],
      editLink: { baseUrl: `${repository}/edit/main/` },
      credits: false,
      disable404Route: true,
      expressiveCode: false,
      components: {
        Head: './src/components/starlight/Head.astro',
        Header: './src/components/starlight/Header.astro',
        MobileMenuToggle: './src/components/starlight/MobileMenuToggle.astro',
        Footer: './src/components/starlight/Footer.astro',
        PageFrame: './src/components/starlight/PageFrame.astro',
        PageTitle: './src/components/starlight/PageTitle.astro',
        Sidebar: './src/components/starlight/Sidebar.astro',
        Search: './src/components/starlight/Search.astro',
        ThemeProvider: './src/components/starlight/ThemeProvider.astro',
        ThemeSelect: './src/components/starlight/ThemeSelect.astro',
      },
      sidebar: [
        {
          label: 'Course',
          items: [
            'guide',
            ...lessons.map(({ id, checks }) => ({
              slug: `guide/${id}`,
              attrs: { 'data-checks': checks.join(' ') },
              badge: { text: '✓ done', class: 'done' },
            })),
            'guide/final-check',
          ],
        },
        ...(company.length === 0
          ? []
          : [{ label: `Pages of ${organization?.name ?? ''}`, items: company.map(({ id }) => `guide/company/${id}`) }]),
        {
          label: 'Resources',
          items: ['guide/progress', 'guide/cases', 'guide/summary', 'guide/glossary'],
        },
        {
          label: 'Reference',
          items: [
            { label: 'Explore all services', link: '/explore/' },
            { label: 'Services A to Z', link: '/services/' },
            { label: 'All at a glance', link: '/poster/' },
            { label: 'Compare', link: '/compare/' },
            { label: 'Your stack', link: '/stack/' },
            { label: 'Open or off by default', link: '/defaults/' },
            { label: 'Checks that can show your part', link: '/controls/' },
            { label: 'Questions people ask', link: '/questions/' },
            { label: 'Changes', link: '/changes/' },
          ],
        },
      ],
    }),
    mdx(),
    sitemap({
      filter: (page) => {
        const pathname = new URL(page).pathname.slice(base.length - 1);
        // Pages for frames repeat those of services, and that for readers without a connection says nothing to others.
        return !pathname.startsWith('/embed/') && pathname !== '/offline/' && !aliases.some(({ from }) => pathname === from);
      },
      serialize: (item) => {
        const lastmod = reviews.get(new URL(item.url).pathname);
        return lastmod === undefined ? item : { ...item, lastmod };
      },
    }),
    contentReload(),
    pagefindFaults(),
    sheetsInPages(known),
    contentSecurityPolicy(known),
    serviceWorker(hasServiceWorker(process.env['SERVICE_WORKER'])),
    markdownTwins(),
    licences(),
    linkPictures(),
    compressedFiles(process.env['BUILD_FOR_TESTS'] === 'on' ? 4 : undefined),
    // Last: what comes after it is not published.
    publish(audienceOf(place, overlaid)),
  ],
});
