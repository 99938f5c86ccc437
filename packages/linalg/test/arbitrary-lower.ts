import fc from 'fast-check';

/** In thousandths, so that nothing underflows and no zero is negative. */
const size = fc.integer({ min: 500, max: 2000 }).map((thousandths) => thousandths / 1000);
const slant = fc.integer({ min: -500, max: 500 }).map((thousandths) => thousandths / 1000);

/** d numbers between -1/2 and 1/2. */
export function pointIn(d: number): fc.Arbitrary<Float64Array> {
  return fc.array(slant, { minLength: d, maxLength: d }).map((entries) => Float64Array.from(entries));
}

/** A lower triangular matrix with a positive diagonal; its condition number is below 100 in five dimensions. */
export function lowerIn(d: number): fc.Arbitrary<Float64Array> {
  const diagonals = fc.array(size, { minLength: d, maxLength: d });
  return fc.tuple(diagonals, pointIn(d * d)).map(([diagonal, entries]) =>
    entries.map((entry, at) => {
      const [i, j] = [Math.floor(at / d), at % d];
      if (i === j) return diagonal[i]!;
      return j < i ? entry : 0;
    }),
  );
}

/** One to five dimensions. */
export const dimension = fc.integer({ min: 1, max: 5 });
