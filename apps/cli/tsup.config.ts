import { packageConfig } from '../../tsup.base.ts';

// Commands are loaded when they are called: each import(...) becomes a chunk of its own.
export default packageConfig([], {
  entry: { main: 'src/main.ts', 'fit-worker': 'src/fitting/fit-worker.ts' },
  format: ['esm'],
  platform: 'node',
  dts: false,
  splitting: true,
});
