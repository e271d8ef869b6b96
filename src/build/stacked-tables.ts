// Prepares the tables of the guide for windows too narrow for their columns, where each row becomes a block: its cells say their heads.
import type { AstroIntegration } from 'astro';
import { markdownPlugins } from './markdown-plugins.ts';
import type { MarkdownContext, MarkdownElement } from './markdown-plugins.ts';

const within = (node: MarkdownElement, ...tags: readonly string[]): MarkdownElement[] =>
  (node.children ?? []).filter(({ tagName }) => tagName !== undefined && tags.includes(tagName));

/** A plugin for the Markdown compiler: tables get the class `stacked`, their parts roles, and their cells the text of their head as `data-head`. */
export const stackedTables = {
  name: 'tideline-stacked-tables',
  element: {
    filter: ['table'],
    visit(table: MarkdownElement, context: MarkdownContext): void {
      const sections = within(table, 'thead', 'tbody');
      const rows = sections.flatMap((section) => within(section, 'tr'));
      const heads = within(rows[0] ?? {}, 'th').map((head) => context.textContent(head));
      context.setProperty(table, 'className', 'stacked');
      // Blocks are no table to assistive software unless their roles say so.
      context.setProperty(table, 'role', 'table');
      for (const section of sections) context.setProperty(section, 'role', 'rowgroup');
      for (const row of rows) context.setProperty(row, 'role', 'row');
      for (const row of rows)
        for (const [at, cell] of within(row, 'th', 'td').entries()) {
          context.setProperty(cell, 'role', cell.tagName === 'th' ? 'columnheader' : at === 0 ? 'rowheader' : 'cell');
          // The first cell heads the others.
          if (cell.tagName === 'td' && at > 0) context.setProperty(cell, 'dataHead', heads[at] ?? '');
        }
    },
  },
};

/** The build step that hands the plugin to the compiler. */
export function stackTables(): AstroIntegration {
  return {
    name: 'tideline:stacked-tables',
    hooks: {
      'astro:config:setup': ({ config }) => {
        markdownPlugins(config.markdown).push(stackedTables);
      },
    },
  };
}
