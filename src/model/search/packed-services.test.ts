import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { packServices, unpackServices } from './packed-services.ts';
import { serviceSearchData } from './services.ts';

describe('the services of the search', () => {
  const { layers, services } = serviceSearchData(getContent().catalog);

  it('come out as they were packed', () => {
    const packed: unknown = JSON.parse(JSON.stringify(packServices({ layers, services })));
    expect(packed).toEqual(packServices({ layers, services }));
    expect(unpackServices(packServices({ layers, services }))).toEqual({ layers, services });
  });
  it('keep names that come in another order, and options whose id the name does not tell', () => {
    const [first] = services;
    if (!first) throw new Error('there is no service');
    const odd = {
      ...first,
      short: 'AWS Odd',
      url: '/services/even/',
      names: ['AWS Odd', 'Odd', 'Other'],
      options: [{ id: 'default', name: 'A b' }],
    };
    const bare = { ...odd, short: 'Odd', url: '/services/odd/', names: ['Odd'], options: [{ id: 'a-b', name: 'A b', aliases: ['c'] }] };
    const packed = packServices({ layers, services: [odd, bare] });
    expect(packed.id).toEqual(['even', 0]);
    expect(packed.names).toEqual([[0, 'AWS Odd', 'Odd', 'Other'], []]);
    expect(packed.options).toEqual([[['default', 'A b']], [[0, 'A b', 'c']]]);
    expect(unpackServices(packed).services).toEqual([odd, bare]);
  });
});
