// What an overlay names must be there, and must not contradict itself.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { OrganizationRecord } from '../record/schema/organization.ts';
import { categoryIds, layerIds } from '../vocabulary.ts';

/** What an overlay may name. */
export interface Nameable {
  readonly services: readonly string[];
  /** Services that AWS has ended. */
  readonly retired: readonly string[];
}

type At = readonly (string | number)[];

/** Every id that is not there, and everything that stands twice or contradicts itself. */
export function assertOrganization(file: SourceFile, record: OrganizationRecord, { services, retired }: Nameable): Problem[] {
  const problems: Problem[] = [];
  const report = (at: At, found: string, remedy: string): void => {
    problems.push({ file: place(file, at), field: at.join('.'), found, remedy });
  };
  const assertService = (at: At, id: string): void => {
    if (services.includes(id)) return;
    const ended = retired.includes(id);
    report(
      at,
      id,
      ended
        ? 'AWS has ended this service, and its page has no layers: remove it'
        : `name a service by the id in its address${nearest(id, services)}`,
    );
  };
  const assertOne = (at: At, id: string, known: readonly string[], what: string): void => {
    if (!known.includes(id)) report(at, id, `name a ${what} by its id: ${known.join(', ')}${nearest(id, known)}`);
  };
  const { approved, conditional, forbidden } = record.services;
  const decided = new Map<string, string>();
  for (const [list, entries] of Object.entries({ approved, conditional, forbidden }))
    for (const [index, { service }] of entries.entries()) {
      const at = ['services', list, index, 'service'];
      assertService(at, service);
      const before = decided.get(service);
      if (before !== undefined)
        report(
          at,
          before === list ? `${service} a second time` : `${service}, which is ${before} too`,
          before === list ? 'remove one of the two' : `leave it in one of the two lists, ${before} or ${list}`,
        );
      else decided.set(service, list);
    }
  assertOnce(record.regions, (index, region) => {
    report(['regions', index], `${region} a second time`, 'remove one of the two');
  });
  const { layers, categories, services: ofServices } = record.owners;
  const assertLayers = (at: At, owned: Readonly<Record<string, string>>): void => {
    for (const layer of Object.keys(owned)) assertOne([...at, layer], layer, layerIds, 'layer');
  };
  assertLayers(['owners', 'layers'], layers);
  for (const [category, owned] of Object.entries(categories)) {
    assertOne(['owners', 'categories', category], category, categoryIds, 'category');
    assertLayers(['owners', 'categories', category], owned);
  }
  for (const [service, owned] of Object.entries(ofServices)) {
    assertService(['owners', 'services', service], service);
    assertLayers(['owners', 'services', service], owned);
  }
  for (const [index, { layer, category, service }] of record.rules.entries()) {
    if (layer !== undefined) assertOne(['rules', index, 'layer'], layer, layerIds, 'layer');
    if (category !== undefined) assertOne(['rules', index, 'category'], category, categoryIds, 'category');
    if (service !== undefined) assertService(['rules', index, 'service'], service);
  }
  const stems = record.pages.map((page) => page.replace(/^.*\/|\.mdx?$/gu, ''));
  for (const [index, stem] of stems.entries())
    if (stem === 'index')
      report(['pages', index], 'a page called index', 'give it a name that says what it is about: its address comes from it');
  assertOnce(stems, (index, stem) => {
    report(['pages', index], `a second page called ${stem}`, 'give each page a name of its own: its address comes from it');
  });
  return problems;
}

function assertOnce(all: readonly string[], twice: (index: number, value: string) => void): void {
  for (const [index, value] of all.entries()) if (all.indexOf(value) < index) twice(index, value);
}
