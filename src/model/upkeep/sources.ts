// What became of the pages that cells cite: gone, moved, or changed since a cell was reviewed.
import { statements } from '../record/lookup.ts';
import type { Catalog } from '../record/catalog.ts';
import type { FaqTheme } from '../record/schema/faq.ts';
import { placeOf } from './freshness.ts';

/** A page, without the part after "#", which servers do not see. */
export interface CitedPage {
  readonly url: string;
  /** `amazon-rds.backup`, as freshness names them; `questions.patching` for a question that people ask. */
  readonly cells: readonly string[];
  /** The oldest review of these cells, YYYY-MM-DD; cells of categories have none. */
  readonly reviewed: string | undefined;
}

/** What a server said of a page. */
export interface Answer {
  /** Of the last answer; 0 where none came. */
  readonly status: number;
  /** Where it leads, if the answer is a redirect. */
  readonly location?: string | undefined;
  /** The day of Last-Modified, YYYY-MM-DD. */
  readonly modified?: string | undefined;
  /** The ETag, or a hash of the text where the server gives neither it nor a day. */
  readonly mark?: string | undefined;
  /** Why no answer came. */
  readonly trouble?: string | undefined;
}

/** An answer with the day on which it came. */
export interface Remembered extends Answer {
  readonly day: string;
}

export type Finding = { readonly page: CitedPage } & (
  | { readonly kind: 'gone'; readonly status: number }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'changed'; readonly since: string }
  | { readonly kind: 'silent'; readonly trouble: string }
);

/** Every page that the cells of a catalog and the answers to questions cite, sorted by address. */
export function citedPages(catalog: Pick<Catalog, 'categories' | 'services'>, faq: readonly FaqTheme[]): CitedPage[] {
  const pages = new Map<string, { cells: string[]; days: string[] }>();
  const cite = (sources: readonly string[], cell: string, reviewed: string | undefined): void => {
    for (const source of sources) {
      const url = source.replace(/#.*$/u, '');
      const page = pages.get(url) ?? { cells: [], days: [] };
      pages.set(url, page);
      page.cells.push(cell);
      if (reviewed !== undefined) page.days.push(reviewed);
    }
  };
  for (const statement of statements(catalog)) cite(statement.cell.source, placeOf(statement), statement.service?.reviewed);
  for (const { id, source, reviewed } of faq.flatMap(({ questions }) => questions)) cite(source, `questions.${id}`, reviewed);
  return [...pages].map(([url, { cells, days }]) => ({ url, cells, reviewed: days.sort()[0] })).sort((a, b) => (a.url < b.url ? -1 : 1));
}

/**
 * Says what became of a page.
 * @param first what the server said when the page was first asked for after its review; undefined if this is the first time
 * @returns undefined if it stands as it did
 */
export function judge(page: CitedPage, answer: Answer, first: Remembered | undefined): Finding | undefined {
  const { status, location, modified, mark, trouble } = answer;
  if (status === 404 || status === 410) return { page, kind: 'gone', status };
  if (status >= 300 && status < 400 && location !== undefined) return { page, kind: 'moved', to: location };
  if (!isGood(answer)) return { page, kind: 'silent', trouble: trouble ?? `the answer ${status}` };
  if (modified !== undefined && page.reviewed !== undefined && modified > page.reviewed) return { page, kind: 'changed', since: modified };
  if (first?.mark !== undefined && mark !== undefined && first.mark !== mark) return { page, kind: 'changed', since: first.day };
  return undefined;
}

const isGood = ({ status }: Answer): boolean => status >= 200 && status < 300;

/**
 * Whether what is remembered still counts as the state at the review: a later review starts anew. An error says nothing of the page, and
 * an answer without a mark cannot be compared.
 */
export const countsFor = (page: CitedPage, first: Remembered | undefined): first is Remembered =>
  first?.mark !== undefined && isGood(first) && (page.reviewed === undefined || first.day >= page.reviewed);

/** Days until a page is asked for again. */
const week = 7;

/** Whether an answer still holds: one of a server that was silent, busy or broken never does. */
export const isFresh = (last: Remembered | undefined, today: string): boolean =>
  last !== undefined &&
  last.status > 0 &&
  last.status < 500 &&
  last.status !== 429 &&
  Date.parse(today) - Date.parse(last.day) < week * 86_400_000;

const heads: Readonly<Record<Finding['kind'], string>> = {
  gone: 'Gone',
  moved: 'Moved',
  changed: 'Changed since the review',
  silent: 'No answer',
};

/** The findings as Markdown, for a terminal or an issue: by kind, each page with the cells that hang on it. */
export function formatFindings(findings: readonly Finding[], asked: number): string {
  const said = (finding: Finding): string => {
    if (finding.kind === 'gone') return `: ${finding.status}`;
    if (finding.kind === 'moved') return ` → <${finding.to}>`;
    return finding.kind === 'changed' ? `: after ${finding.since}` : `: ${finding.trouble}`;
  };
  const groups = (['gone', 'moved', 'changed', 'silent'] as const).flatMap((kind) => {
    const own = findings.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    return [
      '',
      `## ${heads[kind]}: ${own.length}`,
      '',
      ...own.map((each) => `- <${each.page.url}>${said(each)}\n  ${each.page.cells.join(', ')}`),
    ];
  });
  return [`# ${asked} cited pages, ${findings.length} to look at`, ...groups, ''].join('\n');
}
