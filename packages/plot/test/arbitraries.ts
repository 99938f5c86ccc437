import { createMixture, type Mixture } from '@gaussmix/distributions';
import fc from 'fast-check';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A lower factor with diagonal entries from `thinnest` to 2. */
export function factors(d: number, thinnest = 0.1): fc.Arbitrary<Float64Array> {
  return fc
    .tuple(
      fc.array(finite(thinnest, 2), { minLength: d, maxLength: d }),
      fc.array(finite(-2, 2), { minLength: d * d, maxLength: d * d }),
    )
    .map(([diagonal, entries]) =>
      Float64Array.from(entries, (entry, at) => {
        const [i, j] = [Math.floor(at / d), at % d];
        return i === j ? diagonal[i]! : i > j ? entry : 0;
      }),
    );
}

/** Different coordinates of d, in any order. */
export function someDimensions(d: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(
    Array.from({ length: d }, (_, j) => j),
    { minLength: 1 },
  );
}

/** A mixture with rows near it, both moved and scaled; some components may be very thin. */
export function mixturesWithRows(): fc.Arbitrary<{ mixture: Mixture; x: number[][] }> {
  const sizes = fc.record({
    d: fc.integer({ min: 1, max: 4 }),
    components: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 30 }),
    shift: fc.constantFrom(0, 1e8, -3e5, 1e-3),
    scale: fc.constantFrom(1, 1e-100, 1e100, 1e-9, 1234),
  });
  return sizes.chain(({ d, components, rows, shift, scale }) =>
    fc
      .record({
        shares: fc.array(finite(0.01, 1), { minLength: components, maxLength: components }),
        centers: fc.array(fc.array(finite(-5, 5), { minLength: d, maxLength: d }), {
          minLength: components,
          maxLength: components,
        }),
        shapes: fc.array(factors(d, 1e-9), { minLength: components, maxLength: components }),
        points: fc.array(fc.array(finite(-8, 8), { minLength: d, maxLength: d }), {
          minLength: rows,
          maxLength: rows,
        }),
      })
      .map(({ shares, centers, shapes, points }) => {
        const total = shares.reduce((sum, share) => sum + share, 0);
        const place = (row: number[]) => row.map((value) => scale * (value + shift));
        const mixture = createMixture({
          weights: shares.map((share) => share / total),
          means: centers.map(place),
          covariances: shapes.map((factor) => ({
            form: 'dense',
            dimension: d,
            factor: factor.map((entry) => scale * entry),
          })),
        });
        return { mixture, x: points.map(place) };
      }),
  );
}
