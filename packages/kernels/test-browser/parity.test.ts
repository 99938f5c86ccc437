import { describe, expect, it } from 'vitest';
import { compileKernels, kernelsOf } from '../src/simd/index.ts';
import { extremeCases } from '../test/simd/extreme-cases.ts';
import { differenceFromPlain, gridCases } from '../test/simd/parity.ts';

const kernels = kernelsOf(compileKernels());

describe('The kernels in WebAssembly, in a page', () => {
  it('are there', () => {
    expect(kernels.form).toBe('simd');
  });

  it.each([1, 2, 3, 4, 5, 8, 11, 16, 20])('have the bits of the plain ones: d = %i', (dimension) => {
    for (const components of [1, 2, 5, 16]) {
      for (const parityCase of gridCases({ components, dimension }, [1, 2, 3, 4, 5, 6, 7, 1021])) {
        expect(differenceFromPlain(kernels, parityCase)).toBe(undefined);
      }
    }
  });

  it('have the bits of the plain ones at the ends of the doubles', () => {
    const differences = [...extremeCases()]
      .map((parityCase) => differenceFromPlain(kernels, parityCase))
      .filter((difference) => difference !== undefined);
    expect(differences).toEqual([]);
  });
});
