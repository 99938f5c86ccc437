import { factorAnalyzers, families } from '@gaussmix/covariance';
import { createMatrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';
import { describe, expect, test } from 'vitest';
import { eStep, iterate, mStep } from '../src/index.ts';

// EM is E-steps and M-steps by turns: taken by hand, they must lead where the loop leads, step after step. The loop sums
// in another order, from 60 rows of size 1, so that relative differences of 1e-9 leave room for rounding and its growth
// through a dozen of iterations; where a half step is another step than the loop's, they differ from the third digit on.
const closeness = 9;

const random = createRandom('half steps');
const rows = createMatrix(60, 3);
for (let i = 0; i < 60; i++) {
  const side = i % 3 === 0 ? 2.5 : -1;
  const common = random.normal();
  for (let j = 0; j < 3; j++) rows.data[3 * i + j] = side + (1 + j / 2) * common + random.normal();
}

const structures = [...families.map(({ structure }) => structure), factorAnalyzers(1), factorAnalyzers(2)];

describe.each(structures.map((covariance) => [covariance.name, covariance] as const))(
  '%s',
  (_, covariance) => {
    test('E-steps and M-steps by turns go where the loop goes', () => {
      const options = { components: 2, covariance, regularization: 0 };
      const loop = iterate(rows, { ...options, initial: 'random', seed: 3, tolerance: 0, maxIterations: 12 });
      let { mixture } = loop.next().value as { mixture: Parameters<typeof eStep>[0] };
      for (const state of loop) {
        const { responsibilities } = eStep(mixture, rows);
        mixture = mStep(rows, responsibilities, { covariance, regularization: 0, previous: mixture });
        expect(eStep(mixture, rows).logLikelihood).toBeCloseTo(state.logLikelihood, closeness);
        mixture.weights.forEach((weight, k) => {
          expect(weight).toBeCloseTo(state.mixture.weights[k]!, closeness);
        });
      }
    });
  },
);

test('a mixture before of another shape is refused', () => {
  const { responsibilities } = eStep(threeOf(3), rows);
  expect(() => mStep(rows, responsibilities, { previous: threeOf(2) })).toThrow(
    'mStep: previous must have 3 components in 3 dimensions, got 3 in 2.',
  );
});

function threeOf(dimension: number) {
  const means = [-1, 0, 1].map((value) => new Float64Array(dimension).fill(value));
  return {
    dimension,
    weights: Float64Array.of(0.25, 0.25, 0.5),
    means,
    covariances: means.map(() => ({ form: 'identity', dimension, variance: 1 }) as const),
    origin: new Float64Array(dimension),
    offsets: means,
  };
}
