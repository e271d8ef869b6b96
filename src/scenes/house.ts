// What a company's overlay adds to a layered diagram: the team that does your half, and rules of its own, apart from AWS's facts.
import { houseAt, houseOfAll, teamOf } from '../model/organization/house.ts';
import type { House, HouseData, Housed, Teams } from '../model/organization/house.ts';
import type { CategoryId } from '../model/vocabulary.ts';
import type { Band, ListedPanel, SplitScene } from './split.ts';

/** Letters in a line of a whole band on a wide screen, and how many lines the bands of most services have there anyway. */
const [letters, lines] = [62, 2];

/** The diagram of one way to run a service with what the company says of its layers; the same diagram where it says nothing. */
export function withHouse(scene: SplitScene, house: HouseData | undefined, service: string, category: CategoryId): SplitScene {
  if (house === undefined) return scene;
  return {
    bands: scene.bands.map((band) => {
      const { party, layer } = band;
      const told = houseAt(house, service, category, layer, party === 'customer' || party === 'shared');
      return told === undefined ? band : { ...band, house: { ...told, fits: fits(band, told) } };
    }),
  };
}

/**
 * The diagram of several ways to run services with what the company says of their layers, which panels tell.
 * @param panel the layers whose panels are drawn
 */
export function withHouses(scene: SplitScene, house: HouseData | undefined, all: readonly Housed[], panel: ListedPanel): SplitScene {
  if (house === undefined || panel === 'none') return scene;
  return {
    bands: scene.bands.map((band) => {
      const told = panel === 'all' || panel === band.layer ? houseOfAll(house, all, band.layer) : undefined;
      return told === undefined ? band : { ...band, house: { ...told, fits: false } };
    }),
  };
}

/**
 * A column of a comparison with the team on each of your halves, whose bands grow with their words.
 * @param ways that the column speaks for; where they have several teams, each is said with its way, and stands beside no phrase
 */
export function withOwners(scene: SplitScene, teams: Teams, ways: readonly { readonly key: string; readonly name: string }[]): SplitScene {
  if (!teams.owners) return scene;
  return {
    bands: scene.bands.map((band) => {
      if (band.party !== 'customer' && band.party !== 'shared') return band;
      const named = ways.map(({ key, name }) => ({ team: teamOf(teams, key, band.layer), name }));
      const one = new Set(named.map(({ team }) => team)).size === 1;
      const owner = one ? named[0]?.team : named.flatMap(({ team, name }) => (team === undefined ? [] : [`${team} (${name})`])).join(', ');
      return owner === undefined ? band : { ...band, house: { by: '', owner, rules: [], fits: one } };
    }),
  };
}

/** Whether the team's name fits behind your phrase. */
function fits({ phrases, parts }: Band, { owner = '' }: House): boolean {
  const yours = phrases.find(({ kind }) => kind === 'customer');
  const share = (parts.find(({ kind }) => kind === 'customer')?.x1 ?? 0) / 100;
  return yours !== undefined && yours.text.length + owner.length <= lines * letters * share;
}
