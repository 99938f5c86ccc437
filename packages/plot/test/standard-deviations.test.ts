import { describe, expect, it } from 'vitest';
import { standardDeviations } from '../src/standard-deviations.ts';

describe('standardDeviations', () => {
  it('are the roots of the diagonal, of low rank too', () => {
    // Loadings (1, 2), (3, -1), (0, 2) and noise 1, 4, 9: [[6, 1, 4], [1, 14, -2], [4, -2, 13]].
    const loadings = Float64Array.of(1, 2, 3, -1, 0, 2);
    const deviations = standardDeviations({ form: 'low-rank', loadings, noise: Float64Array.of(1, 4, 9) });
    for (const [j, variance] of [6, 14, 13].entries()) {
      expect(deviations[j]).toBeCloseTo(Math.sqrt(variance), 14);
    }
  });
});
