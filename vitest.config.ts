import { defineConfig } from 'vitest/config';

// Plain Vitest without Astro's plugins: what a unit test covers needs none.
export default defineConfig({
  test: {
    include: ['{src,scripts}/**/*.test.ts'],
    // No test leaves anything behind, so files share what they import: the content is read once for each worker, not for each file.
    isolate: false,
    environment: 'node',
    globalSetup: 'scripts/unit-setup.ts',
    // ESLint and Mermaid's worker take seconds to start on a busy machine; a test that hangs still fails.
    testTimeout: 60_000,
  },
});
