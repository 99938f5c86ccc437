import { type Covariance, covarianceFromDense, toDense } from '@gaussmix/covariance';
import { plainKernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMixture, mahalanobis, packMixture, predictProba, sample, scoreSamples } from '../src/index.ts';
import { matrices, positives, vectors } from './mixtures.ts';
import { expectError } from './raises.ts';

/** The conditions of these covariances are below 1e3. */
const ROUNDING = 1e-12;

const anyMixture = fc
  .record({
    d: fc.integer({ min: 1, max: 6 }),
    ranks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
  })
  .chain(({ d, ranks }) =>
    fc.record({
      x: matrices(7, d),
      means: fc.array(vectors(d, 4), { minLength: ranks.length, maxLength: ranks.length }),
      covariances: fc.tuple(
        ...ranks.map((q) =>
          fc
            .tuple(vectors(d * q, 2), positives(d))
            .map(([loadings, noise]): Covariance => ({ form: 'low-rank', loadings, noise })),
        ),
      ),
    }),
  )
  .map(({ x, means, covariances }) => {
    const parts = { weights: means.map(() => 1 / means.length), means };
    const dense = covariances.map((covariance) => covarianceFromDense(toDense(covariance), x.columns));
    return {
      x,
      mixture: createMixture({ ...parts, covariances }),
      dense: createMixture({ ...parts, covariances: dense }),
    };
  });

describe('a mixture with covariances of low rank, of one rank or of several', () => {
  it('scores and predicts as with the same covariances as matrices', () => {
    fc.assert(
      fc.property(anyMixture, ({ x, mixture, dense }) => {
        const expected = scoreSamples(dense, x);
        for (const [i, score] of scoreSamples(mixture, x).entries()) {
          expect(Math.abs(score - expected[i]!)).toBeLessThan(ROUNDING * (1 + Math.abs(expected[i]!)));
        }
        const distances = mahalanobis(dense, x).data;
        for (const [at, distance] of mahalanobis(mixture, x).data.entries()) {
          expect(Math.abs(distance - distances[at]!)).toBeLessThan(ROUNDING * (1 + distances[at]!));
        }
      }),
    );
  });

  it('has the same bits in WebAssembly', () => {
    fc.assert(
      fc.property(anyMixture, ({ x, mixture }) => {
        expect(predictProba(mixture, x, { kernels: simdKernels() })).toEqual(
          predictProba(mixture, x, { kernels: plainKernels }),
        );
      }),
    );
  });

  it('draws rows with that covariance', () => {
    const covariance = {
      form: 'low-rank',
      loadings: Float64Array.of(1, 2, -1),
      noise: Float64Array.of(1, 0.25, 4),
    } as const;
    const mixture = createMixture({ weights: [1], means: [[5, 6, 7]], covariances: [covariance] });
    const n = 20_000;
    const { rows } = sample(mixture, n, { seed: 3 });
    const matrix = toDense(covariance);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let at = 0; at < n; at++) {
          sum += (rows.data[at * 3 + i]! - (5 + i)) * (rows.data[at * 3 + j]! - (5 + j));
        }
        const [variance, other] = [matrix[i * 4]!, matrix[j * 4]!];
        const entry = matrix[i * 3 + j]!;
        // Five standard errors of a product of normal numbers.
        const error = Math.sqrt((variance * other + entry * entry) / n);
        expect(Math.abs(sum / n - entry)).toBeLessThan(5 * error);
      }
    }
  });

  it('is packed by its loadings, by diagonals where it has none, and by triangles beside one', () => {
    const none: Covariance = {
      form: 'low-rank',
      loadings: new Float64Array(0),
      noise: Float64Array.of(4, 9),
    };
    const one: Covariance = {
      form: 'low-rank',
      loadings: Float64Array.of(3, 0),
      noise: Float64Array.of(16, 9),
    };
    const diagonal: Covariance = { form: 'diagonal', variances: Float64Array.of(4, 9) };
    const dense = covarianceFromDense(Float64Array.of(4, 0, 0, 9), 2);
    const packed = (...covariances: Covariance[]) =>
      packMixture(
        createMixture({
          weights: covariances.map(() => 1 / covariances.length),
          means: covariances.map(() => [0, 0]),
          covariances,
        }),
      );
    expect(packed(none, diagonal).packing).toBe('diagonal');
    expect(packed(one, dense).packing).toBe('triangular');
    const { packing, rank, shared, factors } = packed(one, diagonal);
    expect({ packing, rank, shared }).toEqual({ packing: 'low-rank', rank: 1, shared: false });
    // 1 / 4, 1 / 3; Q = (1, 0); 1 / C - 1, C = sqrt(1 + (3 / 4)^2); variances. And the diagonal, of no rank.
    const expected = [1 / 4, 1 / 3, 1, 0, -0.2, 25, 9, 1 / 2, 1 / 3, 0, 0, 0, 4, 9];
    for (const [at, value] of factors.entries()) expect(value).toBeCloseTo(expected[at]!, 15);
  });

  it('is refused where its loadings have no whole rows, or its noise is not positive', () => {
    const create = (loadings: number[], noise: number[]) => () =>
      createMixture({
        weights: [1],
        means: [[0, 0]],
        covariances: [
          { form: 'low-rank', loadings: Float64Array.from(loadings), noise: Float64Array.from(noise) },
        ],
      });
    expectError(
      create([1, 2, 3], [1, 1]),
      'shape',
      'createMixture: covariance 1 must have loadings of 2 rows, got 3 numbers.',
    );
    for (const [loadings, noise] of [
      [
        [1, 2],
        [1, 0],
      ],
      [
        [1, 2],
        [1, -1],
      ],
      [
        [1, Number.NaN],
        [1, 1],
      ],
      [
        [Infinity, 0],
        [1, 1],
      ],
    ] as const) {
      expectError(
        create([...loadings], [...noise]),
        'not-positive-definite',
        'createMixture: covariance 1 must be positive definite and finite, got one that is not. ' +
          'Try covarianceFromDense(matrix, 2).',
      );
    }
  });

  it('of 1,000 columns is checked, scored and drawn from without a matrix of 1,000 x 1,000', () => {
    const d = 1000;
    const covariance: Covariance = {
      form: 'low-rank',
      loadings: new Float64Array(d).fill(0.5),
      noise: new Float64Array(d).fill(1),
    };
    const mixture = createMixture({ weights: [1], means: [new Float64Array(d)], covariances: [covariance] });
    // Along the loadings the variance is 1 + 250, else 1.
    const [log] = scoreSamples(mixture, { data: new Float64Array(d).fill(1), rows: 1, columns: d });
    const expected = -0.5 * (d * Math.log(2 * Math.PI) + Math.log(251) + 1000 / 251);
    expect(Math.abs(log! / expected - 1)).toBeLessThan(1e-13);
    expect(sample(mixture, 2, { seed: 0 }).rows.columns).toBe(d);
  });
});
