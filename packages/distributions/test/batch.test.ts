import { type Covariance, covarianceFromDense } from '@gaussmix/covariance';
import { type Kernels, plainKernels } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import fc from 'fast-check';
import { Matrix as MlMatrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import {
  type BatchOptions,
  componentLogDensities,
  createMixture,
  type Mixture,
  mahalanobis,
  multivariateNormalLogDensities,
  predict,
  predictProba,
  scoreSamples,
} from '../src/index.ts';
import { LINE, matrices, mixtures, PLANE } from './mixtures.ts';
import { expectError } from './raises.ts';

/** Every function of a batch of rows: its numbers, one or K a row. */
const batches: Record<string, (mixture: Mixture, x: MatrixLike, options?: BatchOptions) => number[]> = {
  predict: (mixture, x, options) => [...predict(mixture, x, options)],
  predictProba: (mixture, x, options) => [...predictProba(mixture, x, options).data],
  scoreSamples: (mixture, x, options) => [...scoreSamples(mixture, x, options)],
  componentLogDensities: (mixture, x) => [...componentLogDensities(mixture, x).data],
  mahalanobis: (mixture, x) => [...mahalanobis(mixture, x).data],
};

const scored = mixtures.chain((mixture) =>
  fc.record({ mixture: fc.constant(mixture), x: matrices(5, mixture.dimension) }),
);

describe.each(Object.entries(batches))('%s', (name, batch) => {
  it('gives the same bits for the same rows in any shape', () => {
    const rows = [
      [0.1, -2.3],
      [1e-3, 7],
      [4.5, 0],
    ];
    const expected = batch(PLANE, rows);
    expect(batch(PLANE, { data: Float64Array.from(rows.flat()), rows: 3, columns: 2 })).toEqual(expected);
    expect(
      batch(
        PLANE,
        rows.map((row) => Float64Array.from(row)),
      ),
    ).toEqual(expected);
    expect(batch(PLANE, new MlMatrix(rows))).toEqual(expected);
  });

  it('takes a flat list for one column', () => {
    const values = [0.1, -2.3, 4.5];
    const expected = batch(
      LINE,
      values.map((value) => [value]),
    );
    expect(batch(LINE, values)).toEqual(expected);
    expect(batch(LINE, Float64Array.from(values))).toEqual(expected);
  });

  it('leaves mixture and rows as they were', () => {
    fc.assert(
      fc.property(scored, ({ mixture, x }) => {
        const before = structuredClone({ mixture, x });
        batch(mixture, x);
        expect({ mixture, x }).toEqual(before);
      }),
    );
  });

  it('says the same of a row alone and among others', () => {
    fc.assert(
      fc.property(scored, ({ mixture, x }) => {
        const d = mixture.dimension;
        const alone = Array.from({ length: x.rows }, (_, i) =>
          batch(mixture, { data: x.data.slice(i * d, (i + 1) * d), rows: 1, columns: d }),
        );
        expect(alone.flat()).toEqual(batch(mixture, x));
      }),
    );
  });

  it('refuses rows of another number of columns', () => {
    expectError(
      () => batch(PLANE, [[1, 2, 3]]),
      'shape',
      `${name}: x must have as many columns as the mixture (2), got 3.`,
    );
  });

  it('refuses numbers that are not finite', () => {
    const x = [
      [1, 2],
      [3, NaN],
    ];
    expectError(
      () => batch(PLANE, x),
      'not-finite',
      `${name}: x must hold finite numbers, got NaN in row 2, column 2. Leave such rows out, or fill them in.`,
    );
  });

  it('refuses no rows', () => {
    expectError(() => batch(PLANE, []), 'empty', `${name}: x must have at least one row, got none.`);
  });
});

describe('multivariateNormalLogDensities', () => {
  it('names itself in errors', () => {
    const normal = { mean: [0], covariance: LINE.covariances[0]! };
    expectError(
      () => multivariateNormalLogDensities(normal, [[1, 2]]),
      'shape',
      'multivariateNormalLogDensities: x must have as many columns as the mixture (1), got 2.',
    );
  });
});

describe('The kernels option', () => {
  it.each(['predict', 'predictProba', 'scoreSamples'])(
    'of %s runs the loops given, with the same bits',
    (name) => {
      const { kernels, blocks } = listening();
      const batch = batches[name]!;
      for (const [n, expected] of [
        [3, [3]],
        [1024, [1024]],
        [2500, [1024, 1024, 452]],
      ] as const) {
        const x = Array.from({ length: n }, (_, i) => [(i * 37) % 11, (i * 61) % 13]);
        expect(batch(PLANE, x, { kernels })).toEqual(batch(PLANE, x));
        expect(blocks.splice(0)).toEqual(expected);
      }
    },
  );
});

describe('predict', () => {
  it('labels a tie with the first', () => {
    const twins = createMixture({
      weights: [0.25, 0.375, 0.375],
      means: [[9], [1], [-1]],
      covariances: [0, 1, 2].map((): Covariance => ({ form: 'identity', dimension: 1, variance: 1 })),
    });
    expect([...predict(twins, [0])]).toEqual([1]);
  });

  it('labels as the largest posterior does', () => {
    fc.assert(
      fc.property(scored, ({ mixture, x }) => {
        const posteriors = predictProba(mixture, x);
        for (const [i, label] of predict(mixture, x).entries()) {
          const row = posteriors.data.subarray(i * posteriors.columns, (i + 1) * posteriors.columns);
          expect(row[label]).toBe(Math.max(...row));
        }
      }),
    );
  });
});

describe('scoreSamples', () => {
  it('sums weights times component densities', () => {
    fc.assert(
      fc.property(scored, ({ mixture, x }) => {
        const densities = componentLogDensities(mixture, x);
        for (const [i, logDensity] of scoreSamples(mixture, x).entries()) {
          const row = densities.data.subarray(i * densities.columns, (i + 1) * densities.columns);
          const largest = Math.max(...row);
          const sum = row.reduce(
            (total, value, k) => total + mixture.weights[k]! * Math.exp(value - largest),
            0,
          );
          // Log-densities of up to a few thousand nats, each with a few roundings of its own size.
          const tolerance = 1e-14 * (1 + Math.abs(largest));
          expect(Math.abs(logDensity - (largest + Math.log(sum)))).toBeLessThan(tolerance);
        }
      }),
    );
  });
});

describe('mahalanobis', () => {
  it('measures in standard deviations: a worked example', () => {
    // PLANE's second component has mean (3, -1) and deviations 2 and 0.5; 5 from 3 is 1, 0.5 from -1 is 3.
    expect(mahalanobis(PLANE, [[5, 0.5]]).data[1]).toBe(Math.sqrt(1 + 9));
    expect(mahalanobis(PLANE, [[3, -1]]).data[1]).toBe(0);
  });

  it('is Infinity, not NaN, beyond the largest double', () => {
    const tiny = covarianceFromDense(Float64Array.of(1e-300, 0, 0, 1e-300), 2);
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [0, 0],
        [0, 0],
      ],
      covariances: [tiny, { form: 'identity', dimension: 2, variance: 1 }],
    });
    const far = 2 ** 700;
    expect([...mahalanobis(mixture, [[3 * far, 4 * far]]).data]).toEqual([Infinity, 5 * far]);
  });
});

describe('Rows whose whitening overflows', () => {
  it('have posteriors all the same, and a log-density of -Infinity', () => {
    for (const shared of [true, false]) {
      const tiny = covarianceFromDense(Float64Array.of(1e-280, 0, 0, 1e-280), 2);
      const mixture = createMixture({
        weights: [0.25, 0.75],
        means: [
          [0, 0],
          [1e160, 0],
        ],
        covariances: [tiny, shared ? tiny : { ...tiny }],
      });
      const x = [
        [3e170, 1],
        [2e160, 1e159],
        [-1e170, -1e170],
      ];
      expect([...scoreSamples(mixture, x)]).toEqual([-Infinity, -Infinity, -Infinity]);
      expect([...predictProba(mixture, x).data]).toEqual([0, 1, 0, 1, 1, 0]);
      expect([...predict(mixture, x)]).toEqual([1, 1, 0]);
    }
  });
});

/** The plain kernels, writing down how many rows each block had. */
function listening(): { kernels: Kernels; blocks: number[] } {
  const blocks: number[] = [];
  const kernels: Kernels = {
    ...plainKernels,
    blockScorer(packed) {
      const score = plainKernels.blockScorer(packed);
      return (block) => {
        blocks.push(block.to - block.from);
        return score(block);
      };
    },
  };
  return { kernels, blocks };
}
