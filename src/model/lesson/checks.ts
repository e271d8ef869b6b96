// Turns the checks of content/checks.yaml into questions, and checks cases and statements.
import { findOption, nameOf } from '../record/lookup.ts';
import type { Catalog, Option, Service } from '../record/catalog.ts';
import type { Problem } from '../problem.ts';
import { defaultOf } from '../record/holding.ts';
import type { Cell } from '../record/schema/cell.ts';
import type { Case, Check, Statement } from '../record/schema/lesson.ts';
import { optionHref } from '../address.ts';
import { phrasesOf } from '../split/cell.ts';
import { meaningOf } from '../split/default.ts';
import { namesIn } from '../split/names.ts';
import { defaultIds } from '../vocabulary.ts';
import type { Names } from '../split/names.ts';

export interface Answer {
  /** Unique within its question. */
  readonly id: string;
  readonly text: string;
  readonly right: boolean;
  /** Why it is right, or a hint for readers who choose it though it is not. */
  readonly why: string;
}

export interface Question {
  readonly id: string;
  readonly lesson: string;
  /** Whether the question appears in its lesson or only in the final check. */
  readonly pool: 'lesson' | 'final';
  /** What it asks for: `standard party`, `standard default`, `situation`, `one` or `several`. */
  readonly kind: string;
  /** Whether readers may choose more than one answer. */
  readonly several: boolean;
  readonly text: string;
  readonly answers: readonly Answer[];
  /** A longer explanation; empty if the answers explain enough. */
  readonly reason: string;
  /** The addresses of the pages that confirm the answer. */
  readonly sources: readonly string[];
  /** The address of the page on this site that says more; empty if there is none. */
  readonly href: string;
  /** The service that the page is about: "Amazon EC2"; empty if there is none. */
  readonly about: string;
}

/**
 * Turns checks into questions. A check about a cell takes its answers, reason and source from the record.
 * @param file path of the file with the checks, for messages
 * @param pages ids of the guide's pages
 * @returns the questions in the order of the checks, and all problems found
 */
export function resolveChecks(
  file: string,
  checks: readonly Check[],
  catalog: Catalog,
  pages: readonly string[],
): { readonly questions: Question[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const questions: Question[] = [];
  const seen = new Set<string>();
  for (const check of checks) {
    const report = (field: string, found: string, remedy: string): void => {
      problems.push({ file, field: `${check.id}.${field}`, found, remedy });
    };
    if (seen.has(check.id)) report('id', 'an id used twice', 'give each check its own id: progress is stored by id');
    seen.add(check.id);
    if (!pages.includes(check.lesson)) report('lesson', check.lesson, 'use the name of a file in content/guide/, without its extension');
    if (check.kind === 'cell') {
      const found = findOption(catalog, check.service, check.option);
      if (!found) {
        report('service', `${check.service}, option ${check.option}`, 'use the ids of a service and its option in content/services/');
        continue;
      }
      const cell = found.option.cells[check.layer];
      if (cell.party === 'none') {
        report('layer', `${check.layer}, which ${check.service} does not have`, 'ask about a layer that exists for this service');
        continue;
      }
      questions.push(cellQuestion(check, found.service, found.option, namesIn(catalog), cell));
      continue;
    }
    const right = check.answers.filter((answer) => answer.right).length;
    if (check.kind === 'one' && right !== 1)
      report('answers', `${right} right answers`, 'mark exactly one answer as right, or write kind: several');
    if (check.kind === 'several' && right < 1) report('answers', 'no right answer', 'mark at least one answer as right');
    const { record } = check;
    const about = record && findOption(catalog, record.service, record.option);
    if (record && !about)
      report('record', `${record.service}, option ${record.option}`, 'use the ids of a service and its option in content/services/');
    const cell = record && about?.option.cells[record.layer];
    for (const [field, says] of cell ? [['party', cell.party] as const, ['default', defaultOf(cell)] as const] : []) {
      const taken = record?.[field];
      if (taken !== undefined && taken !== says)
        report(`record.${field}`, taken, `the record says ${says ?? 'nothing'}: read the question again, then write what the record says`);
    }
    questions.push({
      id: check.id,
      lesson: check.lesson,
      pool: check.pool,
      kind: check.kind,
      several: check.kind === 'several',
      text: check.question,
      answers: check.answers.map((answer, index) => ({ id: String(index + 1), ...answer })),
      reason: cell?.detail ?? '',
      sources: cell?.source ?? (check.source === undefined ? [] : [check.source]),
      href: record && about ? optionHref(about.service, record.option, record.layer) : '',
      about: about?.service.short ?? '',
    });
  }
  return { questions, problems };
}

type SecuredCell = Exclude<Cell, { party: 'none' }>;

function cellQuestion(check: Check & { kind: 'cell' }, service: Service, option: Option, names: Names, cell: SecuredCell): Question {
  const name =
    service.options.length > 1 && !service.short.endsWith(option.name)
      ? `${service.short} with the option “${option.name}”`
      : service.short;
  const asked = check.asks === 'party' ? partyQuestion(check, name, names, cell) : defaultQuestion(check, name, names, cell);
  return {
    id: check.id,
    lesson: check.lesson,
    pool: check.pool,
    kind: check.situation === undefined ? `standard ${check.asks}` : 'situation',
    several: false,
    ...asked,
    ...(check.situation === undefined ? {} : { text: check.situation }),
    reason: cell.detail,
    sources: cell.source,
    href: optionHref(service, option.id, check.layer),
    about: service.short,
  };
}

type Asked = Pick<Question, 'text' | 'answers'>;

const halvesOf = (cell: SecuredCell, { parties }: Names): string =>
  phrasesOf(cell, parties)
    .map((phrase) => `${phrase.who}: ${phrase.text}.`)
    .join(' ');

function partyQuestion({ layer }: Check & { kind: 'cell' }, name: string, names: Names, cell: SecuredCell): Asked {
  const { layers, parties, defaults } = names;
  // What holds from the start may still be a choice: the hint leaves that to the reader.
  const next = ['done', 'partly', 'when-asked'].includes(cell.default)
    ? ' Now ask: is there anything left for you to choose or to do?'
    : '';
  const hint = `If you do nothing: ${meaningOf(defaults, cell.default, layer)}.${next}`;
  const answer = (id: SecuredCell['party'], text: string): Answer => ({
    id,
    text,
    right: cell.party === id,
    why: cell.party === id ? halvesOf(cell, names) : hint,
  });
  return {
    text: `You use ${name}. Who secures the layer “${nameOf(layers, layer)}”?`,
    answers: (['customer', 'aws', 'shared'] as const).map((party) => answer(party, parties[party].name)),
  };
}

function defaultQuestion({ layer }: Check & { kind: 'cell' }, name: string, names: Names, cell: SecuredCell): Asked {
  const { layers, defaults } = names;
  const right = `${meaningOf(defaults, cell.default, layer)}.`;
  // Readers can rule out "AWS does not say" without knowing the service, so it is offered only where it is right.
  const offered = defaultIds.filter((id) => id !== 'unstated' || cell.default === id);
  return {
    text: `You use ${name} and set nothing. What is true of the layer “${nameOf(layers, layer)}”?`,
    answers: offered.map((id) => ({
      id,
      text: defaults[id].name,
      right: id === cell.default,
      why: id === cell.default ? right : halvesOf(cell, names),
    })),
  };
}

/** The most words that a case may have: readers skip longer ones. */
const caseWords = 150;

/** Reports cases that name an unknown service or option, or are too long. */
export function assertCases(file: string, cases: readonly Case[], catalog: Catalog): Problem[] {
  return cases.flatMap((each) => {
    const found = findOption(catalog, each.service, each.option);
    const words = `${each.happened} ${each.whose} ${each.prevent}`.split(/\s+/u).length;
    return [
      ...(found
        ? []
        : [
            {
              file,
              field: `${each.id}.service`,
              found: `${each.service}, option ${each.option}`,
              remedy: 'use the ids of a service and its option in content/services/',
            },
          ]),
      ...(words > caseWords
        ? [{ file, field: `${each.id}.happened`, found: `${words} words in all`, remedy: `shorten the case to ${caseWords} words` }]
        : []),
    ];
  });
}

/** Reports statements whose page or section does not exist. */
export function assertStatements(
  file: string,
  statements: readonly Statement[],
  headings: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  return statements.flatMap(({ says, page, section }) => {
    if (headings.get(page)?.includes(section) === true) return [];
    const found = headings.has(page) ? `no section “${section}” on ${page}` : `no page ${page}`;
    return [{ file, field: says, found, remedy: 'use the page and the heading that teach it now, or write them' }];
  });
}
