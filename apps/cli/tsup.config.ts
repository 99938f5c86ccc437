import { packageConfig } from '../../tsup.base.ts';

// Commands are loaded when they are called: each import(...) becomes a chunk of its own. Libraries are bundled, and cut to
// what is used: opening their hundreds of files takes longer than fitting a small table.
export default packageConfig([], {
  entry: {
    main: 'src/main.ts',
    'fit-worker': 'src/fitting/fit-worker.ts',
    'pool-worker': 'src/fitting/pool-worker.ts',
  },
  format: ['esm'],
  platform: 'node',
  dts: false,
  splitting: true,
  noExternal: [/.*/],
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
  // What is written in CommonJS requires modules of Node.
  banner: {
    js: "import { createRequire as createRequireOfNode } from 'node:module';const require = createRequireOfNode(import.meta.url);",
  },
});
