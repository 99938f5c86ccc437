import { defineConfig } from 'vitest/config';

/** How every package is tested: alone, from its own test folder. */
export function packageTests(name: string) {
  return defineConfig({
    test: { name, include: ['test/**/*.test.ts'], testTimeout: 60_000 },
  });
}
