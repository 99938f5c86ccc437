import { describe, expect, it } from 'vitest';
import { compileKernels, kernelsOf } from '../../src/simd/index.ts';
import { extremeCases } from './extreme-cases.ts';
import { differenceFromPlain } from './parity.ts';

const kernels = kernelsOf(compileKernels());

describe('The kernels in WebAssembly, at the ends of the doubles', () => {
  it('have the bits of the plain ones', () => {
    const differences = [...extremeCases()]
      .map((parityCase) => differenceFromPlain(kernels, parityCase))
      .filter((difference) => difference !== undefined);
    expect(differences).toEqual([]);
  });
});
