import { defineConfig } from 'vitest/config';

// Apart from the unit tests: these install runners of some hundred megabytes when they are asked for.
// oxlint-disable-next-line import/no-default-export -- Vitest reads it so
export default defineConfig({
  test: {
    include: ['e2e/collections/*.runs.ts'],
    // Generous: the machines that run this are shared, and no test asserts a time.
    testTimeout: 300_000,
    hookTimeout: 900_000,
    maxWorkers: 1,
  },
});
