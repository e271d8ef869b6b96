// Puts the pages of a company's overlay where Astro compiles them, as pages of the guide with the imports that they need.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A page as the overlay has it. */
export interface CompanyFile {
  readonly id: string;
  /** Absolute. */
  readonly source: string;
}

/** The lines that our lessons begin with, which stand in a page that was made from one. */
const importLines = /^import [A-Z]\w* from '[^']*';\n/gmu;

/** Where src/content.config.ts looks for them. */
export const companyFolder = '.cache/overlay/guide/company';

/**
 * Returns a page with the imports that it needs after its head, and without a link to edit it: it lies outside of the project.
 * @param components the names that pages may use
 */
export function companyPage(text: string, components: readonly string[]): string {
  const used = components.filter((name) => new RegExp(`<${name}[\\s/>]`, 'u').test(text));
  const imports = used.map((name) => `import ${name} from '../../../../src/components/${name}.astro';\n`).join('');
  const plain = text
    .replace(/^\uFEFF/u, '')
    .replaceAll('\r\n', '\n')
    .replaceAll(importLines, '');
  return plain.replace(/^---\n([^]*?)\n---\n/u, (_, head: string) => `---\n${head}\neditUrl: false\n---\n\n${imports}`);
}

/**
 * The build step: it comes before Starlight, which looks for every page of the side list.
 * @param watched files of the overlay, absolute: when one changes, development begins anew
 */
export function companyPages(pages: readonly CompanyFile[], components: readonly string[], watched: readonly string[]): AstroIntegration {
  return {
    name: 'tideline:company-pages',
    hooks: {
      'astro:config:setup': async ({ config, addWatchFile }) => {
        for (const file of watched) addWatchFile(file);
        const folder = path.join(fileURLToPath(config.root), companyFolder);
        await rm(folder, { recursive: true, force: true });
        if (pages.length === 0) return;
        await mkdir(folder, { recursive: true });
        for (const { id, source } of pages)
          await writeFile(path.join(folder, `${id}.mdx`), companyPage(await readFile(source, 'utf8'), components));
      },
    },
  };
}
