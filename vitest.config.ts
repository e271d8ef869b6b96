import { defineConfig } from 'vitest/config';

// Plain Vitest without Astro's plugins: what a unit test covers needs none.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
