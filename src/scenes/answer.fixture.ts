// One service with two ways to run it, and what else an answer knows, for tests by value.
import type { Thesaurus } from '../model/record/schema/thesaurus.ts';
import { pathTo } from '../model/root.ts';
import type { ServiceEntry } from '../model/search/question.ts';
import { splitsOf } from '../model/search/every.ts';
import type { Answer } from '../model/search/rank.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { AnswerContext } from './answer.ts';

export const options = [
  { id: 'default', name: 'RDS' },
  { id: 'custom', name: 'RDS Custom' },
];
export const rds: ServiceEntry = {
  url: pathTo('/services/rds/'),
  short: 'RDS',
  kind: 'Database · Managed',
  names: ['RDS'],
  what: 'Runs databases.',
  options,
};
const sqs: ServiceEntry = { ...rds, url: pathTo('/services/sqs/'), short: 'SQS', names: ['SQS'], options: [] };

const thesaurus: Thesaurus = {
  layers: mapLayers(() => ({ means: [], suggests: [], hints: [] })),
  shared: [],
  helpers: [],
  services: {},
  options: {},
  same: [],
  course: {},
  intents: { 'every-service': [], comparison: [], move: [], model: [] },
  defaults: { open: [], 'when-asked': [], done: [], yours: [] },
  parties: { customer: [], aws: [] },
  ordinary: [],
  framing: [],
};

/** Layers in order: data, residency, access, application, client-encryption, network, backup, traffic, server-encryption, platform, os, … */
const data = {
  thesaurus,
  purposes: [[], []],
  options: [
    [
      ['default', 'ccccccccccsaaa', 'yyyyyyyyyypddd'],
      ['custom', 'cccccccccccaaa', 'yyyyyyyyyyyddd'],
    ],
    [['default', 'ccccccccccaaaa', 'yyyyyoyyyydddd']],
  ],
  missing: [
    { id: 'athena', name: 'Athena', aliases: [], security: 'https://docs.aws.amazon.com/athena/security.html' },
    { id: 'nova', name: 'Nova', aliases: [] },
  ],
} as const;

export const context = (query: string): AnswerContext => ({
  query,
  entries: [rds, sqs],
  layers: mapLayers((id) => `The layer ${id}`),
  file: {
    data,
    texts: [
      { kind: 'course', title: 'Who secures what', text: 'Who secures what. '.repeat(30).trim(), href: pathTo('/guide/'), page: undefined },
      { kind: 'word', title: 'Patch', text: 'A repair of software.', href: pathTo('/guide/glossary/#patch'), page: undefined },
    ],
    names: { parties, defaults },
    popular: [1],
    samples: ['Who patches?'],
    ask: 'https://example.com/issues/new',
  },
  splits: splitsOf(data),
});

export const answer = (more: Partial<Answer> & Pick<Answer, 'kind'>): Answer => ({
  href: '',
  title: 'Title',
  at: undefined,
  option: undefined,
  layer: undefined,
  wanted: undefined,
  which: [],
  score: 1,
  why: [],
  ...more,
});
