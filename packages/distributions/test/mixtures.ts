import { type Covariance, covarianceFromDense } from '@gaussmix/covariance';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import fc from 'fast-check';
import { createMixture, type Mixture } from '../src/index.ts';

/** Two components in the plane: covariances [[1, 0.5], [0.5, 1]] and diag(4, 0.25). */
export const PLANE: Mixture = createMixture({
  weights: [0.25, 0.75],
  means: [
    [0, 0],
    [3, -1],
  ],
  covariances: [
    covarianceFromDense(Float64Array.of(1, 0.5, 0.5, 1), 2),
    { form: 'diagonal', variances: Float64Array.of(4, 0.25) },
  ],
});

/** Two components on the line, at 0 and 4, of variance 1 and 4. */
export const LINE: Mixture = createMixture({
  weights: [0.5, 0.5],
  means: [[0], [4]],
  covariances: [
    { form: 'identity', dimension: 1, variance: 1 },
    { form: 'identity', dimension: 1, variance: 4 },
  ],
});

/** Tame mixtures of 1 to 4 components in 1 to 4 dimensions, of every form, covariances apart or shared, with an origin. */
export const mixtures: fc.Arbitrary<Mixture> = fc
  .record({ components: fc.integer({ min: 1, max: 4 }), dimension: fc.integer({ min: 1, max: 4 }) })
  .chain(({ components, dimension }) =>
    fc
      .record({
        shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: components, maxLength: components }),
        means: fc.array(vectors(dimension, 4), { minLength: components, maxLength: components }),
        covariances: fc.array(covariances(dimension), { minLength: components, maxLength: components }),
        shared: fc.boolean(),
        origin: vectors(dimension, 4),
      })
      .map(({ shares, means, covariances: each, shared, origin }) => {
        const sum = shares.reduce((total, share) => total + share, 0);
        return createMixture({
          weights: shares.map((share) => share / sum),
          means,
          covariances: shared ? each.map(() => each[0]!) : each,
          origin,
        });
      }),
  );

/** So many numbers up to a bound, whole 64ths of it. */
export function vectors(length: number, bound: number): fc.Arbitrary<Float64Array> {
  const entry = fc.integer({ min: -64, max: 64 }).map((steps) => (steps / 64) * bound);
  return fc
    .array(entry, { minLength: length, maxLength: length })
    .map((entries) => Float64Array.from(entries));
}

/** Matrices of so many rows and columns. */
export function matrices(rows: number, columns: number): fc.Arbitrary<Matrix> {
  return vectors(rows * columns, 8).map((data) => {
    const matrix = createMatrix(rows, columns);
    matrix.data.set(data);
    return matrix;
  });
}

/** Lower triangles of d x d numbers with a diagonal from 0.5 to 2. */
export function lowerTriangles(d: number): fc.Arbitrary<Float64Array> {
  return fc.tuple(vectors(d * d, 0.5), positives(d)).map(([entries, diagonal]) =>
    entries.map((entry, index) => {
      const j = index % d;
      const i = (index - j) / d;
      if (i === j) return diagonal[j]!;
      return j < i ? entry : 0;
    }),
  );
}

/** So many numbers from 0.5 to 2. */
export function positives(length: number): fc.Arbitrary<Float64Array> {
  const entry = fc.integer({ min: 32, max: 128 }).map((steps) => steps / 64);
  return fc
    .array(entry, { minLength: length, maxLength: length })
    .map((entries) => Float64Array.from(entries));
}

function covariances(dimension: number): fc.Arbitrary<Covariance> {
  return fc.oneof(
    positives(1).map(([variance]): Covariance => ({ form: 'identity', dimension, variance: variance! })),
    positives(dimension).map((variances): Covariance => ({ form: 'diagonal', variances })),
    lowerTriangles(dimension).map((factor): Covariance => ({ form: 'dense', dimension, factor })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), positives(dimension))
      .chain(([factors, noise]) =>
        vectors(dimension * factors, 1).map(
          (loadings): Covariance => ({ form: 'low-rank', loadings, noise }),
        ),
      ),
  );
}
