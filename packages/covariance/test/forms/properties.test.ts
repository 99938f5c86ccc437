import { choleskyInto, symmetricEigen } from '@gaussmix/linalg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviationsOf, leastVariance, logDeterminant, toDense, toFactor } from '../../src/form-of.ts';
import { unwhitenInto, whitenRowsInto } from '../../src/whiten.ts';
import { covarianceIn, dimension, pointIn } from '../arbitrary-covariance.ts';

const anyCovariance = dimension.chain((d) =>
  fc.record({ d: fc.constant(d), covariance: covarianceIn(d), point: pointIn(d) }),
);

/** The condition numbers of the matrices are below 1e4: that many roundings of 1e-16 may show, in each of d steps. */
const rounding = 1e-11;

test('Whitening undoes unwhitening.', () => {
  fc.assert(
    fc.property(anyCovariance, ({ covariance, point }) => {
      const back = new Float64Array(point.length);
      unwhitenInto(back, point, covariance);
      whitenRowsInto(back, back, covariance);
      for (const [j, value] of back.entries()) expect(Math.abs(value - point[j]!)).toBeLessThan(rounding);
    }),
  );
});

test('The least variance is a lower bound of the least eigenvalue, at most d times too small.', () => {
  fc.assert(
    fc.property(anyCovariance, ({ d, covariance }) => {
      const { values } = symmetricEigen(toDense(covariance), d);
      const [least, largest] = [values[d - 1]!, values[0]!];
      const slack = 1e-15 * d * largest; // what the eigenvalues themselves may be wrong by
      const bound = leastVariance(covariance);
      expect(bound).toBeLessThanOrEqual(least + slack);
      expect(bound * d).toBeGreaterThanOrEqual(least - slack);
    }),
  );
});

test('Matrix, factor, determinant and deviations tell of the same covariance.', () => {
  fc.assert(
    fc.property(anyCovariance, ({ d, covariance }) => {
      const dense = toDense(covariance);
      const factor = toFactor(covariance);
      const again = new Float64Array(d * d);
      expect(choleskyInto(again, dense, d)).toBe(-1);
      let logarithm = 0;
      for (let j = 0; j < d; j++) logarithm += 2 * Math.log(again[j * d + j]!);
      expect(Math.abs(logDeterminant(covariance) - logarithm)).toBeLessThan(rounding);
      for (const [at, entry] of factor.entries()) {
        expect(Math.abs(entry - again[at]!)).toBeLessThan(rounding);
      }
      const deviations = deviationsOf(covariance);
      expect(deviations === undefined).toBe(['dense', 'low-rank'].includes(covariance.form));
      if (deviations) expect(deviations).toEqual(factor.filter((_, at) => at % (d + 1) === 0));
    }),
  );
});
