// Gathers what the search answers with from the content: names, purposes, splits, thesaurus, texts of the course, and the words of the cells.
import { nameOf, namesOf } from '../model/record/lookup.ts';
import { answerData } from '../model/search/answer-data.ts';
import type { AnswerFile, AnswerText } from '../model/search/answer-data.ts';
import { makeEvidence } from '../model/search/evidence.ts';
import { firstSentence } from '../model/search/card.ts';
import { detailWords, layerLines } from '../model/search/passages.ts';
import type { AnswerParts } from '../model/search/rank.ts';
import type { AskedService } from '../model/search/understand.ts';
import { pathTo } from '../model/root.ts';
import { namesIn } from '../model/split/names.ts';
import { mapLayers, servicePath, sortName } from '../model/vocabulary.ts';
import type { Content } from './load.ts';
import { sectionLines } from './sections.ts';

/** Returns the texts about the model: sections of the course, cases, words of the glossary, questions that people ask. */
export function answerTexts(content: Content): AnswerText[] {
  const pages = new Map(content.guide.map(({ href, id }) => [href, id]));
  const sections = sectionLines(content).map(([href, heading, page, text]): AnswerText => ({
    kind: href.startsWith(pathTo('/guide/cases/')) ? 'case' : 'course',
    title: page === '' ? heading : `${page}: ${heading}`,
    text,
    href,
    page: pages.get(href),
  }));
  const glossary = pathTo('/guide/glossary/');
  const words = content.terms.map(({ id, term, text }): AnswerText => ({
    kind: 'word',
    title: term,
    text,
    href: `${glossary}#${id}`,
    page: undefined,
  }));
  const questions = content.faq.flatMap(({ questions: asked }) =>
    asked.map(({ id, question, answer, also }): AnswerText => ({
      kind: 'question',
      title: question,
      text: answer,
      href: pathTo(`/questions/#${id}`),
      page: undefined,
      also,
    })),
  );
  return [...sections, ...words, ...questions];
}

/**
 * Returns the content of `/search/answers.json`.
 * @param repository the address of the project, where readers ask for what has no record
 */
export function answerFile(content: Content, repository: string): AnswerFile {
  const { parties, defaults } = namesIn(content.catalog);
  return {
    data: answerData(content.catalog, content.thesaurus, content.gaps),
    texts: answerTexts(content),
    names: { parties, defaults },
    popular: content.front.popular.map((id) => content.catalog.services.findIndex((service) => service.id === id)),
    samples: content.front.questions,
    ask: `${repository}/issues/new`,
  };
}

/** Returns everything that makeAnswers needs. */
export function answerParts(content: Content): AnswerParts {
  const { catalog, thesaurus, gaps } = content;
  const services = [...catalog.services, ...catalog.retired].map((service): AskedService => ({
    url: servicePath(service.id),
    short: service.short,
    names: [...new Set([sortName(service), ...namesOf(service)])],
    what: 'options' in service ? firstSentence(service.summary) : '',
    options: 'options' in service && service.options.length > 1 ? service.options : [],
  }));
  return {
    services,
    layers: mapLayers((id) => nameOf(catalog.layers, id)),
    data: answerData(catalog, thesaurus, gaps),
    texts: answerTexts(content),
    evidence: makeEvidence({ layers: layerLines(catalog), details: detailWords(catalog) }),
  };
}
