import { writeFile } from 'node:fs/promises';
import { packageConfig } from '../../tsup.base.ts';
import { bundleWorker, workerDefinition } from './bundle-worker.ts';

export default packageConfig(
  { index: 'src/index.ts', worker: 'src/worker.ts' },
  {
    define: await workerDefinition(),
    // The file that pages host must hold all that it needs.
    async onSuccess() {
      await writeFile('dist/worker.js', await bundleWorker('esm'));
      await writeFile('dist/worker.cjs', await bundleWorker('cjs'));
    },
  },
);
