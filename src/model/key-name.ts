// Apart from address.ts, because every page reads a key and few need the rest.

/**
 * The name of a key in an address, however a mail or a wiki wrote it: in any case, and after an "&" that was escaped as "&amp;",
 * once or more often.
 */
export const keyName = (key: string): string => key.toLowerCase().replace(/^(?:amp;)+/u, '');
