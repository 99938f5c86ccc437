import { createMixture, type Mixture } from '@gaussmix/distributions';
import { type Counting, type Kernels, plainKernels } from '@gaussmix/kernels';
import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../src/memory-engine.ts';

const want = 'full';
const assignment = 'soft';

/** 3,000 rows about 0, and so many about 20, which is too far for the one to matter to the other's rows. */
function rowsOf(far: number) {
  const data = Float64Array.from(
    { length: 3000 + far },
    (_, i) => (i < 3000 ? 0 : 20) + ((i * 7) % 13) / 4 - 1.5,
  );
  return { data, rows: data.length, columns: 1 };
}

const halves: Mixture = createMixture({
  weights: [0.5, 0.5],
  means: [[0], [20]],
  covariances: [0, 1].map(() => ({ form: 'identity' as const, dimension: 1, variance: 1 })),
});

describe('An E-step in memory', () => {
  it('leaves out what does not matter, in one pass', () => {
    const { kernels, countings } = listening();
    memoryEngine(rowsOf(1400), kernels).moments({ mixture: halves, want, assignment });
    expect(countings).toEqual(['what-matters']);
  });

  it('is done again, counting all, when a component has shrunk so much that what was left out may matter', () => {
    const { kernels, countings } = listening();
    const rows = rowsOf(1);
    const moments = memoryEngine(rows, kernels).moments({ mixture: halves, want, assignment });
    expect(countings).toEqual(['what-matters', 'all']);
    const all = memoryEngine(rows, countingAll).moments({ mixture: halves, want, assignment });
    expect(moments).toEqual(all);
  });
});

/** The plain kernels, writing down what each pass counts. */
function listening(): { kernels: Kernels; countings: (Counting | undefined)[] } {
  const countings: (Counting | undefined)[] = [];
  const kernels: Kernels = {
    ...plainKernels,
    blockAccumulator(packed, request) {
      countings.push(request.counting);
      return plainKernels.blockAccumulator(packed, request);
    },
  };
  return { kernels, countings };
}

const countingAll: Kernels = {
  ...plainKernels,
  blockAccumulator: (packed, request) =>
    plainKernels.blockAccumulator(packed, { ...request, counting: 'all' }),
};
