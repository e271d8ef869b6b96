import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { AnswerScene } from '../scenes/answer.ts';
import { drawAnswer } from './answer.ts';

const scene = (more: Partial<AnswerScene> = {}): AnswerScene => ({
  kind: 'Answer',
  title: 'RDS: Guest operating system',
  href: '/services/rds/?layer=os',
  lead: '',
  rows: [
    {
      name: '',
      href: '/services/rds/?layer=os',
      party: { id: 'shared', name: 'Shared' },
      default: { id: 'partly', name: 'Partly', glyph: 'half-disc', means: 'Some patches come by themselves' },
      phrases: [
        { party: 'customer', who: 'You', text: 'Choose the <b>window</b>' },
        { party: 'aws', who: 'AWS', text: 'Builds updates' },
      ],
      sentence: 'AWS patches.',
    },
  ],
  note: '',
  linksName: 'Source',
  links: [{ href: 'https://docs.aws.amazon.com/rds/', text: 'AWS docs: rds', outside: true }],
  loading: false,
  spoken: 'RDS, guest operating system: shared, partly.',
  ...more,
});
const rows = ['RDS', 'RDS Custom'].map((name) => ({
  name,
  href: `/services/rds/?option=${name}`,
  party: { id: 'none', name: "Doesn't apply" } as const,
  default: undefined,
  phrases: [],
  sentence: '',
}));
const several = scene({ rows, lead: 'It depends on how you run it.', linksName: '', links: [], loading: true });
const missing = scene({ title: 'Athena is not covered yet', href: undefined, rows: [], linksName: '', note: 'A note' });

function drawn(...scenes: readonly (AnswerScene | undefined)[]): string {
  const { document } = parseHTML('<!doctype html><html><body><section hidden></section></body></html>');
  const box = document.querySelector('section');
  if (!box) throw new Error('linkedom did not parse the box');
  for (const each of scenes) drawAnswer(box, each);
  return box.outerHTML.replaceAll(
    /(?<=<[a-z0-9]+)(?: [a-zA-Z-]+(?:="[^"]*")?)+(?=>)/gu,
    (attributes) =>
      attributes
        .match(/ [a-zA-Z-]+(?:="[^"]*")?/gu)
        ?.sort()
        .join('') ?? '',
  );
}

describe('the drawing of an answer', () => {
  it('is a card with a title, a verdict, phrases, a sentence and links', () => {
    expect(drawn(scene())).toMatchSnapshot();
  });
  it('has a row for each way to run it', () => {
    expect(drawn(several)).toMatchSnapshot();
  });
  it('shows text as text', () => {
    expect(drawn(scene())).toContain('Choose the &lt;b&gt;window&lt;/b&gt;');
  });
  it('is the same however it was reached, and nothing where there is none', () => {
    for (const wanted of [scene(), several, missing, undefined])
      for (const before of [scene(), several, missing, undefined, wanted]) expect(drawn(before, wanted)).toBe(drawn(wanted));
    expect(drawn(scene(), undefined)).toBe('<section hidden></section>');
  });
});
