import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { findOption, nameOf } from '../record/lookup.ts';
import { namesIn } from '../split/names.ts';
import type { LayerId } from '../vocabulary.ts';
import { answerCard, cardOutline, firstSentence } from './card.ts';
import type { AnswerCard } from './card.ts';

const { catalog } = getContent();
const names = namesIn(catalog);
const service = (id: string) => {
  const found = catalog.services.find((each) => each.id === id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
};
const card = (id: string, layer: LayerId, option?: string): AnswerCard =>
  answerCard(service(id), { id: layer, name: nameOf(catalog.layers, layer) }, option, names);

describe('the card of an answer', () => {
  it('says party, default, both phrases, one sentence and the sources', () => {
    const cell = service('amazon-dynamodb').options[0].cells.backup;
    const { answers, ...head } = card('amazon-dynamodb', 'backup', 'default');
    expect(head).toEqual({ service: 'Amazon DynamoDB', layer: { id: 'backup', name: 'Backup and recovery' } });
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ href: '/services/amazon-dynamodb/?layer=backup', party: { id: cell.party } });
    expect(answers[0]?.phrases.map(({ text }) => text)).toEqual(
      ['you' in cell ? cell.you : '', 'aws' in cell ? cell.aws : ''].filter(Boolean),
    );
    expect(answers[0]?.sentence).toMatch(/^[^.]+\.$/u);
    expect(cell.detail.startsWith(answers[0]?.sentence ?? '?')).toBe(true);
    expect(answers[0]?.sources.map(({ href }) => href)).toEqual(cell.source);
  });

  it('tells all ways where they differ and none is named, each way once', () => {
    const { answers } = card('amazon-eks', 'os');
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.flatMap(({ options }) => options).sort()).toEqual(
      service('amazon-eks')
        .options.map(({ name }) => name)
        .sort(),
    );
  });

  it('tells the named way alone, and names no way where all are the same', () => {
    expect(card('amazon-eks', 'os', 'auto-mode').answers).toMatchObject([
      { options: ['Auto Mode'], href: '/services/amazon-eks/?option=auto-mode&layer=os' },
    ]);
    expect(card('amazon-s3', 'facilities').answers.map(({ options }) => options)).toContainEqual([]);
  });

  it('has a reason in place of the phrases and no default where the layer does not exist', () => {
    const none = catalog.services.flatMap(({ id, options }) =>
      options.flatMap((option) =>
        catalog.layers.filter(({ id: layer }) => option.cells[layer].party === 'none').map((layer) => ({ id, option, layer })),
      ),
    );
    expect(none.length).toBeGreaterThan(0);
    for (const { id, option, layer } of none) {
      const [answer] = card(id, layer.id, option.id).answers;
      expect(answer?.default, id).toBeUndefined();
      expect(answer?.phrases, id).toHaveLength(1);
    }
  });

  it('is outlined by parties and defaults before the cells are there, which stay as they are', () => {
    for (const each of catalog.services) {
      for (const layer of catalog.layers) {
        const verdicts = ({ answers }: AnswerCard): string[] => [
          ...new Set(answers.map(({ party, default: holds }) => `${party.name} ${holds?.means ?? ''}`)),
        ];
        const outline = cardOutline(each, layer, undefined, names);
        expect(verdicts(outline), `${each.id} ${layer.id}`).toEqual(verdicts(card(each.id, layer.id)));
        expect(outline.answers.flatMap(({ phrases, sources }) => [...phrases, ...sources])).toEqual([]);
      }
    }
  });

  it('can be made for every layer of every way', () => {
    for (const { id, options } of catalog.services)
      for (const option of options)
        for (const layer of catalog.layers) {
          const [answer] = card(id, layer.id, option.id).answers;
          expect(answer?.sentence, `${id} ${option.id} ${layer.id}`).toMatch(/[.!?]$/u);
          expect(answer?.phrases.length, `${id} ${option.id} ${layer.id}`).toBeGreaterThan(0);
          expect(findOption(catalog, id, option.id)).toBeDefined();
        }
  });
});

it.each([
  ['AWS keeps 7 days. Set more.', 'AWS keeps 7 days.'],
  ['From TLS 1.2 on. Not before.', 'From TLS 1.2 on.'],
  ['One sentence', 'One sentence'],
])('the first sentence of "%s" is "%s"', (text, first) => {
  expect(firstSentence(text)).toBe(first);
});
