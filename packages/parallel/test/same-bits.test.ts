import { factorAnalyzers } from '@gaussmix/covariance';
import { type AsyncFitOptions, fitMixture, fitMixtureAsync } from '@gaussmix/em';
import { plainKernels } from '@gaussmix/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { type ThreadPool, threads } from '../src/index.ts';
import { groups, meansNear } from './support/groups.ts';
import { overheard } from './support/node-workers.ts';

// 21 blocks, the last of 500 rows: no multiple of any number of threads.
const x = groups({ rows: 20_980, columns: 3, number: 4 });
const options = { initial: { means: meansNear(3, 4) }, maxIterations: 4, tolerance: 0 } as const;
const covariances = ['full', 'tied', 'diag', 'spherical'] as const;
const alone = new Map(
  covariances.map((covariance) => [
    covariance,
    fitMixture(x, { ...options, covariance, kernels: plainKernels }),
  ]),
);

const pools: ThreadPool[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe('a fit over threads has the bits of one on a single thread with the plain loops', () => {
  for (const count of [1, 2, 3, 8, 16]) {
    for (const [memory, shared] of [
      ['shared memory', true],
      ['copies', false],
    ] as const) {
      for (const simd of [true, false]) {
        it(`${count} threads, ${memory}, ${simd ? 'WebAssembly' : 'plain loops'}`, async () => {
          const pool = await threads({ count, shared, simd });
          pools.push(pool);
          expect([pool.count, pool.warnings]).toEqual([count, []]);
          for (const covariance of count === 3 ? covariances : (['full'] as const)) {
            const fit = await fitMixtureAsync(x, { ...options, covariance, engine: pool });
            expect(fit).toEqual(alone.get(covariance));
          }
          await pool.close();
        });
      }
    }
  }

  it('several at once on one pool, and one after the other', async () => {
    const pool = await threads(2);
    pools.push(pool);
    for (let round = 0; round < 2; round++) {
      const fits = covariances.map((covariance) =>
        fitMixtureAsync(x, { ...options, covariance, engine: pool }),
      );
      expect(await Promise.all(fits)).toEqual([...alone.values()]);
    }
  });

  it('where components are left out and then matter, so that rows are gone over twice', async () => {
    const far = {
      ...options,
      initial: {
        means: [
          [0, 0, 0],
          [1e4, 0, 0],
        ],
        covariances: [1, 1],
      },
    } as const;
    const pool = await threads(2);
    pools.push(pool);
    const attempt = (fit: () => unknown) =>
      Promise.resolve()
        .then(fit)
        .then(
          (value) => value,
          (error: Error) => error.message.replace('Async', ''),
        );
    expect(await attempt(() => fitMixtureAsync(x, { ...far, engine: pool }))).toEqual(
      await attempt(() => fitMixture(x, { ...far, kernels: plainKernels })),
    );
  });

  it('with covariances of low rank, whose moments are sketches', async () => {
    const pool = await threads(2);
    pools.push(pool);
    const wide = groups({ rows: 5000, columns: 12, number: 4 });
    const sketched = {
      ...options,
      initial: { means: meansNear(12, 4) },
      covariance: factorAnalyzers(2),
    } as const;
    const fit = await fitMixtureAsync(wide, { ...sketched, engine: pool });
    expect(fit.mixture.covariances.map(({ form }) => form)).toEqual(new Array(4).fill('low-rank'));
    expect(fit).toEqual(fitMixture(wide, { ...sketched, kernels: plainKernels }));
  });

  it.each([0, 0.5, 2])('at temperature %d', async (temperature) => {
    const tempered = { ...options, assignment: { temperature } } as const;
    for (const shared of [true, false]) {
      const pool = await threads({ count: 2, shared });
      pools.push(pool);
      for (const covariance of ['full', 'tied'] as const) {
        const fit = await fitMixtureAsync(x, { ...tempered, covariance, engine: pool });
        expect(fit).toEqual(fitMixture(x, { ...tempered, covariance, kernels: plainKernels }));
      }
    }
  });

  it('in rows that an engine is given from elsewhere than the pool’s own room', async () => {
    const pool = await threads(2);
    pools.push(pool);
    const engine: AsyncFitOptions['engine'] = (rows) => pool.engineFor(rows);
    expect(await fitMixtureAsync(x, { ...options, engine })).toEqual(alone.get('full'));
  });
});

describe('a pass', () => {
  it('that is too small to be worth a message is computed on this thread', async () => {
    const told: string[] = [];
    const pool = await threads({ count: 2, worker: overheard(({ kind }) => told.push(kind)) });
    pools.push(pool);
    const few = groups({ rows: 3000, columns: 2, number: 3 });
    const small = { ...options, initial: { means: meansNear(2, 3) } };
    expect(await fitMixtureAsync(few, { ...small, engine: pool })).toEqual(fitMixture(few, small));
    expect(told).toEqual(['kernels', 'kernels']);
    const { signal } = new AbortController();
    expect(await fitMixtureAsync(few, { ...small, signal, engine: pool })).toEqual(fitMixture(few, small));
    expect(told).toEqual(['kernels', 'kernels']);
    await fitMixtureAsync(x, { ...options, engine: pool });
    expect(new Set(told)).toEqual(new Set(['kernels', 'rows', 'pass', 'forget']));
  });
});
