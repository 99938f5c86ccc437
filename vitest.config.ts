import { defineConfig } from 'vitest/config';
import { tallyReporter } from './scripts/lib/tally-reporter.mjs';
import { maxWorkers } from './vitest.base.ts';

/** Every test of the repository in one run: those of each package and app, and those of the whole. */
export default defineConfig({
  test: {
    maxWorkers,
    reporters: ['default', tallyReporter],
    projects: [
      'packages/*',
      'apps/*',
      {
        test: {
          name: 'repository',
          include: ['scripts/test/**/*.test.ts'],
          testTimeout: 120_000,
          maxWorkers,
        },
      },
    ],
  },
});
