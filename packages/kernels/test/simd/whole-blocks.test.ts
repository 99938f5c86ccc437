import { describe, expect, it } from 'vitest';
import { momentLayout, plainKernels } from '../../src/index.ts';
import { compileKernels, kernelsOf } from '../../src/simd/index.ts';
import {
  differenceFromPlain,
  differenceOf,
  differenceOfScores,
  differenceOfSums,
  gridCases,
  mixtureOf,
  REQUESTS,
  rowsAbout,
} from './parity.ts';

const kernels = kernelsOf(compileKernels());
const WHOLE_BLOCKS = [1021, 1022, 1023, 1024];

describe('The kernels in WebAssembly, over whole blocks', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 13, 16, 20])('have the bits of the plain ones: d = %i', (dimension) => {
    let turn = dimension;
    for (const components of [1, 2, 3, 8]) {
      for (const parityCase of gridCases({ components, dimension }, WHOLE_BLOCKS)) {
        const requests = REQUESTS.filter((_, index) => (index + turn) % 4 === 0);
        turn++;
        expect(differenceOfScores(kernels, parityCase)).toBe(undefined);
        expect(differenceOfSums(kernels, parityCase, requests)).toBe(undefined);
      }
    }
  });

  it.each([
    [64, 3, 1023],
    [128, 2, 517],
  ])('have the bits of the plain ones: d = %i', (dimension, components, size) => {
    for (const parityCase of gridCases({ components, dimension }, [size])) {
      const requests = REQUESTS.filter(({ assignment }) => assignment === 'soft');
      expect(differenceOfScores(kernels, parityCase)).toBe(undefined);
      expect(differenceOfSums(kernels, parityCase, requests)).toBe(undefined);
    }
  });

  it('have the bits of the plain ones for 300 components', () => {
    for (const dimension of [1, 2, 5]) {
      for (const parityCase of gridCases({ components: 300, dimension }, [7])) {
        expect(differenceFromPlain(kernels, parityCase)).toBe(undefined);
      }
      const request = { scatter: 'full', assignment: 'soft', counting: 'what-matters' } as const;
      for (const parityCase of gridCases({ components: 300, dimension }, [1024])) {
        expect(differenceOfSums(kernels, parityCase, [request])).toBe(undefined);
      }
    }
  });

  it('serve several callers by turns, each with what is its own', () => {
    const callers = (['full', 'pooled', 'diagonal', 'full', 'diagonal'] as const).map((scatter, index) => {
      const packed = mixtureOf({
        components: 3 + 5 * index,
        dimension: [2, 9, 40, 1, 6][index]!,
        packing: index % 2 === 0 ? 'triangular' : 'diagonal',
        shared: index === 1 || index === 2,
        arrangement: 'in pairs',
      });
      const layout = momentLayout(packed.components, packed.dimension, scatter);
      const request = { layout, assignment: 'soft' as const };
      return {
        rows: rowsAbout(packed, 300),
        sums: new Float64Array(layout.length),
        expected: new Float64Array(layout.length),
        accumulate: kernels.blockAccumulator(packed, request),
        plainly: plainKernels.blockAccumulator(packed, request),
        score: kernels.blockScorer(packed),
        scorePlainly: plainKernels.blockScorer(packed),
      };
    });
    for (let turn = 0; turn < 40; turn++) {
      const { rows, sums, expected, ...caller } = callers[(turn * 3 + (turn >> 2)) % callers.length]!;
      const block = { rows, from: turn, to: turn + ((turn * 53) % 250) };
      if (turn % 3 === 0) {
        expect(differenceOf(caller.score(block).posteriors, caller.scorePlainly(block).posteriors)).toBe(
          undefined,
        );
      } else {
        caller.accumulate(sums, block);
        caller.plainly(expected, block);
        expect(differenceOf(sums, expected)).toBe(undefined);
      }
    }
  });
});
