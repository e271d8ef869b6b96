// Reads public/_headers, for the server of this project and for the tests that hold other servers against it.

/** One header of one rule. */
export interface HeaderLine {
  /** A path, with a star for any end: `/data/*`. */
  readonly pattern: string;
  /** In small letters. */
  readonly name: string;
  readonly value: string;
}

/** Returns the headers in their order. A line that is not indented is a path; indented lines are its headers. */
export function headerLines(text: string): HeaderLine[] {
  let pattern = '';
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      if (!/^\s/u.test(line)) {
        pattern = line.trim();
        return [];
      }
      const [name = '', ...value] = line.trim().split(':');
      return [{ pattern, name: name.toLowerCase(), value: value.join(':').trim() }];
    });
}

/** Says whether the rule of a header is for a path. */
export const concerns = ({ pattern }: HeaderLine, pathname: string): boolean =>
  pattern.endsWith('*') ? pathname.startsWith(pattern.slice(0, -1)) : pathname === pattern;
