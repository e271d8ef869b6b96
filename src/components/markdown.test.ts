// The Markdown of a service says what its record says, and nothing of it is read as markup.
import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { escapeMarkdown } from '../model/escape.ts';
import { layerIds } from '../model/vocabulary.ts';
import { markdownPath, serviceMarkdown, siteMarkdown } from './markdown.ts';

const { catalog } = getContent();
const site = new URL('https://tideline.example/');

describe('the Markdown of a service', () => {
  it.each(catalog.services)('$id holds every cell with its sources', (service) => {
    const text = serviceMarkdown(service, catalog, site);
    expect(text.match(/^### /gmu)).toHaveLength(service.options.length * layerIds.length);
    for (const { cells } of service.options) {
      for (const layer of layerIds) {
        expect(text).toContain(escapeMarkdown(cells[layer].detail));
        for (const source of cells[layer].source) expect(text).toContain(`<${source}>`);
      }
    }
  });

  it('writes what is markup as text', () => {
    const [first] = catalog.services;
    if (!first) throw new Error('the catalog is empty');
    expect(serviceMarkdown({ ...first, short: '<b>[x](javascript:1)' }, catalog, site)).toContain('# \\<b\\>\\[x\\](javascript:1)\n');
  });
});

it('is named for each service in the list for programs', () => {
  const text = siteMarkdown(catalog, site);
  for (const { id } of catalog.services) expect(text).toContain(`(https://tideline.example${markdownPath(id)})`);
});
