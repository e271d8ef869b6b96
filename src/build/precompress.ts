// Writes a .gz and a .br beside every text file of the built site, so that a server sends small files without work.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

/** Endings of files that shrink: texts, and WebAssembly. */
const text = new Set(['.css', '.html', '.js', '.json', '.md', '.mjs', '.svg', '.txt', '.wasm', '.webmanifest', '.xml']);

/** A response this short fits into one packet as it is. Bytes. */
const shortest = 1024;

/** Files compressed at once: more would only hold more of them in memory. */
const atOnce = 16;

/** What Pagefind writes for sites that use its own search box, which this one does not. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:css|js)$/u;

/**
 * Writes `<file>.gz` and `<file>.br` for each text file of at least one kilobyte below `root`.
 * @param earlier the folder of an earlier site, whose compressed files are taken where they hold the same text: Brotli is slow
 * @param quality Brotli's, 0 to 11: the highest takes most of a build's time, and a copy that nobody downloads does without
 * @returns the number of files that were compressed, and their bytes before, as .gz and as .br
 * @throws Error of the file system, as on a full disk
 */
export async function precompress(
  root: string,
  earlier = root,
  quality: number = constants.BROTLI_MAX_QUALITY,
): Promise<{ files: number; plain: number; gz: number; br: number }> {
  const total = { files: 0, plain: 0, gz: 0, br: 0 };
  const waiting = (await readdir(root, { recursive: true })).filter((name) => text.has(path.extname(name)));
  const worker = async (): Promise<void> => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const file = path.join(root, name);
      const plain = await readFile(file);
      if (plain.length < shortest) continue;
      const before = path.join(earlier, name);
      const [gz, br] = await Promise.all([
        same(`${before}.gz`, plain, gunzip).then((found) => found ?? promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION })),
        same(`${before}.br`, plain, brotliDecompress).then(
          (found) =>
            found ??
            promisify(brotliCompress)(plain, {
              params: {
                [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
                [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
                [constants.BROTLI_PARAM_QUALITY]: quality,
              },
            }),
        ),
      ]);
      await Promise.all([writeFile(`${file}.gz`, gz), writeFile(`${file}.br`, br)]);
      total.files += 1;
      total.plain += plain.length;
      total.gz += gz.length;
      total.br += br.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return total;
}

/** Returns the compressed file if it is there and holds that text. */
async function same(file: string, plain: Buffer, unpack: typeof gunzip | typeof brotliDecompress): Promise<Buffer | undefined> {
  try {
    const packed = await readFile(file);
    return (await promisify(unpack)(packed)).equals(plain) ? packed : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the interface that Pagefind publishes beside its index and that no page loads. */
export async function removeUnused(root: string): Promise<void> {
  const folder = path.join(root, 'pagefind');
  const names = (await readdir(folder).catch(() => [])).filter((name) => unused.test(name));
  await Promise.all(names.map((name) => rm(path.join(folder, name))));
}

/** The build step, after all that change files: one that changes afterwards would no longer equal its compressed forms. */
export function compressedFiles(quality?: number): AstroIntegration {
  let published: string | undefined;
  return {
    name: 'tideline:compressed-files',
    hooks: {
      // Named before `publish`, which then makes the build write elsewhere.
      'astro:config:setup': ({ config }) => {
        published = fileURLToPath(config.outDir);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        await removeUnused(root);
        const { files, plain, gz, br } = await precompress(root, published, quality);
        const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
        logger.info(`${files} files compressed: ${kB(plain)} plain, ${kB(gz)} as .gz, ${kB(br)} as .br`);
      },
    },
  };
}
