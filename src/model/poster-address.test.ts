import { describe, expect, it } from 'vitest';
import { describeUnknownPoster, formatPosterQuery, parsePosterQuery, posterOrders } from './poster-address.ts';
import { lensIds } from './split/filter.ts';

describe('the address of the poster', () => {
  it.each(posterOrders.flatMap((order) => lensIds.map((lens) => ({ order, lens }))))(
    'survives writing and reading: $order, $lens',
    (query) => {
      expect(parsePosterQuery(formatPosterQuery(query))).toEqual({ query, unknown: [] });
    },
  );

  it('is empty for the page as it is built', () => {
    expect(formatPosterQuery({ order: 'area', lens: 'parties' })).toBe('');
  });

  it('reports what it did not understand, and leaves keys of others alone', () => {
    const { query, unknown } = parsePosterQuery('?order=tide&lens=DEFAULTS&utm_source=x');
    expect(query).toEqual({ order: 'area', lens: 'defaults' });
    expect(describeUnknownPoster(unknown)).toBe('We ignored a part of this link: order=tide. An order is area or all.');
  });
});
