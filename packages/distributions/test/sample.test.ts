import { type Covariance, covarianceFromDense, toDense } from '@gaussmix/covariance';
import { describe, expect, it } from 'vitest';
import { createMixture, type Mixture, sample, sampleMultivariateNormal, scoreSamples } from '../src/index.ts';
import { LINE, PLANE } from './mixtures.ts';
import { expectError } from './raises.ts';

/** How many standard errors a moment may be off; of a thousand such tests none should fail. */
const STANDARD_ERRORS = 5;
const ROWS = 20_000;

const threeForms: Mixture = createMixture({
  weights: [0.2, 0.3, 0.5],
  means: [
    [0, 0, 0],
    [10, -3, 2],
    [-5, 8, 1],
  ],
  covariances: [
    { form: 'identity', dimension: 3, variance: 0.25 },
    { form: 'diagonal', variances: Float64Array.of(1, 4, 0.01) },
    covarianceFromDense(Float64Array.of(2, 1, 0.5, 1, 3, -1, 0.5, -1, 1), 3),
  ],
});

describe('sample', () => {
  it('draws the same bits for the same seed, and others for another', () => {
    expect(sample(PLANE, 100, { seed: 7 })).toEqual(sample(PLANE, 100, { seed: 7 }));
    expect(sample(PLANE, 100, { seed: 'seven' })).toEqual(sample(PLANE, 100, { seed: 'seven' }));
    expect(sample(PLANE, 100, { seed: 7 }).rows).not.toEqual(sample(PLANE, 100, { seed: 8 }).rows);
    expect(sample(PLANE, 100)).toEqual(sample(PLANE, 100, { seed: 0 }));
  });

  it('draws n rows of d numbers with n labels', () => {
    const { rows, labels } = sample(PLANE, 5, { seed: 1 });
    expect([rows.rows, rows.columns, rows.data.length, labels.length]).toEqual([5, 2, 10, 5]);
    expect(labels).toBeInstanceOf(Int32Array);
    expect(sample(LINE, 1).rows.rows).toBe(1);
  });

  it('draws fewer rows as the beginning of more', () => {
    const [few, many] = [sample(PLANE, 10, { seed: 4 }), sample(PLANE, 30, { seed: 4 })];
    expect([...few.rows.data]).toEqual([...many.rows.data.slice(0, 20)]);
    expect([...few.labels]).toEqual([...many.labels.slice(0, 10)]);
  });

  it('draws components in proportion to their weights, and none of weight 0', () => {
    const mixture: Mixture = { ...threeForms, weights: Float64Array.of(0.125, 0, 0.875) };
    const { labels } = sample(mixture, ROWS, { seed: 11 });
    for (const [k, weight] of mixture.weights.entries()) {
      const share = labels.filter((label) => label === k).length / ROWS;
      const standardError = Math.sqrt((weight * (1 - weight)) / ROWS);
      expect(Math.abs(share - weight)).toBeLessThanOrEqual(STANDARD_ERRORS * standardError);
    }
  });

  it('mixes its rows: labels are not sorted, neighbors not alike', () => {
    const { labels } = sample(LINE, ROWS, { seed: 5 });
    const changes = labels.filter((label, i) => i > 0 && label !== labels[i - 1]).length;
    expect(Math.abs(changes / ROWS - 0.5)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(0.25 / ROWS));
  });

  it.each([0, 1, 2])('gives component %i its mean and covariance', (k) => {
    expectMoments(threeForms, { k, unit: 1, seed: 20 });
  });

  it.each([1e-150, 1e150])('gives every component its moments in units of %d', (unit) => {
    const mixture = inUnits(threeForms, unit);
    for (const k of [0, 1, 2]) expectMoments(mixture, { k, unit, seed: 30 });
  });

  it('draws around an origin of 1e9', () => {
    const far = createMixture({
      ...threeForms,
      means: moved(threeForms.means, 1e9),
      origin: [1e9, 1e9, 1e9],
    });
    for (const k of [0, 1, 2]) expectMoments(far, { k, unit: 1, seed: 40 });
  });

  it('rounds once at 1e9: to the origin plus what is drawn around zero', () => {
    const offsets = threeForms.means;
    const far = createMixture({
      ...threeForms,
      means: moved(offsets, 1e9),
      origin: [1e9, 1e9, 1e9],
      offsets,
    });
    const near = sample(threeForms, 100, { seed: 41 }).rows.data;
    expect(sample(far, 100, { seed: 41 }).rows.data).toEqual(near.map((value) => 1e9 + value));
  });

  it('has the mean log-density that theory gives: minus the entropy', () => {
    const normal = createMixture({
      weights: [1],
      means: [[1, 2, 3]],
      covariances: [threeForms.covariances[2]!],
    });
    const logDensities = scoreSamples(normal, sample(normal, ROWS, { seed: 6 }).rows);
    const mean = logDensities.reduce((sum, value) => sum + value, 0) / ROWS;
    // |Sigma| = 2 (3 - 1) - 1 (1 + 0.5) + 0.5 (-1 - 1.5) = 1.25; a squared distance has variance 2 d.
    const entropy = 0.5 * (3 * (1 + Math.log(2 * Math.PI)) + Math.log(1.25));
    expect(Math.abs(mean + entropy)).toBeLessThan(STANDARD_ERRORS * Math.sqrt((2 * 3) / 4 / ROWS));
  });

  it.each([0, -3, 1.5, NaN, Infinity])('refuses to draw %d rows', (n) => {
    expectError(() => sample(PLANE, n), 'count', `sample: n must be a whole number, at least 1, got ${n}.`);
  });
});

describe('sampleMultivariateNormal', () => {
  it('draws what a mixture of one component draws', () => {
    const covariance: Covariance = { form: 'diagonal', variances: Float64Array.of(4, 9) };
    const one = createMixture({ weights: [1], means: [[1, 2]], covariances: [covariance] });
    expect(sampleMultivariateNormal({ mean: [1, 2], covariance }, 9, { seed: 3 })).toEqual(
      sample(one, 9, { seed: 3 }).rows,
    );
  });
});

/** Mean and covariance of the rows of component k, each entry within five standard errors, in units of `unit`. */
function expectMoments(mixture: Mixture, { k, unit, seed }: { k: number; unit: number; seed: number }): void {
  const d = mixture.dimension;
  const { rows, labels } = sample(mixture, ROWS, { seed });
  const deviations: number[][] = [];
  for (const [i, label] of labels.entries()) {
    if (label !== k) continue;
    const row = rows.data.subarray(i * d, (i + 1) * d);
    deviations.push(Array.from(row, (value, j) => (value - mixture.means[k]![j]!) / unit));
  }
  const n = deviations.length;
  const mean = (of: (row: number[]) => number): number =>
    deviations.reduce((sum, row) => sum + of(row), 0) / n;
  const sigma = toDense(mixture.covariances[k]!).map((entry) => entry / unit / unit);
  for (let p = 0; p < d; p++) {
    const variance = sigma[p * d + p]!;
    expect(Math.abs(mean((row) => row[p]!))).toBeLessThan(STANDARD_ERRORS * Math.sqrt(variance / n));
    for (let q = 0; q <= p; q++) {
      const covariance = sigma[p * d + q]!;
      // Wishart: a product has variance Sigma_pp Sigma_qq + Sigma_pq^2.
      const spread = Math.sqrt((variance * sigma[q * d + q]! + covariance * covariance) / n);
      expect(Math.abs(mean((row) => row[p]! * row[q]!) - covariance)).toBeLessThan(STANDARD_ERRORS * spread);
    }
  }
}

function inUnits(mixture: Mixture, unit: number): Mixture {
  return createMixture({
    weights: mixture.weights,
    means: mixture.means.map((mean) => mean.map((value) => value * unit)),
    covariances: mixture.covariances.map((covariance) => {
      if (covariance.form === 'identity')
        return { ...covariance, variance: covariance.variance * unit * unit };
      if (covariance.form === 'dense')
        return { ...covariance, factor: covariance.factor.map((entry) => entry * unit) };
      if (covariance.form === 'low-rank') throw new Error('no such covariance in these mixtures');
      return { ...covariance, variances: covariance.variances.map((variance) => variance * unit * unit) };
    }),
  });
}

function moved(means: readonly Float64Array[], by: number): Float64Array[] {
  return means.map((mean) => mean.map((value) => value + by));
}
