// Random numbers from a seed. Math.random() takes no seed, so it cannot repeat a sequence.

/** Returns a generator of numbers from 0 to below 1 (Mulberry32). https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Returns the entries in random order; the same seed gives the same order. */
export function shuffle<T>(entries: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  const keyed = entries.map((entry) => ({ entry, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry);
}
