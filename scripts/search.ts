// `npm run search -- "question"`: prints what the site would answer, with scores and the reasons.
import process from 'node:process';
import { getContent } from '../src/content/load.ts';
import { answerParts } from '../src/content/search.ts';
import { makeAnswers } from '../src/model/search/rank.ts';

const query = process.argv.slice(2).join(' ');
if (query.trim() === '') {
  process.stderr.write('No question: run npm run search -- "who patches the os on rds"\n');
  process.exitCode = 1;
} else {
  const { question, answers } = makeAnswers(answerParts(getContent()))(query);
  const layers = question.layers.map(
    ({ value, from, to }) => `${question.words.slice(from, to).join(' ')} → ${value.layer} ${value.weight}`,
  );
  const lines = [
    `understood: ${layers.join(', ') || 'no layer'}; ${[...question.intents].join(', ') || 'no intent'}; default ${question.default ?? 'none'}; party ${question.party ?? 'none'}`,
    ...(answers.length === 0 ? ['nothing good'] : []),
    ...answers.flatMap(({ kind, score, title, href, which, why }) => [
      `${score.toFixed(2)}  ${title}${kind === 'every-service' ? ` (${which.length} services)` : ''}  ${href}`,
      `      ${why.join('; ')}`,
    ]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
