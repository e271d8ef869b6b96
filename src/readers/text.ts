// Bytes of a chosen file to text: whatever editors and shells write, PowerShell's UTF-16 among it.
import type { Trouble } from './resource.ts';

/** A larger file is no template; it would take the parsers longer than anybody waits. */
export const mostBytes = 16 * 1024 * 1024;

/** The text of a file, or why there is none. */
export type Decoded = { readonly text: string } | { readonly trouble: Trouble };

const refuse = (found: string, remedy: string): Decoded => ({ trouble: { line: undefined, found, remedy } });

/** Reads bytes as UTF-8, or as UTF-16 where a mark or their zeros say so. Line ends become "\n". */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > mostBytes)
    return refuse(`${Math.ceil(bytes.length / 1024 / 1024)} MB`, `choose files of at most ${mostBytes / 1024 / 1024} MB, or paste a part`);
  const encoding = encodingOf(bytes);
  if (encoding === undefined)
    return refuse('binary data', 'choose a text file: Terraform, CloudFormation, or a plan written by terraform show -json');
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text: text.replaceAll(/\r\n?/gu, '\n') };
  } catch {
    return refuse(`bytes that are not ${encoding.toUpperCase()}`, 'save the file as UTF-8');
  }
}

/** Undefined for binary data. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  const zeros = head.reduce((sum, byte, index) => (byte === 0 ? { ...sum, [index % 2]: sum[index % 2 === 0 ? 0 : 1] + 1 } : sum), {
    0: 0,
    1: 0,
  });
  if (zeros[0] + zeros[1] === 0) return 'utf-8';
  // Text in Latin letters has a zero in every second byte of UTF-16.
  if (zeros[0] === 0 && zeros[1] > head.length / 4) return 'utf-16le';
  if (zeros[1] === 0 && zeros[0] > head.length / 4) return 'utf-16be';
  return undefined;
}
