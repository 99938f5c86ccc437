import { type CovarianceStructure, diag, full, spherical, tied, toDense } from '@gaussmix/covariance';
import { createMixture, sample } from '@gaussmix/distributions';
import { expect, test } from 'vitest';
import { fitMixture } from '../src/index.ts';

const ROWS = 20_000;
const round = { form: 'identity', dimension: 2, variance: 1 } as const;

/** Two groups ten standard deviations apart, so that a fit is as good as knowing the labels. */
const truths: [CovarianceStructure, Parameters<typeof createMixture>[0]['covariances']][] = [
  [
    full,
    [
      { form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, 0.8, 0.6) },
      { form: 'dense', dimension: 2, factor: Float64Array.of(0.5, 0, -0.3, 1.2) },
    ],
  ],
  [
    tied,
    [round, round].map(() => ({ form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, 0.8, 0.6) })),
  ],
  [
    diag,
    [
      { form: 'diagonal', variances: Float64Array.of(1, 0.25) },
      { form: 'diagonal', variances: Float64Array.of(0.5, 2) },
    ],
  ],
  [spherical, [round, { ...round, variance: 0.5 }]],
];

test.each(truths)('sampled data give the parameters back: $name', (structure, covariances) => {
  const truth = createMixture({
    weights: [0.7, 0.3],
    means: [
      [0, 0],
      [10, -10],
    ],
    covariances,
  });
  const { rows } = sample(truth, ROWS, { seed: 3 });
  const { mixture } = fitMixture(rows, { components: 2, covariance: structure, restarts: 3 });
  for (const k of [0, 1]) {
    // Five standard errors: sqrt(w (1 - w) / n), sigma / sqrt(N_k), and sqrt(S_ii S_jj + S_ij^2) / sqrt(N_k).
    const count = ROWS * truth.weights[k]!;
    const sigma = toDense(covariances[k]!);
    const deviation = (e: number): number => Math.sqrt(sigma[e]!);
    expect(Math.abs(mixture.weights[k]! - truth.weights[k]!)).toBeLessThan(5 * Math.sqrt(0.21 / ROWS));
    for (const j of [0, 1]) {
      const error = Math.abs(mixture.means[k]![j]! - truth.means[k]![j]!);
      expect(error).toBeLessThan((5 * deviation(j * 3)) / Math.sqrt(count));
    }
    for (const [e, value] of toDense(mixture.covariances[k]!).entries()) {
      const spread = deviation(e < 2 ? 0 : 3) * deviation(e % 2 === 0 ? 0 : 3);
      expect(Math.abs(value - sigma[e]!)).toBeLessThan((5 * Math.SQRT2 * spread) / Math.sqrt(count));
    }
  }
});
