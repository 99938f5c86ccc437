import { packageConfig } from '../../tsup.base.ts';

// Each program is a process of its own.
export default packageConfig([], {
  entry: ['src/main.ts', 'src/programs/*.ts'],
  outExtension: () => ({ js: '.js' }),
  format: ['esm'],
  platform: 'node',
  dts: false,
  splitting: true,
});
