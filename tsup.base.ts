import { defineConfig, type Options } from 'tsup';

/** How every package is built: ESM and CommonJS, each with its types. */
export function packageConfig(entry: Options['entry'] = ['src/index.ts'], overrides: Options = {}) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    clean: true,
    treeshake: true,
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    ...overrides,
  });
}
