import { Worker } from 'node:worker_threads';
import { covarianceFromDense } from '@gaussmix/covariance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMixture,
  type Mixture,
  mahalanobis,
  predict,
  predictProba,
  sample,
  scoreSamples,
} from '../src/index.ts';
import { mixtures } from './mixtures.ts';

const dense = covarianceFromDense(Float64Array.of(2, 0.3, 0.3, 1), 2);
const shared: Mixture = createMixture({
  weights: [0.2, 0.8],
  means: [
    [1e9, 2],
    [1e9 + 5, 7],
  ],
  origin: [1e9, 0],
  covariances: [dense, dense],
});
const x = sample(shared, 50, { seed: 3 }).rows;

describe('A mixture is plain data', () => {
  it('scores the same bits after structuredClone', () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const clone = structuredClone(mixture);
        const { rows } = sample(mixture, 5, { seed: 1 });
        expect(scoreSamples(clone, rows)).toEqual(scoreSamples(mixture, rows));
        expect(predictProba(clone, rows)).toEqual(predictProba(mixture, rows));
        expect(mahalanobis(clone, rows)).toEqual(mahalanobis(mixture, rows));
        expect(sample(clone, 5, { seed: 2 })).toEqual(sample(mixture, 5, { seed: 2 }));
      }),
    );
  });

  it('keeps a shared covariance one object through structuredClone', () => {
    const { covariances } = structuredClone(shared);
    expect(covariances[1]).toBe(covariances[0]);
  });

  it('predicts the same bits in a worker that it was posted to', async () => {
    const worker = new Worker(new URL('./predict-worker.mjs', import.meta.url));
    try {
      const answer = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      worker.postMessage({ mixture: shared, x });
      expect(await answer).toEqual({
        labels: predict(shared, x),
        posteriors: predictProba(shared, x),
        logDensities: scoreSamples(shared, x),
      });
    } finally {
      await worker.terminate();
    }
  });
});
