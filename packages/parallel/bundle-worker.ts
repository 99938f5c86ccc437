import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The worker with all that it imports, as one script.
 *
 * @param format  "iife" for a string that is run, "esm" for a file that pages host
 */
export async function bundleWorker(format: 'iife' | 'esm' | 'cjs'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('src/worker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** What stands for BUNDLED_WORKER in src/: see src/crew/worker-source.ts. */
export async function workerDefinition(): Promise<{ BUNDLED_WORKER: string }> {
  return { BUNDLED_WORKER: JSON.stringify(await bundleWorker('iife')) };
}
