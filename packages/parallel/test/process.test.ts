import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerDefinition } from '../bundle-worker.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
// Beneath this package, where the siblings are found.
const folder = mkdtempSync(join(here, '../node_modules/.process-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await build({
    entryPoints: [join(here, '../src/index.ts')],
    ...{ bundle: true, format: 'esm', packages: 'external', define: await workerDefinition() },
    outfile: join(folder, 'parallel.mjs'),
  });
});

/** Runs a program with a pool `pool` of two threads and `fit(options)`, which takes a few passes over many rows. */
function run(body: string) {
  const file = join(folder, 'program.mjs');
  writeFileSync(
    file,
    `import { fitMixtureAsync } from '@gaussmix/em';
    import { threads } from './parallel.mjs';
    const data = Float64Array.from({ length: 300000 }, (_, i) => ((i * 7919) % 1000) + (i % 3) * 700);
    const pool = await threads(2);
    const fit = (options) => fitMixtureAsync({ data, rows: 100000, columns: 3 },
      { initial: { means: [[1, 2, 3], [500, 600, 700]] }, maxIterations: 3, tolerance: 0, engine: pool, ...options });
    ${body}`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { status, stdout, stderr };
}

describe('a process', () => {
  it('exits by itself after a fit, though the pool is not closed', () => {
    expect(run('console.log((await fit()).iterations);')).toEqual({ status: 0, stdout: '3\n', stderr: '' });
  });

  it('exits by itself when the pool was never used', () => {
    expect(run('console.log(pool.count);')).toEqual({ status: 0, stdout: '2\n', stderr: '' });
  });

  it('lives until a fit that nobody awaits at the top is done', () => {
    expect(run('fit().then(({ iterations }) => console.log(iterations));')).toEqual({
      ...{ status: 0, stdout: '3\n', stderr: '' },
    });
  });

  it('exits by itself after a fit was ended by a signal', () => {
    const body = `const controller = new AbortController();
      const ended = fit({ signal: controller.signal, onIteration: () => controller.abort(new Error('ended')) });
      await ended.catch(({ message }) => console.log(message));`;
    expect(run(body)).toEqual({ status: 0, stdout: 'ended\n', stderr: '' });
  });

  it('exits by itself when the pool was closed in the midst of a fit', () => {
    const body = `const ended = fit({ onIteration: () => void pool.close() });
      await ended.catch(({ code }) => console.log(code));`;
    expect(run(body)).toEqual({ status: 0, stdout: 'closed\n', stderr: '' });
  });

  it('exits by itself from another thread, where the pool is a pool within', () => {
    const body = `const { Worker, isMainThread, parentPort } = await import('node:worker_threads');
      if (isMainThread) new Worker(new URL(import.meta.url)).on('message', (told) => console.log(told));
      else parentPort.postMessage((await fit()).iterations);`;
    expect(run(body)).toEqual({ status: 0, stdout: '3\n', stderr: '' });
  });
});
