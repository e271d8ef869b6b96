// The answer cards of all that is no layer of one service: all services, a comparison, a text about the model, what has no record.
import type { AnswerText, Missing } from '../model/search/answer-data.ts';
import type { Wanted } from '../model/search/every.ts';
import { excerptOf } from '../model/search/excerpt.ts';
import type { Answer } from '../model/search/rank.ts';
import { joined, lowerFirst, nameInText } from '../model/wording.ts';
import { layerIds } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { blank, inside, outside, verdictOf } from './answer.ts';
import type { AnswerContext, AnswerLink, AnswerRow, AnswerScene } from './answer.ts';

/** In characters. */
const maxText = { course: 320, case: 320, word: 500, question: 900 } as const;
/** Of so many services an answer over all tells the names; of more it tells how many more. */
const maxNamed = 6;
const kindNames: Readonly<Record<AnswerText['kind'], string>> = {
  course: 'From the course',
  word: 'Glossary',
  case: 'A real case',
  question: 'Question and answer',
};

/** Returns the card of every answer but that of a layer of a service; undefined where the title says it all. */
export function otherAnswer(answers: readonly Answer[], context: AnswerContext): AnswerScene | undefined {
  const [answer] = answers;
  if (!answer) return undefined;
  if (answer.kind === 'missing') return missingAnswer(answers, context);
  if (answer.kind === 'every-service') return everyAnswer(answer, context);
  if (answer.kind === 'comparison') return comparisonAnswer(answer, context);
  if (answer.kind === 'cell' || answer.kind === 'service') return undefined;
  const text = context.file.texts.find(({ href, kind }) => href === answer.href && kind === answer.kind)?.text ?? '';
  const lead = excerptOf(text, context.query, maxText[answer.kind]);
  return {
    ...blank,
    kind: kindNames[answer.kind],
    title: answer.title,
    href: answer.href,
    lead,
    links: [inside(answer.href, answer.kind === 'word' ? 'See it in the glossary' : 'Read on')],
    spoken: `${answer.title}. ${lead}`,
  };
}

/** What has no record: AWS's own pages, and where to ask for it. */
function missingAnswer(answers: readonly Answer[], { entries, file }: AnswerContext): AnswerScene {
  const gaps = answers.flatMap(({ kind, at }): Missing[] => {
    const gap = kind === 'missing' && at !== undefined ? file.data.missing[at - entries.length] : undefined;
    return gap ? [gap] : [];
  });
  const names = gaps.map(({ name }) => name);
  const title = `${joined(names)} ${gaps.length === 1 ? 'is' : 'are'} not covered yet`;
  const pageOf = ({ name, security, docs }: Missing): AnswerLink[] => {
    if (security !== undefined) return [outside(security, `Security of ${name}, by AWS`)];
    return docs === undefined ? [] : [outside(docs, `${name}, by AWS`)];
  };
  const pages = gaps.flatMap(pageOf);
  return {
    ...blank,
    kind: 'No answer yet',
    title,
    href: undefined,
    lead: `Tideline has no record of ${gaps.length === 1 ? 'it' : 'them'} yet, so it does not answer.${pages.length > 0 ? ' Here is what AWS says:' : ''}`,
    links: [
      ...pages,
      outside(`${file.ask}?title=${encodeURIComponent(`Cover ${joined(names)}`)}`, gaps.length === 1 ? 'Ask for it' : 'Ask for them'),
    ],
    spoken: `${title}.`,
  };
}

/** All services under a filter: how many, and which. */
function everyAnswer({ wanted = anything, which, href }: Answer, { entries, file, layers, splits }: AnswerContext): AnswerScene {
  const { layer, default: asked, party } = wanted;
  const total = splits.filter((options) => options.length > 0).length;
  const holds = asked === undefined ? undefined : file.names.defaults[asked];
  const name = layer === undefined ? '' : layers[layer];
  const title = ((): string => {
    if (holds) return name === '' ? holds.name : `${name}: ${nameInText(holds.name)}`;
    if (party !== undefined) return `${name}: ${party === 'customer' ? 'yours alone' : 'AWS’s alone'}`;
    return `${name}, service by service`;
  })();
  const filtered = holds !== undefined || party !== undefined;
  const of = `${which.length} of ${total} services`;
  const lead = ((): string => {
    if (!filtered) return layer === undefined ? '' : partiesOf(layer, splits);
    return layer === undefined
      ? `At least one layer of ${of}, for at least one way to run them`
      : `${of}, for at least one way to run them`;
  })();
  const known = [...file.popular.filter((at) => which.includes(at)), ...which.filter((at) => !file.popular.includes(at))];
  const shorts = known.map((at) => entries[at]?.short ?? '');
  const more = shorts.length - maxNamed;
  const listed = more > 0 ? `${shorts.slice(0, maxNamed).join(', ')} and ${more} more` : joined(shorts);
  return {
    ...blank,
    kind: 'Every service',
    title,
    href,
    lead: filtered && which.length > 0 ? `${lead}: ${listed}.` : `${lead}.`,
    links: [inside(href, filtered ? `See all ${which.length}` : `See all ${total}`)],
    spoken: `${title}. ${lead}.`,
  };
}

const anything: Wanted = { layer: undefined, default: undefined, party: undefined };

/** "Yours in 9 of 104 services run the usual way, shared in 60 and AWS's in 30" */
function partiesOf(layer: LayerId, splits: AnswerContext['splits']): string {
  const parties = splits.flatMap(([first]) => first?.parties[layer] ?? []);
  const said = (
    [
      ['customer', 'yours'],
      ['shared', 'shared'],
      ['aws', 'AWS’s'],
      ['none', 'not there'],
    ] as const
  )
    .map(([party, whose]) => ({ whose, count: parties.filter((each) => each === party).length }))
    .filter(({ count }) => count > 0)
    .map(({ whose, count }) => `${whose} in ${count}`);
  return `Of ${parties.length} services, run the usual way, it is ${joined(said)}`;
}

/** Services side by side: in the layer that is asked about, or in how many layers they differ. */
function comparisonAnswer({ which, href, title, layer }: Answer, { entries, file, layers, splits }: AnswerContext): AnswerScene {
  const sides = which.flatMap((at) => {
    const [entry, first] = [entries[at], splits[at]?.[0]];
    return entry && first ? [{ entry, first }] : [];
  });
  const { parties, defaults } = file.names;
  const rows =
    layer === undefined
      ? []
      : sides.map(({ entry, first }): AnswerRow => {
          const [party, holds] = [first.parties[layer], first.defaults[layer]];
          return {
            name: entry.short,
            href: `${entry.url}?layer=${layer}`,
            party: { id: party, name: parties[party].name },
            default: holds && {
              id: holds,
              name: defaults[holds].name,
              glyph: defaults[holds].glyph,
              means: defaults[holds].layers[layer] ?? '',
            },
            phrases: [],
            sentence: '',
          };
        });
  const [one, ...others] = sides;
  const differing = layerIds.filter((id) => others.some(({ first }) => first.parties[id] !== one?.first.parties[id]));
  const split =
    differing.length === 0
      ? `The same party secures each of the ${layerIds.length} layers. What you do there differs.`
      : `Who secures it differs in ${differing.length} of ${layerIds.length} layers: ${joined(differing.map((id) => lowerFirst(layers[id])))}.`;
  const lead = layer === undefined ? split : `${layers[layer]}, each run the usual way:`;
  return {
    ...blank,
    kind: 'Comparison',
    title,
    href,
    lead,
    rows,
    links: [inside(href, 'Compare all layers')],
    spoken: `${title}. ${lead} ${rows.map((row) => `${row.name}: ${verdictOf(row)}`).join('. ')}`.trim(),
  };
}
