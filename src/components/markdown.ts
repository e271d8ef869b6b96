// A service as Markdown, and the list of all such files, for programs that read text: the same facts as its page.
import { escapeMarkdown } from '../model/escape.ts';
import type { Catalog, Service } from '../model/record/catalog.ts';
import { nameOf } from '../model/record/lookup.ts';
import { pathTo } from '../model/root.ts';
import { phrasesOf } from '../model/split/cell.ts';
import { meaningOf } from '../model/split/default.ts';
import { namesIn } from '../model/split/names.ts';
import { servicePath } from '../model/vocabulary.ts';

/** The address of a service's Markdown: that of its page, with .md for the slash. */
export const markdownPath = (id: string): string => servicePath(id).replace(/\/$/u, '.md');

/**
 * One service: each option, each layer, with party, default, phrases, detail and sources.
 * @param site the address that the site is served at
 */
export function serviceMarkdown(service: Service, catalog: Catalog, site: URL | undefined): string {
  const { layers, parties, defaults } = namesIn(catalog);
  const options = service.options.flatMap((option) => [
    `## ${escapeMarkdown(option.name)} (${escapeMarkdown(nameOf(catalog.categories, option.category))})`,
    ...(option.summary === undefined ? [] : [escapeMarkdown(option.summary)]),
    ...layers.flatMap(({ id, name }) => {
      const cell = option.cells[id];
      const holds = cell.party === 'none' ? [] : [`If you do nothing: ${escapeMarkdown(meaningOf(defaults, cell.default, id))}.`];
      const halves = phrasesOf(cell, parties).map(({ who, text }) => `${escapeMarkdown(who)}: ${escapeMarkdown(text)}.`);
      return [
        `### ${escapeMarkdown(name)}: ${escapeMarkdown(parties[cell.party].name)}`,
        [...holds, ...halves, escapeMarkdown(cell.detail)].join(' '),
        cell.source.map((source) => `<${source}>`).join(' '),
      ];
    }),
  ]);
  return `${[
    `# ${escapeMarkdown(service.short)}`,
    escapeMarkdown(service.summary),
    `${escapeMarkdown(service.name)} · ${escapeMarkdown(nameOf(catalog.areas, service.area))} · reviewed ${service.reviewed} · <${new URL(servicePath(service.id), site).href}>`,
    ...options,
  ].join('\n\n')}\n`;
}

/** What stands where, in the form of https://llmstxt.org: the data, then a line for each service. */
export function siteMarkdown({ services }: Pick<Catalog, 'services'>, site: URL | undefined): string {
  const at = (path: string): string => new URL(path, site).href;
  return `# Tideline

> Who secures what on AWS: for each service and each way to run it, which of fourteen layers AWS secures, which are yours, what holds if you do nothing, and what you must do, with the AWS page that says so.

Texts and data are under CC BY 4.0: name Tideline. Where a text and AWS's page differ, trust AWS's page.

## Data

- [All services as JSON](${at(pathTo('/data/v1/services.json'))}): described by a [JSON Schema](${at(pathTo('/data/v1/schema/services.json'))})
- [Controls of AWS Security Hub CSPM that can show a duty, as JSON](${at(pathTo('/data/v1/controls.json'))})
- [Changes as a feed](${at(pathTo('/changes/feed.xml'))})
- [The course](${at(pathTo('/guide/'))})

## Services

${services.map(({ id, short, summary }) => `- [${escapeMarkdown(short)}](${at(markdownPath(id))}): ${escapeMarkdown(summary)}`).join('\n')}
`;
}
