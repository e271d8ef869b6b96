// Gathers what the search answers with from the content: names, purposes, splits, thesaurus, texts of the course, and the words of the cells.
import { nameOf, namesOf } from '../model/record/lookup.ts';
import { answerData } from '../model/search/answer-data.ts';
import type { AnswerText } from '../model/search/answer-data.ts';
import { makeEvidence } from '../model/search/evidence.ts';
import { detailWords, layerLines } from '../model/search/passages.ts';
import type { AnswerParts } from '../model/search/rank.ts';
import type { AskedService } from '../model/search/understand.ts';
import { mapLayers, servicePath, sortName } from '../model/vocabulary.ts';
import type { Content } from './load.ts';
import { sectionLines } from './sections.ts';

/** Returns the texts about the model: sections of the course, cases, words of the glossary. */
export function answerTexts(content: Content): AnswerText[] {
  const sections = sectionLines(content).map(([href, heading, page, text]): AnswerText => ({
    kind: href.startsWith('/guide/cases/') ? 'case' : 'course',
    title: page === '' ? heading : `${page}: ${heading}`,
    text,
    href,
  }));
  const words = content.terms.map(({ id, term, text }): AnswerText => ({ kind: 'word', title: term, text, href: `/guide/glossary/#${id}` }));
  return [...sections, ...words];
}

/** Returns everything that makeAnswers needs. */
export function answerParts(content: Content): AnswerParts {
  const { catalog, thesaurus, gaps } = content;
  const services = [...catalog.services, ...catalog.retired].map((service): AskedService => ({
    url: servicePath(service.id),
    short: service.short,
    names: [...new Set([sortName(service), ...namesOf(service)])],
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
