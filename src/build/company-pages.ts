// Puts the pages of a company's overlay where Astro compiles them, as pages of the guide with the imports that they need.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { companyFolder } from './own-work.ts';

/** A page as the overlay has it. */
export interface CompanyFile {
  readonly id: string;
  /** Absolute. */
  readonly source: string;
}

/** The lines that our lessons begin with, which stand in a page that was made from one. */
const importLines = /^import [A-Z]\w* from '[^']*';\n/gmu;

/**
 * Returns a page with the imports that it needs after its head, and without a link to edit it: it lies outside of the project.
 * @param components the names that pages may use
 */
export function companyPage(text: string, components: readonly string[]): string {
  const used = components.filter((name) => new RegExp(`<${name}[\\s/>]`, 'u').test(text));
  const imports = used.map((name) => `import ${name} from '/src/components/${name}.astro';\n`).join('');
  const plain = text
    .replace(/^\uFEFF/u, '')
    .replaceAll('\r\n', '\n')
    .replaceAll(importLines, '');
  return plain.replace(/^---[ \t]*\n([^]*?)\n---[ \t]*\n/u, (_, head: string) => `---\n${head}\neditUrl: false\n---\n\n${imports}`);
}

/**
 * Writes the pages into the folder of this run, so that another one, with another overlay or none, neither gets nor removes them.
 * @param work the folder of this run
 * @returns where they lie
 */
export async function writeCompanyPages(work: string, pages: readonly CompanyFile[], components: readonly string[]): Promise<string> {
  const folder = companyFolder(work);
  await mkdir(folder, { recursive: true });
  for (const { id, source } of pages)
    await writeFile(path.join(folder, `${id}.mdx`), companyPage(await readFile(source, 'utf8'), components));
  return folder;
}

/**
 * The build step: it comes after the one that makes the folder of this run, and before Starlight, which looks for every page of the side list.
 * @param watched files of the overlay, absolute: when one changes, development begins anew
 */
export function companyPages(pages: readonly CompanyFile[], components: readonly string[], watched: readonly string[]): AstroIntegration {
  return {
    name: 'tideline:company-pages',
    hooks: {
      'astro:config:setup': async ({ config, addWatchFile, updateConfig }) => {
        for (const file of watched) addWatchFile(file);
        if (pages.length === 0) return;
        const folder = await writeCompanyPages(fileURLToPath(config.cacheDir), pages, components);
        const place = path.relative(fileURLToPath(config.root), folder).split(path.sep).join('/');
        // Read by src/content.config.ts.
        updateConfig({ vite: { define: { companyPlace: JSON.stringify(place) } } });
      },
    },
  };
}
