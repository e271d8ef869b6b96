// Gives each run of Astro a folder of its own for what it puts down on the way: the store of all texts, and a company's pages. Two builds
// of one project at once would otherwise take each other's texts for their own, and publish a company's pages where they do not belong.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openOwn } from './beside.ts';

/** Where the folders of all runs lie, from the project's root. */
export const workshop = '.cache/work';

/** Where a company's pages lie in the folder of a run. */
export const companyFolder = (work: string): string => path.join(work, 'guide/company');

/** Astro's own list of pages that are compiled, from the project's root. All runs write to the same file. */
const astroList = '.astro/content-modules.mjs';

/**
 * Returns Astro's list of pages that are compiled, as this run needs it.
 * @param root the project
 * @param work the folder of this run
 * @see node_modules/astro/dist/content/mutable-data-store.js, which writes the file that this stands for
 */
export function pageModules(root: string, work: string): string {
  const guide = path.join(root, 'content/guide');
  const files = [...pagesIn(guide), ...pagesIn(companyFolder(work))].map((file) => path.relative(root, file).split(path.sep).join('/'));
  const lines = files.sort().map((file) => {
    const name = 'astro:content-layer-deferred-module';
    const module = `${name}?${new URLSearchParams({ [name]: '', fileName: file, astroContentModuleFlag: 'true' }).toString()}`;
    return `[${JSON.stringify(file)}, () => import(${JSON.stringify(module)})]`;
  });
  return `\nexport default new Map([\n${lines.join(',\n')}]);\n`;
}

function pagesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.filter(({ name }) => name.endsWith('.mdx')).map(({ parentPath, name }) => path.join(parentPath, name));
  } catch {
    return [];
  }
}

/** The build step: it comes before all that use `cacheDir`. */
export function ownWork(): AstroIntegration {
  return {
    name: 'tideline:own-work',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const { folder } = openOwn(path.join(root, workshop));
        const list = path.join(root, astroList);
        updateConfig({
          cacheDir: pathToFileURL(`${folder}${path.sep}`),
          vite: {
            plugins: [
              {
                name: 'tideline:own-work',
                apply: 'build',
                enforce: 'pre',
                load: (id) => (path.normalize(id) === list ? pageModules(root, folder) : undefined),
              },
            ],
          },
        });
      },
    },
  };
}
