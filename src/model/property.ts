// Reads values of which nothing is known: files of others, and what a server answers.

/** An own property of what may be no object. */
export function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return found;
}

/** The properties of what may be no object; a list has none. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** The first of what may be one or many. */
export const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** A text, or an empty one for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
