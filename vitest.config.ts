import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium, launchOptions } from './scripts/lib/chromium.mjs';
import { tallyReporter } from './scripts/lib/tally-reporter.mjs';
import { maxWorkers } from './vitest.base.ts';

const chromium = findChromium();

/** Every test of the repository in one run: those of each package and app, those of the whole, and those in a browser. */
export default defineConfig({
  test: {
    maxWorkers,
    reporters: ['default', tallyReporter],
    projects: [
      'packages/*',
      'apps/*',
      repositoryTests('repository', 'scripts/test/**/*.test.ts'),
      ...(chromium === undefined
        ? []
        : [
            browserTests(chromium),
            repositoryTests('pages', 'scripts/test-browser/**/*.test.ts'),
            demoTests(chromium),
          ]),
    ],
  },
});

/** Tests of the whole repository, in Node. */
function repositoryTests(name: string, include: string): TestProjectInlineConfiguration {
  return { test: { name, include: [include], testTimeout: 120_000, maxWorkers } };
}

/** Tests of the demo as built, which drive its pages. */
function demoTests(executablePath: string): TestProjectInlineConfiguration {
  const project = repositoryTests('demo-pages', 'apps/demo/test-pages/**/*.test.ts');
  return { test: { ...project.test, provide: { chromium: launchOptions(executablePath) } } };
}

/** Tests of packages that run in a page. */
function browserTests(executablePath: string): TestProjectInlineConfiguration {
  return {
    // A page with these headers has shared memory.
    server: {
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
    // What pages load besides the packages, named so that no run is interrupted when it is found.
    optimizeDeps: {
      include: ['@gaussmix/linalg > ml-matrix', '@gaussmix/random > seedrandom/lib/xor4096.js'],
    },
    test: {
      name: 'browser',
      include: ['packages/*/test-browser/**/*.test.ts'],
      globalSetup: ['packages/em/test-browser/fits-in-node.ts'],
      testTimeout: 120_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptions(executablePath) }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
