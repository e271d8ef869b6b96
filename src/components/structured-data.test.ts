// What programs read of a page: its kind, its name, and addresses that lead somewhere.
import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { structuredData } from './structured-data.ts';
import type { Described } from './structured-data.ts';

const content = getContent();
const site = new URL('https://tideline.example/');
const page = (id: string, more: Partial<Described> = {}): Described => ({ id, title: 'A title', description: 'What it is.', ...more });
const graphOf = (described: Described) => structuredData(described, content, site)['@graph'];
const typesOf = (described: Described) => graphOf(described).map((thing) => thing['@type']);

describe('what a page says of itself to programs', () => {
  it('begins with the words that it is written in', () => {
    expect(structuredData(page(''), content, site)['@context']).toBe('https://schema.org');
  });

  it('is the site with its search, and the open data, on the front page', () => {
    const [webSite, dataset] = graphOf(page(''));
    expect(webSite).toMatchObject({
      '@type': 'WebSite',
      url: 'https://tideline.example/',
      potentialAction: { '@type': 'SearchAction', target: 'https://tideline.example/search/?q={search_term_string}' },
    });
    expect(dataset).toMatchObject({
      '@type': 'Dataset',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      distribution: [
        { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: 'https://tideline.example/data/v1/services.json' },
        { '@type': 'DataDownload', encodingFormat: 'application/gzip', contentUrl: 'https://tideline.example/data/v1/services.json.gz' },
      ],
    });
    expect(typesOf(page(''))).toEqual(['WebSite', 'Dataset']);
  });

  it.each(content.catalog.services)('is an article and a data file for $id', (service) => {
    const [article, dataset, way] = graphOf(page(`services/${service.id}`, { title: service.short }));
    const url = `https://tideline.example/services/${service.id}/`;
    expect(article).toMatchObject({ '@type': 'TechArticle', headline: service.short, url, dateModified: service.reviewed });
    expect(article).toHaveProperty('about.name', service.name);
    expect(article).toHaveProperty('image', `https://tideline.example/diagrams/${service.id}.png`);
    expect(dataset).toMatchObject({
      '@type': 'Dataset',
      distribution: { contentUrl: `https://tideline.example/data/v1/services/${service.id}.json` },
    });
    expect(way).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Tideline', item: 'https://tideline.example/' },
        { '@type': 'ListItem', position: 2, name: 'Services', item: 'https://tideline.example/services/' },
        { '@type': 'ListItem', position: 3, name: service.short },
      ],
    });
  });

  it.each(content.catalog.retired)('promises no data for $id, which AWS has ended', ({ id }) => {
    expect(typesOf(page(`services/${id}`))).toEqual(['TechArticle', 'BreadcrumbList']);
  });

  it('is the course with all its lessons, and how long they take', () => {
    const [course] = graphOf(page('guide'));
    expect(course).toMatchObject({ '@type': 'Course', provider: { '@type': 'Organization', name: 'Tideline' } });
    expect(course).toHaveProperty('hasPart.length', content.lessons.length);
    const minutes = content.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
    expect(course).toHaveProperty('hasCourseInstance.courseWorkload', `PT${minutes}M`);
  });

  it.each(content.lessons)('is a part of the course on lesson $number', ({ id, number, minutes }) => {
    const [lesson] = graphOf(page(`guide/${id}`, { reviewed: '2026-11-29' }));
    expect(lesson).toMatchObject({
      '@type': 'LearningResource',
      position: number,
      timeRequired: `PT${minutes}M`,
      dateModified: '2026-11-29',
      isPartOf: { '@type': 'Course', url: 'https://tideline.example/guide/' },
    });
  });

  it('is every question with its answer on the page of questions', () => {
    const [faq] = graphOf(page('questions'));
    const asked = content.faq.flatMap(({ questions }) => questions);
    expect(faq).toMatchObject({ '@type': 'FAQPage', inLanguage: 'en-GB' });
    expect(faq).toHaveProperty(
      'mainEntity',
      asked.map(({ id, question, answer }) => ({
        '@type': 'Question',
        name: question,
        url: `https://tideline.example/questions/#${id}`,
        acceptedAnswer: { '@type': 'Answer', text: answer },
      })),
    );
  });

  it.each([
    ['guide/glossary', ['DefinedTermSet', 'BreadcrumbList']],
    ['guide/summary', ['WebPage', 'BreadcrumbList']],
    ['explore', ['WebPage', 'BreadcrumbList']],
  ])('tells of %s what it is and the way to it', (id, types) => {
    expect(typesOf(page(id))).toEqual(types);
  });
});
