import { describe, expect, it } from 'vitest';
import { describeUnknownOpen, formatOpenQuery, openHref, parseOpenQuery } from './open-address.ts';
import { noOpenQuery } from './split/open.ts';
import { layerIds, urgentIds } from './vocabulary.ts';

const areas = ['compute', 'database'];

describe('the address of the list', () => {
  it('comes back as it was written', () => {
    for (const area of [undefined, ...areas])
      for (const id of [undefined, ...urgentIds])
        for (const layer of [undefined, ...layerIds]) {
          const query = { area, default: id, layer };
          expect(parseOpenQuery(formatOpenQuery(query), areas)).toEqual({ query, unknown: [] });
        }
  });

  it('says only what was chosen', () => {
    expect(openHref(noOpenQuery)).toBe('/defaults/');
    expect(openHref({ area: 'database', default: 'open', layer: 'network' })).toBe('/defaults/?area=database&default=open&layer=network');
  });

  it('reports what it does not know, and what the list never shows', () => {
    const { query, unknown } = parseOpenQuery('?area=moon&default=done&layer=network&layer=os&party=aws', areas);
    expect(query).toEqual({ ...noOpenQuery, layer: 'network' });
    expect(unknown).toEqual([
      { key: 'layer', value: 'os' },
      { key: 'area', value: 'moon' },
      { key: 'default', value: 'done' },
    ]);
    expect(describeUnknownOpen([{ key: 'default', value: 'done' }])).toBe(
      'We ignored a part of this link: default=done. A default is open, when-asked or partly.',
    );
  });

  it('takes an empty value for no choice', () => {
    expect(parseOpenQuery('?area=&default=&layer=', areas)).toEqual({ query: noOpenQuery, unknown: [] });
  });
});
