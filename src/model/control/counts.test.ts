import { describe, expect, it } from 'vitest';
import { mapLayers } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import { controlOf } from './control.fixture.ts';
import { countByLayer, countByService } from './counts.ts';

const yours = (...layers: LayerId[]) => mapLayers((layer): PartyId => (layers.includes(layer) ? 'shared' : 'aws'));
const services = [
  {
    id: 'amazon-rds',
    options: [
      { id: 'default', parties: yours('access', 'backup') },
      { id: 'custom', parties: yours('backup') },
    ],
  },
  { id: 'amazon-s3', options: [{ id: 'default', parties: yours('access') }] },
];
const controls = [
  controlOf('RDS.11', { duties: [{ service: 'amazon-rds', layer: 'backup', options: ['default', 'custom'] }] }),
  controlOf('RDS.26', { duties: [{ service: 'amazon-rds', layer: 'backup', options: ['default'] }] }),
];

describe('duties with and without a check', () => {
  it('are counted in each way to run a service, controls once', () => {
    expect(countByService(services, controls)).toEqual([
      { id: 'amazon-rds', controls: 2, duties: 3, shown: 2 },
      { id: 'amazon-s3', controls: 0, duties: 1, shown: 0 },
    ]);
  });

  it('are counted in each layer that holds a duty', () => {
    expect(countByLayer(services, controls)).toEqual([
      { id: 'access', controls: 0, duties: 2, shown: 0 },
      { id: 'backup', controls: 2, duties: 2, shown: 2 },
    ]);
  });
});
