import { describe, expect, it } from 'vitest';
import { createMixture, predictProba } from '../src/index.ts';
import { expectRelative } from './closeness.ts';
import { readSharedJson } from './read-reference.ts';

const { oneDimensional } = readSharedJson<{
  oneDimensional: {
    weights: number[];
    means: number[];
    variances: number[];
    posteriorAt4: number[];
    printed: string;
  };
}>('seeds.json');

describe('The worked example in one dimension (seeds.json)', () => {
  const mixture = createMixture({
    weights: oneDimensional.weights,
    means: oneDimensional.means.map((mean) => [mean]),
    covariances: oneDimensional.variances.map((variance) => ({ form: 'identity', dimension: 1, variance })),
  });
  const posterior = predictProba(mixture, [4]).data;

  it('has the posterior at 4 that was recorded', () => {
    // The exponent, 14, turns a rounding into 14 of them; two programs differ by a few of those.
    expectRelative(posterior, oneDimensional.posteriorAt4, 1e-14);
  });

  it('has the posterior at 4 that was printed, in every digit', () => {
    expect(`[${[...posterior].map(asNumpyPrints).join(' ')}]`).toBe(oneDimensional.printed);
  });
});

/** Eight digits behind the point, and an exponent of two. */
function asNumpyPrints(value: number): string {
  return value.toExponential(8).replace(/e([+-])(\d)$/, 'e$10$2');
}
