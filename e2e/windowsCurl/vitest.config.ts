import { defineConfig } from 'vitest/config';

// Apart from the unit tests: Wine takes a minute to start.
// oxlint-disable-next-line import/no-default-export -- Vitest reads it so
export default defineConfig({
  test: {
    include: ['e2e/windowsCurl/*.runs.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
  },
});
