import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  invertLower,
  multiplyByTranspose,
  multiplyLowerInto,
  multiplyLowers,
  solveLowerInto,
} from '../src/triangular.ts';
import { dimension, lowerIn, pointIn } from './arbitrary-lower.ts';

const lower = Float64Array.of(2, 0, 0, 1, 4, 0, -1, 2, 1);
const point = Float64Array.of(3, -2, 5);

describe('On whole numbers', () => {
  test('a product with a vector is exact, also in place', () => {
    const out = new Float64Array(3);
    multiplyLowerInto(out, lower, point);
    expect(out).toEqual(Float64Array.of(6, -5, -2));
    const inPlace = point.slice();
    multiplyLowerInto(inPlace, lower, inPlace);
    expect(inPlace).toEqual(out);
  });

  test('a solution is exact, also in place', () => {
    const out = new Float64Array(3);
    solveLowerInto(out, lower, Float64Array.of(6, -5, -2));
    expect(out).toEqual(point);
    const inPlace = Float64Array.of(6, -5, -2);
    solveLowerInto(inPlace, lower, inPlace);
    expect(inPlace).toEqual(point);
  });

  test('an inverse is exact', () => {
    expect(invertLower(lower, 3)).toEqual(Float64Array.of(0.5, 0, 0, -0.125, 0.25, 0, 0.75, -0.5, 1));
  });

  test('a product of two is exact', () => {
    const other = Float64Array.of(1, 0, 0, -3, 2, 0, 4, 0, 5);
    expect(multiplyLowers(lower, other, 3)).toEqual(Float64Array.of(2, 0, 0, -11, 8, 0, -3, 4, 5));
  });

  test('a product with the transpose is exact and symmetric', () => {
    expect(multiplyByTranspose(lower, 3)).toEqual(Float64Array.of(4, 2, -2, 2, 17, 7, -2, 7, 6));
  });

  test('what stands above the diagonal is not read', () => {
    const dirty = Float64Array.of(2, Number.NaN, Number.NaN, 1, 4, Number.NaN, -1, 2, 1);
    const [image, solution] = [new Float64Array(3), new Float64Array(3)];
    multiplyLowerInto(image, dirty, point);
    solveLowerInto(solution, dirty, image);
    expect(solution).toEqual(point);
    expect(invertLower(dirty, 3)).toEqual(invertLower(lower, 3));
    expect(multiplyLowers(dirty, dirty, 3)).toEqual(multiplyLowers(lower, lower, 3));
    expect(multiplyByTranspose(dirty, 3)).toEqual(multiplyByTranspose(lower, 3));
  });
});

const two = dimension.chain((d) =>
  fc.record({ d: fc.constant(d), a: lowerIn(d), b: lowerIn(d), x: pointIn(d) }),
);

/** Condition numbers are below 100: that many roundings, for each of five terms. */
const rounding = 1e-13;

function expectClose(actual: Float64Array, expected: Float64Array): void {
  expect(actual.length).toBe(expected.length);
  for (const [at, entry] of expected.entries()) expect(Math.abs(actual[at]! - entry)).toBeLessThan(rounding);
}

const identity = (d: number): Float64Array =>
  Float64Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 1 : 0));

test('Solving undoes multiplying.', () => {
  fc.assert(
    fc.property(two, ({ a, x }) => {
      const out = new Float64Array(x.length);
      multiplyLowerInto(out, a, x);
      solveLowerInto(out, a, out);
      expectClose(out, x);
    }),
  );
});

test('A matrix times its inverse, from either side, is the identity.', () => {
  fc.assert(
    fc.property(two, ({ d, a }) => {
      expectClose(multiplyLowers(a, invertLower(a, d), d), identity(d));
      expectClose(multiplyLowers(invertLower(a, d), a, d), identity(d));
    }),
  );
});

test('The inverse of a product is the product of the inverses, the other way round.', () => {
  fc.assert(
    fc.property(two, ({ d, a, b }) => {
      const inverse = invertLower(multiplyLowers(a, b, d), d);
      const expected = multiplyLowers(invertLower(b, d), invertLower(a, d), d);
      const size = expected.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 1);
      expectClose(
        inverse.map((entry) => entry / size),
        expected.map((entry) => entry / size),
      );
    }),
  );
});

test('A product of matrices takes a point where the matrices take it one after the other.', () => {
  fc.assert(
    fc.property(two, ({ d, a, b, x }) => {
      const [once, twice] = [new Float64Array(d), new Float64Array(d)];
      multiplyLowerInto(once, multiplyLowers(a, b, d), x);
      multiplyLowerInto(twice, b, x);
      multiplyLowerInto(twice, a, twice);
      expectClose(once, twice);
    }),
  );
});

test('L L^T is symmetric to the last bit, and x^T L L^T x is |L^T x|^2.', () => {
  fc.assert(
    fc.property(two, ({ d, a, x }) => {
      const product = multiplyByTranspose(a, d);
      let form = 0;
      let square = 0;
      for (let i = 0; i < d; i++) {
        let image = 0;
        for (let j = 0; j < d; j++) {
          expect(product[i * d + j]).toBe(product[j * d + i]);
          form += x[i]! * product[i * d + j]! * x[j]!;
          image += a[j * d + i]! * x[j]!;
        }
        square += image * image;
      }
      expect(Math.abs(form - square)).toBeLessThan(rounding);
    }),
  );
});
