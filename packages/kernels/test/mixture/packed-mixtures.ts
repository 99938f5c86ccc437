import fc from 'fast-check';
import { factorLength, type PackedMixture } from '../../src/index.ts';

/** Vectors of so many numbers, none larger than the bound: evenly spread, or of any magnitude below it. */
export function vectors(length: number, bound: number): fc.Arbitrary<Float64Array> {
  const entry = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }).map((thousandths) => (thousandths / 1000) * bound),
    fc.double({ min: -bound, max: bound, noNaN: true }),
  );
  return fc
    .array(entry, { minLength: length, maxLength: length })
    .map((entries) => Float64Array.from(entries));
}

/** Tame mixtures of 1 to 4 components in 1 to 5 dimensions, in both packings, with factors apart or shared. */
export const packedMixtures: fc.Arbitrary<PackedMixture> = fc
  .record({
    components: fc.integer({ min: 1, max: 4 }),
    dimension: fc.integer({ min: 1, max: 5 }),
    packing: fc.constantFrom('diagonal' as const, 'triangular' as const),
    mayShare: fc.boolean(),
  })
  .chain(({ components, dimension, packing, mayShare }) => {
    const shared = mayShare && components > 1;
    const length = factorLength(packing, dimension);
    return fc.record({
      components: fc.constant(components),
      dimension: fc.constant(dimension),
      packing: fc.constant(packing),
      shared: fc.constant(shared),
      constants: vectors(components, 5),
      weights: vectors(components, 0.5).map((raw) => raw.map((entry) => entry + 0.5)),
      means: vectors(components * dimension, 3),
      factors: vectors(length * (shared ? 1 : components), 0.5).map((raw) =>
        withPositiveDiagonals(raw, packing, dimension),
      ),
    });
  });

/** Moves the entries of diagonals from [-0.5, 0.5] to [0.5, 1.5]. */
function withPositiveDiagonals(
  raw: Float64Array,
  packing: PackedMixture['packing'],
  dimension: number,
): Float64Array {
  if (packing === 'diagonal') return raw.map((entry) => entry + 1);
  const factors = raw.slice();
  for (let at = 0; at < factors.length; ) {
    for (let i = 0; i < dimension; i++) {
      at += i;
      factors[at] = raw[at]! + 1;
      at++;
    }
  }
  return factors;
}
