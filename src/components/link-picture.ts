// The picture that chats and other sites show beside a link to a service: src/build/link-pictures.ts draws it from the diagram's file.
import { pictureHref } from '../model/address.ts';
import { pathTo } from '../model/root.ts';
import type { Option, Service } from '../model/record/catalog.ts';
import { countLayers, describeCounts } from '../model/split/counts.ts';
import { nameChosen } from '../model/split/filter.ts';

/** Address of an option's picture for links, on the host. */
export const linkPictureHref = (service: Service, option: Option): string => pictureHref(service, option.id).replace(/svg$/u, 'png');

/** A meta element, as Starlight's list of head elements holds it. */
export interface Meta {
  readonly tag: 'meta';
  readonly attrs: Readonly<Record<string, string>>;
}

/**
 * Returns the elements of a head that name the picture of an option. https://ogp.me
 * @param site the address that the site is served at
 */
export const linkPictureMeta = (service: Service, option: Option, site: URL | undefined): Meta[] =>
  metaOf(
    new URL(linkPictureHref(service, option), site),
    `Diagram of ${nameChosen({ service, option })}. ${describeCounts(countLayers(option.parties))}`,
  );

/** The elements of the head of the poster's page. */
export const posterMeta = (site: URL | undefined): Meta[] =>
  metaOf(new URL(pathTo('/diagrams/poster.png'), site), 'All ways to run AWS services as strips of fourteen layers');

function metaOf(picture: URL, alt: string): Meta[] {
  return [
    { tag: 'meta', attrs: { property: 'og:image', content: picture.href } },
    { tag: 'meta', attrs: { property: 'og:image:width', content: '1200' } },
    { tag: 'meta', attrs: { property: 'og:image:height', content: '630' } },
    { tag: 'meta', attrs: { property: 'og:image:alt', content: alt } },
    { tag: 'meta', attrs: { name: 'twitter:image:alt', content: alt } },
  ];
}
