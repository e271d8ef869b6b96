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
  const at = (day: string, second = 0): Date => new Date(Date.parse(`${day}T00:00:00Z`) + Math.min(second, lastSecond) * 1000);
  const entries = days.flatMap((each) => {
    const { day, changes, again = {} } = each;
    const later = secondsOf(again, changes.length);
    let left = changes.length + 1;
    const entry = (about: string, title: string, content: string): Entry => {
      const times = again[about] ?? 1;
      const link = `${page}#${day}-${about}`;
      left -= 1;
      return {
        title: escapeMarkup(title),
        id: times > 1 ? `${link}-${times}` : link,
        link,
        date: at(day, later.get(about) ?? left),
        content,
      };
    };
    const added = changes.filter((change) => change.kind === 'added');
    return [
      ...changesByService(each, catalog).map(({ id, short, sentences: [first = '', ...others], corrected }) =>
        entry(
          id,
          `${short}${corrected ? ', corrected' : ''}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`,
          `${corrected ? `<p>${correctionNote}.</p>` : ''}${list([first, ...others])}`,
        ),
      ),
      ...(added.length === 0
        ? []
        : [
            entry(
              'added',
              added.length === 1 ? `${added[0]?.short ?? ''} added` : `${added.length} services added`,
              list(added.map((change) => change.short)),
            ),
          ]),
    ];
  });
  entries.sort((a, b) => b.date.valueOf() - a.date.valueOf());
  const feed = new Feed({
    title: 'Tideline: changes',
    description:
      'When a duty moved between you and AWS, when something else began to hold if you do nothing, and which services were added.',
    id: page,
    link: page,
    language: 'en',
    copyright: 'CC BY 4.0, Tideline',
    updated: entries[0]?.date ?? at('1970-01-01'),
    feedLinks: { atom: new URL(pathTo('/changes/feed.xml'), site).href },
    author: { name: 'Tideline' },
  });
  for (const each of entries) feed.addItem(each);
  return feed.atom1();
}

const lastSecond = 86_399;

/**
 * The seconds of what a day tells again, which is another entry: readers would not look at the one they know. Each comes after all that was
 * told once, and with every time a second later, so that a feed of today is not dated tomorrow.
 */
function secondsOf(again: Readonly<Record<string, number>>, told: number): ReadonlyMap<string, number> {
  let second = told;
  return new Map(
    Object.entries(again)
      .sort(([, one], [, other]) => one - other)
      .map(([about, times]) => [about, (second += times - 1)]),
  );
}

/** An entry as the feed takes it. */
interface Entry {
  readonly title: string;
  readonly id: string;
  readonly link: string;
  readonly date: Date;
  readonly content: string;
}

const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`;
