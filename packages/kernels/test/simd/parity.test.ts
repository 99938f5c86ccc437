import { describe, expect, it } from 'vitest';
import { momentLayout } from '../../src/index.ts';
import { compileKernels, kernelsOf } from '../../src/simd/index.ts';
import {
  differenceFromPlain,
  differenceOf,
  differenceOfSums,
  gridCases,
  startOf,
  TEMPERED_REQUESTS,
} from './parity.ts';

const kernels = kernelsOf(compileKernels());
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Two rows are two lanes, four a panel: every remainder of both, over several trips. */
const FEW_ROWS = [0, ...upTo(11)];

describe('The kernels in WebAssembly', () => {
  it('are there', () => {
    expect(kernels.form).toBe('simd');
  });

  it.each(upTo(20))(
    'have the bits of the plain ones for few rows and 1 to 17 components: d = %i',
    (dimension) => {
      for (const components of upTo(17)) {
        // Every other number of rows, by turns.
        const sizes = FEW_ROWS.filter((size) => (size + components) % 2 === 0);
        for (const parityCase of gridCases({ components, dimension }, sizes)) {
          expect(differenceFromPlain(kernels, parityCase)).toBe(undefined);
        }
      }
    },
  );

  it.each([64, 128])('have the bits of the plain ones for few rows: d = %i', (dimension) => {
    for (const components of [1, 2, 17]) {
      for (const parityCase of gridCases({ components, dimension }, dimension === 64 ? [3, 6, 13] : [2, 5])) {
        expect(differenceFromPlain(kernels, parityCase)).toBe(undefined);
      }
    }
  });

  it.each([1, 3, 6])('have the bits of the plain ones at any temperature: d = %i', (dimension) => {
    for (const components of [1, 2, 5]) {
      for (const parityCase of gridCases({ components, dimension }, [0, 7, 1024])) {
        expect(differenceOfSums(kernels, parityCase, TEMPERED_REQUESTS)).toBe(undefined);
      }
    }
  });

  it.each([1, 3, 6])('have the bits of "hard" at temperature 0, of "soft" at 1: d = %i', (dimension) => {
    for (const { packed, ...block } of gridCases({ components: 4, dimension }, [13, 1024])) {
      const layout = momentLayout(4, dimension, 'full');
      for (const [named, temperature] of [
        ['hard', 0],
        ['soft', 1],
      ] as const) {
        const [sums, others] = [startOf(layout.length), startOf(layout.length)];
        kernels.blockAccumulator(packed, { layout, assignment: named })(sums, block);
        kernels.blockAccumulator(packed, { layout, assignment: { temperature } })(others, block);
        expect(differenceOf(others, sums)).toBe(undefined);
      }
    }
  });
});
