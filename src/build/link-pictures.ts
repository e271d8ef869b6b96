// Writes the picture that chats and other sites show beside a link to a service: its diagram as PNG, which all of them can show.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';

/** The size that previews of links are cut to, in px. https://ogp.me */
export const linkPicture = { width: 1200, height: 630 } as const;

/** Colours of a picture. Its areas have few, and the edges of its letters need no more. */
const colours = 64;

/** The weights that styles/picture.css uses. The renderer reads neither WOFF2 nor variable fonts. */
const fontFiles = ['400Regular/SourceSans3_400Regular', '600SemiBold/SourceSans3_600SemiBold', '700Bold/SourceSans3_700Bold'].map((name) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`)),
);

/**
 * Returns the picture with paper added at its sides, or above and below it, until it has the shape of a preview.
 * @param svg a file of /diagrams/, with its style sheet
 * @throws Error if its size or paper is missing
 */
export function inShape(svg: string): { readonly svg: string; readonly paper: string } {
  const [, width = 0, height = 0] = (/ viewBox="0 0 (\d+) (\d+)"/u.exec(svg) ?? []).map(Number);
  const paper = /\.paper ?\{ ?fill: ?(#[\da-f]+)/u.exec(svg)?.[1];
  if (width === 0 || height === 0 || paper === undefined) throw new Error('the picture has no viewBox from 0 0, or no fill for .paper');
  const wide = Math.ceil(Math.max(width, (height * linkPicture.width) / linkPicture.height));
  const high = (wide * linkPicture.height) / linkPicture.width;
  const root = { viewBox: `${(width - wide) / 2} ${(height - high) / 2} ${wide} ${high}`, ...linkPicture };
  const shaped = svg.replace(/^<svg[^>]*>/u, (tag) =>
    Object.entries(root).reduce((all, [name, value]) => all.replace(new RegExp(` ${name}="[^"]*"`, 'u'), ` ${name}="${value}"`), tag),
  );
  return { svg: shaped, paper };
}

/**
 * Draws the picture of a preview.
 * @returns the bytes of a PNG file
 */
export async function drawn(svg: string): Promise<Buffer> {
  const shaped = inShape(svg);
  const image = await renderAsync(shaped.svg, {
    background: shaped.paper,
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  const { width, height } = image;
  return sharp(image.pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, colours, dither: 0 })
    .toBuffer();
}

/**
 * Writes a PNG beside each diagram, once where several names show the same: the shortest has it.
 * @param folder the built /diagrams/
 * @param cache folder of pictures that were drawn before, by what they were drawn from; what no build has needed for long is removed from it
 * @returns how many there are, and how many of them had to be drawn
 */
export async function writeLinkPictures(folder: string, cache: string, draw = drawn): Promise<{ all: number; drawn: number }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.svg')).sort((a, b) => a.length - b.length);
  await mkdir(cache, { recursive: true });
  // What is drawn depends on the way it is drawn, too.
  const way = await readFile(fileURLToPath(import.meta.url));
  const wanted = new Map<string, { name: string; svg: string }>();
  for (const name of names) {
    // The renderer takes the font from its own files.
    const svg = (await readFile(path.join(folder, name), 'utf8')).replace(/@font-face \{[^}]*\}/u, '');
    const key = `${createHash('sha256').update(way).update(svg).digest('hex')}.png`;
    if (!wanted.has(key)) wanted.set(key, { name, svg });
  }
  const total = { all: wanted.size, drawn: 0 };
  const waiting = [...wanted];
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [key, { name, svg }] = next;
      const file = path.join(cache, key);
      const before = await kept(file);
      const png = before ?? (await draw(svg));
      if (before === undefined) {
        total.drawn += 1;
        await keep(file, png);
      }
      await writeFile(path.join(folder, name.replace(/svg$/u, 'png')), png);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  await forget(
    cache,
    (await readdir(cache)).filter((key) => !wanted.has(key)),
  );
  return total;
}

/** How long a picture stays that no build needs, in ms. Builds of other addresses draw others, perhaps right now. */
const unneeded = 14 * 24 * 60 * 60 * 1000;

const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const ending = Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1');

/** Says whether the file begins and ends as a PNG does. A full disk or a stopped build leaves a part of one. https://www.w3.org/TR/png-3/#5DataRep */
const whole = (png: Buffer): boolean => png.subarray(0, start.length).equals(start) && png.subarray(-ending.length).equals(ending);

/** A picture that was drawn before, and counts as needed from now on; undefined where there is none, or a part of one. */
async function kept(file: string): Promise<Buffer | undefined> {
  try {
    const png = await readFile(file);
    if (!whole(png)) return undefined;
    const now = new Date();
    await utimes(file, now, now);
    return png;
  } catch {
    return undefined;
  }
}

/** Gives the file its name once it is whole, because another build may read it at any moment. */
async function keep(file: string, png: Buffer): Promise<void> {
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(fresh, png);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Removes what no build has needed for long. */
async function forget(cache: string, keys: readonly string[]): Promise<void> {
  const limit = Date.now() - unneeded;
  await Promise.all(
    keys.map(async (key) => {
      const file = path.join(cache, key);
      const found = await stat(file).catch(() => undefined);
      if (found && found.mtimeMs < limit) await rm(file, { force: true });
    }),
  );
}

/** The build step. */
export function linkPictures(): AstroIntegration {
  let cache = '';
  return {
    name: 'tideline:link-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('.cache/link-pictures/', config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { all, drawn: fresh } = await writeLinkPictures(fileURLToPath(new URL('diagrams/', dir)), cache);
        logger.info(`${all} pictures for links, ${fresh} of them drawn anew`);
      },
    },
  };
}
