// What a company's overlay adds to a layered diagram: the team that does your half, and rules of its own, apart from AWS's facts.
import { houseAt } from '../model/organization/house.ts';
import type { House, HouseData } from '../model/organization/house.ts';
import type { CategoryId } from '../model/vocabulary.ts';
import type { Band, SplitScene } from './split.ts';

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

/** Whether the team's name fits behind your phrase. */
function fits({ phrases, parts }: Band, { owner = '' }: House): boolean {
  const yours = phrases.find(({ kind }) => kind === 'customer');
  const share = (parts.find(({ kind }) => kind === 'customer')?.x1 ?? 0) / 100;
  return yours !== undefined && yours.text.length + owner.length <= lines * letters * share;
}
