import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS, plainKernels, triangleUndoer } from '../../src/index.ts';
import { simdKernels } from '../../src/simd/index.ts';
import { UNITS_IN_ONE, unitsOf } from './exact-integers.ts';

/** Numbers of either sign whose products stay clear of both ends of the doubles. */
const entry = fc.oneof(
  fc.double({ min: -4, max: 4, noNaN: true }).map((x) => (Math.abs(x) < 1e-30 ? 0 : x)),
  fc.double({ min: 1e-30, max: 1e30, noNaN: true }),
);

describe('triangleUndoer', () => {
  it('has the same bits in WebAssembly, at every number of columns and of rows', () => {
    for (const d of [1, 2, 3, 4, 5, 8, 17, 40]) {
      for (const rows of [1, 2, 3, 4, 5, 7, BLOCK_ROWS - 1, BLOCK_ROWS]) {
        const system = numbersFor(d, rows + 2);
        const plain = new Float64Array(system.rows.length);
        const simd = plain.slice();
        const block = { rows: system.rows, from: 1, to: rows + 1 };
        plainKernels.triangleUndoer(system)(plain, block);
        simdKernels().triangleUndoer(system)(simd, block);
        expect(words(simd)).toEqual(words(plain));
        // Rows outside the block are left alone.
        expect(plain.slice(0, d).every((z) => z === 0)).toBe(true);
        expect(plain.slice((rows + 1) * d).every((z) => z === 0)).toBe(true);
      }
    }
  });

  it('has the same bits in WebAssembly for numbers of any size', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 12, maxLength: 12 }), (numbers) => {
        const rows = Float64Array.from(numbers.slice(0, 4));
        const origin = Float64Array.from(numbers.slice(4, 6));
        const factor = Float64Array.of(numbers[6]! || 1, 0, numbers[7]!, numbers[8]! || 1);
        const block = { rows, from: 0, to: 2 };
        const [plain, simd] = [new Float64Array(4), new Float64Array(4)];
        plainKernels.triangleUndoer({ origin, factor })(plain, block);
        simdKernels().triangleUndoer({ origin, factor })(simd, block);
        expect(words(simd)).toEqual(words(plain));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the digits of a column that almost follows from another', () => {
    // T = (1, 0; 1, 2^-40): z_2 = 2^40 ((x_2 - c_2) - (x_1 - c_1)), in whole numbers of 2^-1074.
    const tiny = 9.094947017729282e-13;
    const factor = Float64Array.of(1, 0, 1, tiny);
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (first, apart) => {
          const rows = Float64Array.of(first, first + apart * tiny);
          const z = new Float64Array(2);
          const origin = Float64Array.of(0.1, 0.3);
          triangleUndoer({ origin, factor })(z, { rows, from: 0, to: 1 });
          const exact = (unitsOf(rows[1]!) - unitsOf(0.3) - (unitsOf(rows[0]!) - unitsOf(0.1))) * 2n ** 40n;
          const error = unitsOf(z[1]!) - exact;
          // One unit in the last place of z_2, which is near 2^37.
          expect(error < UNITS_IN_ONE / 2n ** 14n && -error < UNITS_IN_ONE / 2n ** 14n).toBe(true);
        },
      ),
    );
  });
});

/** A system and rows from a fixed sequence of numbers in [-1, 1). */
function numbersFor(d: number, rows: number) {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const numbers = (length: number) => Float64Array.from({ length }, next);
  const factor = numbers(d * d);
  for (let j = 0; j < d; j++) factor[j * d + j] = 2 + factor[j * d + j]!;
  return { origin: numbers(d), factor, rows: numbers(rows * d) };
}

function words(numbers: Float64Array): bigint[] {
  return [...new BigUint64Array(numbers.buffer, numbers.byteOffset, numbers.length)];
}
