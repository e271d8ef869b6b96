// What read-stack prints of somebody else's files steers no terminal.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const read = (text: string): string =>
  spawnSync(process.execPath, ['scripts/read-stack.ts', '-'], { encoding: 'utf8', input: text, env: { ...process.env, FORCE_COLOR: '0' } })
    .stdout;

it.each([
  [
    'a template',
    JSON.stringify({
      Resources: {
        'A\u001B[2J': { Type: 'AWS::None\u001B[2J::Thing' },
        'B\u202E': { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'my\u001B]0;x\u0007sql' } },
        'C\u009B2J': { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://a.example/\u001B[2J' } },
      },
    }),
  ],
  ['Terraform', 'resource "aws_none\u001B[2J" "a\u001B[2J" {}\nmodule "b\u001B[2J" {\n  source = "./c\u001B[2J"\n}\n'],
  ['a list', 'Amazon S3\nAmazon \u001B[2JNone\n'],
])('writes out what is hidden in %s', (_, text) => {
  const printed = read(text);
  expect(printed).toContain('services:');
  expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(printed).toContain('\\u001b[2J');
});
