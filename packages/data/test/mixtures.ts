import type { Covariance } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import fc from 'fast-check';

/** What {@link mixtures} may vary. */
export interface MixtureRange {
  readonly dimension: number;
  /** Numbers are of size 10^-exponent to 10^exponent. */
  readonly exponent: number;
}

/** Mixtures of one to four components with covariances of every form, shared by all or not. */
export function mixtures(range: MixtureRange): fc.Arbitrary<Mixture> {
  return fc.tuple(fc.integer({ min: 1, max: 4 }), scales(range)).chain(([k, scale]) =>
    fc
      .record({
        weights: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: k, maxLength: k }),
        origin: vector(range.dimension, scale),
        offsets: fc.array(vector(range.dimension, scale), { minLength: k, maxLength: k }),
        covariances: fc.array(covariances(range.dimension, scale), { minLength: k, maxLength: k }),
        shared: fc.boolean(),
      })
      .map(({ weights, origin, offsets, covariances: each, shared }) => {
        const sum = weights.reduce((total, weight) => total + weight);
        return createMixture({
          weights: weights.map((weight) => weight / sum),
          means: offsets.map((offset) => offset.map((value, j) => origin[j]! + value)),
          covariances: shared ? each.map(() => each[0]!) : each,
          origin,
          offsets,
        });
      }),
  );
}

function scales({ exponent }: MixtureRange): fc.Arbitrary<number> {
  return fc.integer({ min: -exponent, max: exponent }).map((power) => Number(`1e${power}`));
}

function vector(dimension: number, scale: number): fc.Arbitrary<number[]> {
  const entry = fc.double({ min: -9, max: 9, noNaN: true }).map((value) => value * scale);
  return fc.array(entry, { minLength: dimension, maxLength: dimension });
}

function positive(scale: number): fc.Arbitrary<number> {
  return fc.double({ min: 0.1, max: 9, noNaN: true }).map((value) => value * scale);
}

function covariances(dimension: number, scale: number): fc.Arbitrary<Covariance> {
  const deviations = fc.array(positive(scale), { minLength: dimension, maxLength: dimension });
  return fc.oneof(
    deviations.map(([first]) => ({ form: 'identity', dimension, variance: first! * first! }) as const),
    deviations.map(
      (each) => ({ form: 'diagonal', variances: Float64Array.from(each, (s) => s * s) }) as const,
    ),
    fc.tuple(deviations, vector(2 * dimension, scale)).map(([each, loadings]) => {
      const noise = Float64Array.from(each, (s) => s * s);
      return { form: 'low-rank', loadings: Float64Array.from(loadings), noise } as const;
    }),
    fc.tuple(deviations, vector(dimension * dimension, scale)).map(([diagonal, entries]) => {
      const factor = Float64Array.from(entries, (entry, at) => {
        const [i, j] = [Math.floor(at / dimension), at % dimension];
        return i === j ? diagonal[i]! : i > j ? entry : 0;
      });
      return { form: 'dense', dimension, factor } as const;
    }),
  );
}
