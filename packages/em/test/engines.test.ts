import { type Kernels, plainKernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { expect, test } from 'vitest';
import {
  type EngineSource,
  type FitWarning,
  fitMixture,
  fitMixtureAsync,
  memoryEngine,
  turningEngine,
} from '../src/index.ts';
import { faithful } from './support/csv.ts';

const options = { components: 2, restarts: 1, maxIterations: 5, tolerance: 0 } as const;

/** 10 blocks of 1,024 rows. */
const tenBlocks = Float64Array.from({ length: 10_240 }, (_, i) => (i * 7919) % 1013);

/** The plain loops, and a listener that is told how many blocks have been begun. */
function counting(listener: (blocks: number) => void): Kernels {
  let blocks = 0;
  return {
    ...plainKernels,
    blockAccumulator: (...args) => {
      const accumulate = plainKernels.blockAccumulator(...args);
      return (sums, block) => {
        listener(++blocks);
        accumulate(sums, block);
      };
    },
  };
}

test('the loops in WebAssembly are chosen unless others are given, and have the same bits', () => {
  expect(fitMixture(faithful(), options)).toEqual(
    fitMixture(faithful(), { ...options, kernels: plainKernels }),
  );
  expect(simdKernels().form).toBe('simd');
});

test('a signal stops a fit on this thread within a block of 1,024 rows', async () => {
  const controller = new AbortController();
  const reason = new Error('in the fourth block of the second E-step');
  // Three passes before the first E-step: two for the coordinates, one for the covariances that the start leaves out.
  const setUp = 30;
  let begun = 0;
  const kernels = counting((blocks) => {
    begun = blocks;
    if (blocks === setUp + 14) setImmediate(() => controller.abort(reason));
  });
  const start = { initial: { means: [200, 800] }, maxIterations: 5, tolerance: 0 };
  const { signal } = controller;
  await expect(fitMixtureAsync(tenBlocks, { ...start, kernels, signal })).rejects.toBe(reason);
  // The event loop turns after each block; the signal comes in the turn behind the fourteenth or the next.
  expect(begun).toBeLessThanOrEqual(setUp + 15);
});

test('a signal that never comes changes no bit', async () => {
  const { signal } = new AbortController();
  expect(await fitMixtureAsync(faithful(), { ...options, signal })).toEqual(fitMixture(faithful(), options));
});

test('a fit is rejected at once though its engine goes on', async () => {
  const controller = new AbortController();
  const engine = (rows: Parameters<typeof memoryEngine>[0]) => ({
    ...memoryEngine(rows),
    moments: () => new Promise<never>(() => setTimeout(() => controller.abort(new Error('never mind')))),
  });
  const { signal } = controller;
  await expect(fitMixtureAsync(faithful(), { ...options, engine, signal })).rejects.toThrow('never mind');
});

test('the engine that turns has the moments of the one that does not', async () => {
  const rows = { data: tenBlocks.map((x) => x / 500 - 1), rows: 5120, columns: 2 };
  const mixture = fitMixture(rows, options).mixture;
  const request = { mixture, want: 'full', assignment: 'soft' } as const;
  expect(await turningEngine(rows).moments(request)).toEqual(
    memoryEngine(rows, plainKernels).moments(request),
  );
});

test('rows are moved into the room that an engine source offers, and its warnings stand in the fit', async () => {
  const rooms: Float64Array[] = [];
  const warning: FitWarning = { code: 'threads', message: 'one thread computes' };
  const engine: EngineSource = {
    allocate(numbers) {
      rooms.push(new Float64Array(numbers));
      return rooms.at(-1)!;
    },
    engineFor(rows) {
      expect(rooms).toEqual([rows.data]);
      expect(rows.data).toBe(rooms[0]);
      return { ...memoryEngine(rows), warnings: [warning] };
    },
  };
  const fit = fitMixture(faithful(), options);
  expect(await fitMixtureAsync(faithful(), { ...options, engine })).toEqual({
    ...fit,
    warnings: [...fit.warnings, warning],
  });
  expect(rooms.map(({ length }) => length)).toEqual([544]);
});
