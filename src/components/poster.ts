// The poster as files: an SVG and a PDF from the same scene, and the one table of its looks.
import { getContent } from '../content/load.ts';
import { optionHref } from '../model/address.ts';
import { pathTo, root } from '../model/root.ts';
import { defaultNames } from '../model/split/default.ts';
import type { Chosen, LensId } from '../model/split/filter.ts';
import { namesIn } from '../model/split/names.ts';
import { spectrum, spectrumByArea } from '../model/split/spectrum.ts';
import { mapLayers, urgentIds } from '../model/vocabulary.ts';
import type { DefaultId, PartyId } from '../model/vocabulary.ts';
import type { Printed } from '../scenes/fingerprint.ts';
import { posterScene } from '../scenes/poster.ts';
import { reviewDays } from './review-days.ts';
import type { PosterScene } from '../scenes/poster.ts';
import type { PosterOption } from '../scenes/poster-rows.ts';

/** What the poster says in its title, by what it shows. */
export const posterTitles: Readonly<Record<LensId, string>> = {
  parties: 'Who secures what on AWS',
  defaults: 'What AWS protects if you do nothing',
};

const onlyIn = (party: PartyId, holds: DefaultId | undefined): Printed => ({
  parties: mapLayers((layer) => (layer === 'data' ? party : 'none')),
  defaults: mapLayers((layer) => (layer === 'data' ? holds : undefined)),
});

/** What the key explains: a strip with that row alone, and its meaning. */
export function posterKey(lens: LensId): { readonly printed: Printed; readonly text: string }[] {
  if (lens === 'parties')
    return [
      { printed: onlyIn('customer', 'yours'), text: 'Yours' },
      { printed: onlyIn('shared', 'partly'), text: 'Shared: both have a part' },
      { printed: onlyIn('aws', 'done'), text: 'AWS’s' },
      { printed: onlyIn('none', undefined), text: 'Doesn’t apply' },
    ];
  const names = defaultNames(getContent().catalog.defaults);
  const shown = ['done', ...[...urgentIds].reverse(), 'yours', 'unstated'] as const;
  return shown.map((id) => ({ printed: onlyIn('customer', id), text: names[id].name }));
}

/** Addresses of the files, by what they show. */
export const posterFiles: Readonly<Record<LensId, { readonly svg: string; readonly pdf: string }>> = {
  parties: { svg: pathTo('/diagrams/poster.svg'), pdf: pathTo('/poster/tideline-poster.pdf') },
  defaults: { svg: pathTo('/diagrams/poster.defaults.svg'), pdf: pathTo('/poster/tideline-poster-defaults.pdf') },
};

/** The scene of the sheet, with whole addresses, because a file that was saved has no place of its own. */
export function posterOf(lens: LensId, site: URL | undefined): PosterScene {
  const { catalog, front } = getContent();
  const names = namesIn(catalog);
  const areas = spectrumByArea(catalog.areas, spectrum(catalog.services));
  const all = areas.flatMap(({ options }) => options);
  const optionOf = ({ service, option }: Chosen): PosterOption => ({
    service: service.short,
    option: service.options.length > 1 ? option.name : '',
    parties: option.parties,
    defaults: option.defaults,
    href: new URL(optionHref(service, option.id), site).href,
  });
  const example = all.find(({ service }) => service.id === front.popular[0]) ?? all[0];
  if (!example) throw new Error('the poster has no option: content/services/ has no service');
  const { first, last } = reviewDays();
  const home = `${new URL(root, site).host}${root}`;
  return posterScene(
    names,
    areas.map(({ area, options }) => ({ name: area.name, options: options.map(optionOf) })),
    {
      title: posterTitles[lens],
      lead: [
        `${all.length} ways to run ${catalog.services.length} AWS services, each as a strip with a row for each of ${names.layers.length} security layers.`,
        'In each area the strips run from all yours to all AWS’s.',
        lens === 'parties'
          ? 'The line between you and AWS moves with the service, and with the way you run it.'
          : 'What waits for you stands on the left, what AWS does from the first day on the right.',
      ],
      foot: [
        `${home} · from records reviewed ${first === last ? `on ${first}` : `from ${first} to ${last}`}, each with the AWS page that says so · content under CC BY 4.0`,
        'Tideline is independent of AWS, and not reviewed by it. AWS and the names of its services are trademarks of Amazon.',
      ],
      example: optionOf(example),
      meanings: posterKey(lens),
    },
    lens,
  );
}
