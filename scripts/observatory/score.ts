// Scores a page and its headers with Mozilla Observatory's own code. https://github.com/mdn/mdn-http-observatory
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** What a server answered over HTTPS with a good certificate, or would have. */
export interface Scored {
  readonly address: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly html: string;
}

const here = import.meta.dirname;

/**
 * Installs the scorer unless it is there: 130 MB that most contributors never need.
 * Its own install script is not run, because it asks other sites for lists. Without the list of preloaded names, none counts as preloaded.
 * @throws Error if the packages cannot be installed
 */
export function installObservatory(): void {
  const installed = path.join(here, 'node_modules/@mdn/mdn-http-observatory');
  if (!existsSync(installed)) {
    process.stderr.write("Installing Mozilla Observatory's scorer …\n");
    execFileSync('npm', ['ci', '--silent', '--ignore-scripts'], {
      cwd: here,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  }
  writeFileSync(path.join(installed, 'conf/hsts-preload.json'), '{}');
}

/**
 * Returns score and grade, and what cost or earned points: `-20 x-frame-options-not-implemented`.
 * Counts as Observatory's own scan does: extra points only above its minimum.
 */
export async function scoreOf({ address, status, headers, html }: Scored): Promise<{ score: number; grade: string; reasons: string[] }> {
  const [
    { Requests },
    { ALL_TESTS },
    { MINIMUM_SCORE_FOR_EXTRA_CREDIT },
    { getGradeForScore, getScoreModifier },
    { parseHttpEquivHeaders },
  ] = await Promise.all([
    import('@mdn/mdn-http-observatory/src/types.js'),
    import('@mdn/mdn-http-observatory/src/constants.js'),
    import('@mdn/mdn-http-observatory/src/grader/charts.js'),
    import('@mdn/mdn-http-observatory/src/grader/grader.js'),
    import('@mdn/mdn-http-observatory/src/retriever/utils.js'),
  ]);
  const requests = new Requests(address.hostname);
  const response = { status, headers, data: html, verified: true, httpEquiv: parseHttpEquivHeaders(html, address.href) };
  requests.session = { url: address };
  Object.assign(requests.responses, {
    auto: response,
    https: response,
    http: response,
    // Whoever ends TLS in front of the server sends HTTP on to HTTPS.
    httpRedirects: [
      { url: new URL(address.href.replace(/^https:/u, 'http:')), status: 301 },
      { url: address, status },
    ],
  });
  requests.resources.path = html;
  const modifiers = ALL_TESTS.map((test) => test(requests).result).map((result) => ({ result, points: getScoreModifier(result) }));
  const sum = (all: readonly { points: number }[]): number => all.reduce((total, { points }) => total + points, 100);
  const plain = sum(modifiers.filter(({ points }) => points < 0));
  const { score, grade } = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(modifiers) : plain);
  return { score, grade, reasons: modifiers.filter(({ points }) => points !== 0).map(({ result, points }) => `${points} ${result}`) };
}
