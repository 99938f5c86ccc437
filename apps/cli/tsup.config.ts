import { packageConfig } from '../../tsup.base.ts';

// Commands are loaded when they are called: each import(...) becomes a chunk of its own.
export default packageConfig(['src/main.ts'], {
  format: ['esm'],
  platform: 'node',
  dts: false,
  splitting: true,
});
