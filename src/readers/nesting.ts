// How deep a text nests its brackets: parsers that call themselves for each level end with an error that keeps nothing.
import type { Trouble } from './resource.ts';

/** A text without what stands too deep, and what to say of it. */
export interface Shallow {
  readonly text: string;
  readonly troubles: readonly Trouble[];
}

const [quote, backslash, opening, closing] = [0x22, 0x5c, new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

/**
 * Cuts a text off where its brackets nest deeper than any file that a tool or a person wrote.
 * @param most levels that are kept
 * @param quoted whether brackets within double quotes are none, as in JSON
 */
export function withoutDepths(text: string, most: number, quoted: boolean): Shallow {
  let depth = 0;
  let within = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted && code === quote) within = !within;
    else if (within) at += code === backslash ? 1 : 0;
    else if (opening.has(code)) depth += 1;
    else if (closing.has(code)) depth = Math.max(0, depth - 1);
    if (depth <= most) continue;
    const line = text.slice(0, at).split('\n').length;
    const found = `brackets within brackets, more than ${most} deep`;
    return { text: text.slice(0, at), troubles: [{ line, found, remedy: 'look at the line; what stands before it is kept' }] };
  }
  return { text, troubles: [] };
}

/** More of a text than this takes the parsers of YAML and Terraform longer than anybody waits. Characters. */
const mostCharacters = 5 * 1024 * 1024;

/** Cuts a text off after the last whole line that is read. */
export function withoutEnd(text: string): Shallow {
  if (text.length <= mostCharacters) return { text, troubles: [] };
  const kept = text.slice(0, text.lastIndexOf('\n', mostCharacters) + 1 || mostCharacters);
  const found = `${megabytes(text.length)} of text, of which the first ${megabytes(mostCharacters)} were read`;
  return { text: kept, troubles: [{ line: kept.split('\n').length, found, remedy: 'choose the parts as files of their own' }] };
}

/** "6 MB" */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
