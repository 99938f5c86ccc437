import { eventLoop, fitMixture, fitMixtureAsync } from '@gaussmix/em';
import { type Kernels, momentLayout, plainKernels } from '@gaussmix/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { threads } from '../src/index.ts';
import { type Board, DONE, type PassMessage, type RowsMessage } from '../src/messages.ts';
import { computeAssigned } from '../src/worker/compute-assigned.ts';
import { computeClaimed } from '../src/worker/compute-claimed.ts';
import { groups, meansNear } from './support/groups.ts';
import { overheard } from './support/node-workers.ts';

const x = groups({ rows: 60_000, columns: 6, number: 4 });
const options = { initial: { means: meansNear(6, 4) }, maxIterations: 2, tolerance: 0 } as const;
const closers: (() => unknown)[] = [];
afterAll(() => Promise.all(closers.map((close) => close())));

describe('a signal', () => {
  for (const shared of [true, false]) {
    it(`ends a fit in the midst of a pass, and the pool goes on (${shared ? 'shared' : 'copies'})`, async () => {
      const controller = new AbortController();
      const reason = new Error(`enough of this, shared: ${shared}`);
      let passes = 0;
      const worker = overheard(({ kind }) => {
        // When the second worker is about to get its second pass, the first has begun.
        if (kind === 'pass' && ++passes === 4) queueMicrotask(() => controller.abort(reason));
      });
      const pool = await threads({ count: 2, shared, worker });
      closers.push(pool.close);
      const seen: number[] = [];
      const onIteration = ({ iteration }: { iteration: number }) => void seen.push(iteration);
      const { signal } = controller;
      await expect(
        fitMixtureAsync(x, { ...options, engine: pool, signal, onIteration, maxIterations: 50 }),
      ).rejects.toBe(reason);
      expect(seen).toEqual([0]);
      expect(await fitMixtureAsync(x, { ...options, engine: pool })).toEqual(fitMixture(x, options));
    });
  }

  it('that has come already ends a fit before its first pass', async () => {
    const pool = await threads(1);
    closers.push(pool.close);
    const signal = AbortSignal.abort(new Error('before it began'));
    await expect(fitMixtureAsync(x, { ...options, engine: pool, signal })).rejects.toThrow('before it began');
  });
});

describe('a worker stops within a block', () => {
  const layout = momentLayout(1, 1, 'full');
  const rows: RowsMessage = { kind: 'rows', rows: 1, data: new Float64Array(10_240), from: 0, to: 10_240 };
  const message = {
    ...{ kind: 'pass', pass: 1, rows: 1, chunkRows: 4096 },
    work: { packed: {}, request: { layout, assignment: 'soft' } },
  } as unknown as PassMessage;

  function countingKernels(listener: (blocks: number) => void): Kernels {
    let blocks = 0;
    return { ...plainKernels, blockAccumulator: () => () => listener(++blocks) };
  }

  it('of a pass in shared memory, and leaves no sums of the chunk that it was in', () => {
    const board: Board = { claims: new Int32Array(4), sums: new Float64Array(3 * layout.length) };
    let computed = 0;
    const kernels = countingKernels((blocks) => {
      computed = blocks;
      if (blocks === 6) board.claims[0] = 1;
    });
    computeClaimed(message, { rows, kernels, board, worker: 5 });
    expect(computed).toBe(6);
    expect([...board.claims]).toEqual([1, DONE, 5, 0]);
  });

  it('of a pass over its own copy', async () => {
    let computed = 0;
    const kernels = countingKernels((blocks) => {
      computed = blocks;
    });
    const loop = eventLoop();
    closers.push(loop.close);
    const chunks: number[] = [];
    const work = { rows, kernels, chunks: [0, 1, 2], loop, going: () => computed < 6 };
    for await (const { chunk } of computeAssigned(message, work)) chunks.push(chunk);
    expect([computed, chunks]).toEqual([6, [0]]);
  });
});
