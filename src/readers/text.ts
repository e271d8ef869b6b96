// Bytes of a chosen file to text: whatever editors and shells write, PowerShell's UTF-16 among it.
import { megabytes } from './nesting.ts';
import type { Trouble } from './resource.ts';

/** More of a file is not read: no template comes near, and few plans. */
export const mostBytes = 16 * 1024 * 1024;

/** What a file says, as far as it is text. */
export interface Decoded {
  /** Undefined where it is none. */
  readonly text: string | undefined;
  readonly troubles: readonly Trouble[];
}

/**
 * Reads bytes as UTF-8, or as UTF-16 where a mark or their zeros say so. Line ends become "\n".
 * @param size of the whole file in bytes, of which these may be the first
 */
export function decode(given: Uint8Array, size: number = given.length): Decoded {
  const bytes = given.subarray(0, mostBytes);
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return binary;
  const troubles: Trouble[] = [];
  if (size > mostBytes)
    troubles.push({
      line: undefined,
      found: `${megabytes(size)}, of which the first ${megabytes(mostBytes)} were read`,
      remedy: 'choose the parts as files of their own',
    });
  // The last character may be cut in two.
  const cut = { stream: size > bytes.length };
  const text = ((): string => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, cut);
    } catch {
      return new TextDecoder(encoding).decode(bytes, cut);
    }
  })();
  const at = text.indexOf('\uFFFD');
  if (at >= 0) {
    // A picture or an archive need not hold a zero, but hardly a character in it is one.
    const head = text.slice(0, 4096);
    if ((head.match(/\uFFFD/gu)?.length ?? 0) > head.length / 10) return binary;
    troubles.push({
      line: text.slice(0, at).split('\n').length,
      found: `a byte that is not ${encoding.toUpperCase()}`,
      remedy: 'save the file as UTF-8 if a name is affected; all else is kept',
    });
  }
  return { text: text.replaceAll(/\r\n?/gu, '\n'), troubles };
}

const binary: Decoded = {
  text: undefined,
  troubles: [
    {
      line: undefined,
      found: 'binary data',
      remedy: 'choose a text file: Terraform, CloudFormation, or a plan written by terraform show -json',
    },
  ],
};

/** Undefined for binary data. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return 'utf-8';
  // Text in Latin letters has a zero in every second byte of UTF-16.
  if (even === 0 && odd > head.length / 4) return 'utf-16le';
  if (odd === 0 && even > head.length / 4) return 'utf-16be';
  return undefined;
}
