// `npm run check:below`: builds the site as for a company that serves it below a path and has an overlay of its own, and checks that
// every address keeps to the path. e2e/below.spec.ts and e2e/overlay.spec.ts walk through that site.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { overlayVariable } from '../src/content/organization.ts';
import { root } from './steps.ts';

/** The overlay of a company that does not exist. */
export const overlay = path.join(root, 'e2e/fixtures/example-corp');

/** The site below a path, and where it lies. */
export const below = { folder: path.join(root, '.cache/below/dist'), base: '/tideline/' } as const;

function run(given: readonly string[], env: Readonly<Record<string, string>>): boolean {
  const { status } = spawnSync(process.execPath, [...given], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

if (import.meta.main) {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  // Without files of earlier builds: one of another base would hold other addresses.
  const built = run([astro, 'build', '--outDir', below.folder], {
    BASE: below.base,
    SITE: 'https://cloud.example.com',
    KEEP_BUILDS: '0',
    // It is compressed quickly, not well.
    BUILD_FOR_TESTS: 'on',
    [overlayVariable]: overlay,
  });
  process.exitCode = built && run([path.join(root, 'scripts/check-html.ts')], { TIDELINE_DIST: below.folder }) ? 0 : 1;
}
