import fc from 'fast-check';
import type { Covariance } from '../src/covariance.ts';
import type { LinearMap } from '../src/linear-map.ts';

/** In thousandths, so that nothing underflows and no zero is negative. */
const size = fc.integer({ min: 500, max: 2000 }).map((thousandths) => thousandths / 1000);
const slant = fc.integer({ min: -500, max: 500 }).map((thousandths) => thousandths / 1000);

const vector = (d: number, entry: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> =>
  fc.array(entry, { minLength: d, maxLength: d }).map((entries) => Float64Array.from(entries));

/** A lower triangular matrix with a positive diagonal; its condition number is below 100 in five dimensions. */
function lower(d: number): fc.Arbitrary<Float64Array> {
  return fc.tuple(vector(d, size), vector(d * d, slant)).map(([diagonal, entries]) =>
    entries.map((entry, at) => {
      const [i, j] = [Math.floor(at / d), at % d];
      if (i === j) return diagonal[i]!;
      return j < i ? entry : 0;
    }),
  );
}

/** A covariance of any form in d dimensions. */
export function covarianceIn(d: number): fc.Arbitrary<Covariance> {
  return fc.oneof(
    size.map((variance): Covariance => ({ form: 'identity', dimension: d, variance })),
    vector(d, size).map((variances): Covariance => ({ form: 'diagonal', variances })),
    lower(d).map((factor): Covariance => ({ form: 'dense', dimension: d, factor })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), vector(d, size))
      .chain(([q, noise]) =>
        vector(d * q, slant).map((loadings): Covariance => ({ form: 'low-rank', loadings, noise })),
      ),
  );
}

/** A linear map of any kind in d dimensions. */
export function mapIn(d: number): fc.Arbitrary<LinearMap> {
  return fc.oneof(
    size.map((factor): LinearMap => ({ kind: 'scale', dimension: d, factor })),
    vector(d, size).map((factors): LinearMap => ({ kind: 'columns', factors })),
    lower(d).map((factor): LinearMap => ({ kind: 'triangular', dimension: d, factor })),
  );
}

/** A point in d dimensions. */
export function pointIn(d: number): fc.Arbitrary<Float64Array> {
  return vector(d, slant);
}

/** One to five dimensions. */
export const dimension = fc.integer({ min: 1, max: 5 });
