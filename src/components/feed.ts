// The log of changes as an Atom feed: an entry for each service whose duties moved on a day, and one for the services added.
import { Feed } from 'feed';
import type { Catalog } from '../model/record/catalog.ts';
import { escapeMarkup } from '../model/escape.ts';
import type { Day } from '../model/upkeep/changes.ts';
import { correctionNote, changesByService } from './changes.ts';
import { pathTo } from '../model/root.ts';

/** Atom 1.0, newest first. Titles and texts are HTML. Entry ids are addresses within /changes/, so they stay when the feed is made anew. */
export function changesFeed(days: readonly Day[], catalog: Catalog, site: string): string {
  const page = new URL(pathTo('/changes/'), site).href;
  // Entries of one day get a second each, in their order, because readers sort by time and some take entries of one time for one.
  const at = (day: string, second = 0): Date => new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000);
  const feed = new Feed({
    title: 'Tideline: changes',
    description:
      'When a duty moved between you and AWS, when something else began to hold if you do nothing, and which services were added.',
    id: page,
    link: page,
    language: 'en',
    copyright: 'CC BY 4.0, Tideline',
    updated: at(days[0]?.day ?? '1970-01-01', days[0]?.changes.length ?? 0),
    feedLinks: { atom: new URL(pathTo('/changes/feed.xml'), site).href },
    author: { name: 'Tideline' },
  });
  for (const each of days) {
    const { day, changes } = each;
    let left = changes.length + 1;
    const added = changes.filter((change) => change.kind === 'added');
    for (const { id, short, sentences, corrected } of changesByService(each, catalog)) {
      const address = `${page}#${day}-${id}`;
      feed.addItem({
        title: escapeMarkup(
          `${short}${corrected ? ', corrected' : ''}: ${sentences[0] ?? ''}${sentences.length > 1 ? ` and ${sentences.length - 1} more` : ''}`,
        ),
        id: address,
        link: address,
        date: at(day, (left -= 1)),
        content: `${corrected ? `<p>${correctionNote}.</p>` : ''}${list(sentences)}`,
      });
    }
    if (added.length > 0) {
      const address = `${page}#${day}-added`;
      feed.addItem({
        title: escapeMarkup(added.length === 1 ? `${added[0]?.short ?? ''} added` : `${added.length} services added`),
        id: address,
        link: address,
        date: at(day, (left -= 1)),
        content: list(added.map((change) => change.short)),
      });
    }
  }
  return feed.atom1();
}

const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`;
