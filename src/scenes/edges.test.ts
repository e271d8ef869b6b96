import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { findOption } from '../model/record/lookup.ts';
import { namesIn } from '../model/split/names.ts';
import { edgeAt, edgeScenes } from './edges.ts';

const { catalog } = getContent();
const cellsOf = (service: string, option: string) => {
  const found = findOption(catalog, service, option);
  if (!found) throw new Error(`no ${service}, option ${option}`);
  return found.option.cells;
};

describe('edge scenes', () => {
  it('begin with all of it yours, and each step where the one before ended', () => {
    const [server, containers] = edgeScenes(
      namesIn(catalog),
      ['virtualization', 'os'],
      [
        { cells: cellsOf('amazon-ec2', 'default'), layer: 'virtualization' },
        { cells: cellsOf('amazon-ecs', 'fargate'), layer: 'os' },
      ],
    );
    expect(server?.map(({ layer, asked, from, to }) => [layer, asked, from.x, to.party, to.x])).toEqual([
      ['os', false, 112, 'customer', 112],
      ['virtualization', true, 112, 'aws', -12],
    ]);
    expect(containers?.map(({ from }) => from)).toEqual(server?.map(({ to }) => to));
    const [os] = containers ?? [];
    expect(os).toMatchObject({ asked: true, to: { party: 'shared' } });
    expect(os?.to.x).toBeGreaterThan(0);
    expect(os?.to.x).toBeLessThan(100);
  });

  it('are refused where a layer does not exist', () => {
    const step = { cells: cellsOf('amazon-s3', 'default'), layer: 'application' } as const;
    expect(() => edgeScenes(namesIn(catalog), ['application'], [step])).toThrow('the layer application does not exist');
  });

  it('place an edge outside of the band where one side has all of it', () => {
    expect([edgeAt('aws').x, edgeAt('shared').x, edgeAt('customer').x]).toEqual([-12, 50, 112]);
  });
});
