import { defineConfig } from 'vitest/config';

/** Vitest by itself leaves a core idle, which is half of a small machine. */
export const maxWorkers = '100%';

/** How every package is tested: alone, from its own test folder. */
export function packageTests(name: string) {
  return defineConfig({
    test: { name, include: ['test/**/*.test.ts'], testTimeout: 60_000, maxWorkers },
  });
}
