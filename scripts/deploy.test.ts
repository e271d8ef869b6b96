// What deploy/ says to hosts that no test can start: the template and the upload for Amazon CloudFront, and the container.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { headerLines } from './header-lines.ts';
import { noteNotRun } from './not-run.ts';
import { root } from './steps.ts';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

const allLines = headerLines(read('public/_headers'));

describe('the CloudFormation template', () => {
  const short = ['Ref', 'Sub', 'GetAtt', 'If', 'Not', 'Equals'];
  const template = z
    .object({ Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()) })) })
    .parse(
      parse(read('deploy/cloudformation.yaml'), {
        // The short forms of functions count as what they name.
        customTags: short.flatMap((name) => [
          { tag: `!${name}`, resolve: (text: string) => text },
          { tag: `!${name}`, collection: 'seq' as const },
        ]),
      }),
    );
  const policy = z.object({
    ResponseHeadersPolicyConfig: z.object({
      SecurityHeadersConfig: z.object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.object({}).optional(),
        FrameOptions: z.object({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
        StrictTransportSecurity: z.object({ AccessControlMaxAgeSec: z.number() }).optional(),
      }),
      CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
    }),
  });
  const distribution = z
    .object({
      DistributionConfig: z.object({
        DefaultCacheBehavior: z.object({ ResponseHeadersPolicyId: z.string() }),
        CacheBehaviors: z.array(z.object({ PathPattern: z.string(), ResponseHeadersPolicyId: z.string() })),
      }),
    })
    .parse(template.Resources['Distribution']?.Properties).DistributionConfig;

  /** The headers that CloudFront adds for an address. */
  function headersOf(address: string): Record<string, string> {
    const behaviour =
      distribution.CacheBehaviors.find(({ PathPattern }) => address.startsWith(PathPattern.replace(/\*$/u, ''))) ??
      distribution.DefaultCacheBehavior;
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy.parse(
      template.Resources[behaviour.ResponseHeadersPolicyId]?.Properties,
    ).ResponseHeadersPolicyConfig;
    const all: Record<string, string | undefined> = {
      'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
      'x-content-type-options': security.ContentTypeOptions && 'nosniff',
      'x-frame-options': security.FrameOptions?.FrameOption,
      'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
      'strict-transport-security': security.StrictTransportSecurity && `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
    };
    return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }

  test('sends every line of _headers that does not come with the file', () => {
    // Cache-Control and types come with the files, as the upload sets them.
    const lines = allLines.filter(({ name }) => name !== 'cache-control' && name !== 'content-type');
    expect(lines.length).toBeGreaterThan(20);
    const missing = lines.filter(({ pattern, name, value }) => headersOf(pattern.replace('*', 'x'))[name] !== value);
    expect(missing).toEqual([]);
  });

  test('lets pages of other sites frame nothing but what is made for it', () => {
    const frames = headersOf('/embed/amazon-rds/');
    expect([frames['x-frame-options'], frames['content-security-policy']]).toEqual([undefined, undefined]);
    expect(headersOf('/new/page/')['x-frame-options']).toBe('DENY');
  });

  test('opens the data of AWS to other sites, and no decision of a company', () => {
    expect(headersOf('/data/v1/services.json')['access-control-allow-origin']).toBe('*');
    expect(headersOf('/data/organization.json')['access-control-allow-origin']).toBeUndefined();
  });

  test('keeps the bucket closed', () => {
    expect(template.Resources['Bucket']?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  // A machine without Python's linter says at the end of the run that this was left out.
  if (spawnSync('cfn-lint', ['--version']).status === 0)
    test('passes cfn-lint', () => {
      const { status, stdout } = spawnSync('cfn-lint', [path.join(root, 'deploy/cloudformation.yaml')], { encoding: 'utf8' });
      expect(stdout).toBe('');
      expect(status).toBe(0);
    });
  else noteNotRun('cfn-lint', 'it is not installed; the template was held by the tests beside it alone');

  describe('its function for addresses', () => {
    interface FunctionAnswer {
      readonly uri?: string | undefined;
      readonly statusCode?: number | undefined;
      readonly headers?: Readonly<Record<string, { readonly value: string }>> | undefined;
    }

    /** Runs the function as CloudFront does, for one request. */
    function answer(uri: string, given: { hash?: string; authorization?: string; querystring?: object } = {}): FunctionAnswer {
      const code = z
        .string()
        .parse(template.Resources['Addresses']?.Properties['FunctionCode'])
        .replace('${SignInHash}', given.hash ?? '');
      const event = {
        request: {
          uri,
          querystring: given.querystring ?? {},
          headers: given.authorization === undefined ? {} : { authorization: { value: given.authorization } },
        },
      };
      const context = createContext({ require: () => ({ createHash }), event });
      const result: unknown = runInContext(`${code}\nJSON.stringify(handler(event))`, context);
      return z
        .object({
          uri: z.string().optional(),
          statusCode: z.number().optional(),
          headers: z.record(z.string(), z.object({ value: z.string() })).optional(),
        })
        .parse(JSON.parse(z.string().parse(result)));
    }

    test('finds the page of a folder and leaves files alone', () => {
      expect(answer('/').uri).toBe('/index.html');
      expect(answer('/services/amazon-rds/').uri).toBe('/services/amazon-rds/index.html');
      expect(answer('/data/v1/services.json').uri).toBe('/data/v1/services.json');
    });

    test('adds a missing slash and keeps the query as it was written', () => {
      const querystring = {
        option: { value: 'custom' },
        layer: { value: 'os', multiValue: [{ value: 'os' }, { value: 'a%20b' }] },
        x: { value: '' },
      };
      const { statusCode, headers } = answer('/services/amazon-rds', { querystring });
      expect([statusCode, headers?.['location']?.value]).toEqual([301, '/services/amazon-rds/?option=custom&layer=os&layer=a%20b&x']);
    });

    test('never leads to another host', () => {
      for (const uri of ['//example.com/a', '/\\example.com/a', '///example/a', '/\\/example'])
        expect(answer(uri).headers?.['location']?.value, uri).toMatch(/^\/example/u);
    });

    test('asks for name and password where they are set', () => {
      const authorization = `Basic ${Buffer.from('reader:a long example password').toString('base64')}`;
      const hash = createHash('sha256').update(authorization).digest('hex');
      const refused = answer('/', { hash });
      expect([refused.statusCode, refused.headers?.['www-authenticate']?.value]).toEqual([401, 'Basic realm="Tideline", charset="UTF-8"']);
      expect(answer('/', { hash, authorization: `${authorization}x` }).statusCode).toBe(401);
      expect(answer('/', { hash, authorization }).uri).toBe('/index.html');
      expect(answer('/').uri).toBe('/index.html');
    });
  });
});

describe('the upload', () => {
  /**
   * Runs the upload with a stand-in for the AWS CLI, and returns its calls in order.
   * @throws Error with what it said, if it fails
   */
  function calls(front = 'https://cloud.example.com/'): string[][] {
    const folder = mkdtempSync(path.join(tmpdir(), 'tideline-upload-'));
    try {
      const log = path.join(folder, 'log');
      mkdirSync(path.join(folder, 'site/deploy'), { recursive: true });
      mkdirSync(path.join(folder, 'site/dist'));
      writeFileSync(
        path.join(folder, 'site/dist/index.html'),
        `<head><link rel="canonical" href="${front}"/><link rel="icon" href="/x/"/>`,
      );
      writeFileSync(path.join(folder, 'site/deploy/upload.sh'), read('deploy/upload.sh'));
      const stand = `#!/bin/sh\nfor each; do printf '%s\\t' "$each" >> "${log}"; done\necho >> "${log}"\ncase "$*" in *BucketName*) echo example-bucket;; *DistributionId*) echo EXAMPLE;; esac\n`;
      writeFileSync(path.join(folder, 'aws'), stand);
      chmodSync(path.join(folder, 'aws'), 0o755);
      execFileSync('sh', [path.join(folder, 'site/deploy/upload.sh'), 'example'], {
        env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replace(/\t$/u, '').split('\t'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('sets what _headers says of caching and types', () => {
    const made = calls();
    const lines = allLines.filter(({ name }) => name === 'cache-control' || name === 'content-type');
    expect(lines.length).toBeGreaterThan(5);
    for (const { pattern, name, value } of lines) {
      const from = `dist${pattern.replace(/\/\*$/u, '')}`;
      const call = made.find((given) => given[0] === 's3' && given[2] === from);
      expect(call, from).toBeDefined();
      expect(call?.[(call.indexOf(`--${name}`) || -1) + 1], `${from} ${name}`).toBe(value);
    }
  });

  test('brings hashed files first, the rest anew each time, and tells CloudFront last', () => {
    const made = calls().filter(([service]) => service !== 'cloudformation');
    const whole = made.findIndex((given) => given[2] === 'dist');
    const hashed = made.findIndex((given) => given[2] === 'dist/_astro');
    expect(hashed).toBe(0);
    expect(whole).toBeGreaterThan(hashed);
    expect(made[whole]).toContain('no-cache');
    expect(made[whole]).toContain('--delete');
    for (const left of ['_headers', '_redirects', '*.gz', '*.br', '_astro/*', 'fonts/*']) expect(made[whole]).toContain(left);
    // What readers fetch by its own name comes all the same.
    expect(made.findIndex((given) => given[2] === 'dist/data/v1/services.json.gz')).toBeGreaterThan(whole);
    expect(made.at(-1)).toEqual(['cloudfront', 'create-invalidation', '--distribution-id', 'EXAMPLE', '--paths', '/*']);
  });

  test('refuses a site that was built for a path, whose links would lead nowhere', () => {
    expect(() => calls('https://cloud.example.com/tideline/')).toThrow('dist/ was built for the path /tideline/: build it without BASE');
  });

  test('says what is missing', () => {
    const { status, stderr } = spawnSync('sh', [path.join(root, 'deploy/upload.sh')], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('Name the stack');
  });
});

describe('the container', () => {
  const file = read('deploy/Containerfile');

  test('copies files that exist', () => {
    const copied = [...file.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)]
      .flatMap(([, names = '']) => names.split(' '))
      .filter((name) => name !== '.');
    expect(copied.length).toBeGreaterThan(3);
    expect(copied.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('changes a line that the Caddyfile has', () => {
    const [, from = ''] = /sed -i "s\/(.+?)\/:8080/u.exec(file) ?? [];
    expect(read('deploy/Caddyfile')).toMatch(new RegExp(from.replace('{', '\\{'), 'mu'));
    expect(file).toContain('EXPOSE 8080');
  });

  test('runs without rights', () => {
    expect(file).toMatch(/^USER [1-9]\d*:[1-9]\d*$/mu);
  });
});
