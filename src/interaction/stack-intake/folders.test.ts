import { expect, it } from 'vitest';
import { filesIn } from './folders.ts';

type Entry = Parameters<typeof filesIn>[0][number];

const entry = (fullPath: string, isDirectory: boolean): Entry => ({
  fullPath,
  name: fullPath.replace(/^.*\//u, ''),
  isDirectory,
  isFile: !isDirectory,
});
const file = (fullPath: string, text = 'x'): Entry => ({
  ...entry(fullPath, false),
  ...{
    file: (found: (file: File) => void): void => {
      found(new File([text], 'x'));
    },
  },
});
const unreadable = (fullPath: string): Entry => ({
  ...entry(fullPath, false),
  ...{
    file: (_: unknown, failed: () => void): void => {
      failed();
    },
  },
});
/** Hands its entries out two at a time, as browsers do by the hundred. */
const folder = (fullPath: string, entries: readonly Entry[]): Entry => ({
  ...entry(fullPath, true),
  ...{
    createReader: () => {
      const left = [...entries];
      return {
        readEntries: (some: (found: Entry[]) => void): void => {
          some(left.splice(0, 2));
        },
      };
    },
  },
});

it('files of a stack are found in folders, under their paths', async () => {
  const files = await filesIn([
    folder('/infra', [
      file('/infra/main.tf'),
      file('/infra/README.md'),
      file('/infra/package.json'),
      folder('/infra/.terraform', [file('/infra/.terraform/a.tf')]),
      folder('/infra/node_modules', [file('/infra/node_modules/a.json')]),
      folder('/infra/db', [file('/infra/db/template.yaml'), unreadable('/infra/db/secret.tf'), file('/infra/db/main.tofu')]),
    ]),
  ]);
  expect(files.map(({ name }) => name)).toEqual(['infra/main.tf', 'infra/db/template.yaml', 'infra/db/main.tofu']);
  expect(await files[0]?.text()).toBe('x');
});

it('a file that was dropped itself is read whatever it is called', async () => {
  expect((await filesIn([file('/stack'), folder('/empty', [])])).map(({ name }) => name)).toEqual(['stack']);
});

it('a folder of thousands is read in part', async () => {
  const many = Array.from({ length: 2000 }, (_, at) => file(`/home/${at}.tf`));
  expect(await filesIn([folder('/home', many)])).toHaveLength(500);
});
