import { createMixture } from '@gaussmix/distributions';
import { describe, expect, test } from 'vitest';
import { companionOf } from '../../../src/pages/em/companion-of.ts';
import { dataSet } from '../../../src/pages/em/data-sets.ts';
import { densityLines } from '../../../src/pages/em/density-lines.ts';
import { posteriorNumbers, updateNumbers } from '../../../src/pages/em/numbers-of-steps.ts';
import { snap } from '../../../src/pages/em/snap.ts';
import { startMixture } from '../../../src/pages/em/start-mixture.ts';
import { structureNamed } from '../../../src/pages/em/structure-named.ts';
import { viewBox, withinBox } from '../../../src/pages/em/view-box.ts';
import { written } from '../../../src/pages/em/written.ts';

const standard = { form: 'identity', dimension: 1, variance: 1 } as const;
const two = createMixture({ weights: [0.25, 0.75], means: [[0], [2]], covariances: [standard, standard] });

test('the posterior in the middle of two equal bells is their weights', () => {
  const { densities, total, posteriors } = posteriorNumbers(two, [1]);
  // e^(-1/2) / sqrt(2 pi)
  for (const density of [...densities, total]) expect(density).toBeCloseTo(0.24197072451914337, 15);
  expect(posteriors[0]).toBeCloseTo(0.25, 15);
});

describe('the update of a component', () => {
  const points = { data: Float64Array.of(0, 0, 4, 0, 0, 4), rows: 3, columns: 2 };

  test('counts every point by its responsibility', () => {
    const shares = { data: Float64Array.of(0.5, 0.5, 0.5, 0.5, 1, 0), rows: 3, columns: 2 };
    const update = updateNumbers(points, shares, 0)!;
    expect(update.count).toBeCloseTo(2, 14);
    expect(update.weight).toBeCloseTo(2 / 3, 14);
    [2, 4].forEach((sum, j) => {
      expect(update.sums[j]).toBeCloseTo(sum, 13);
    });
    // The second component has but two points, and no scatter: the package refuses the whole, so none is shown.
    expect(update.scatter).toBeUndefined();
    // Shares 2, 2 and 1 fifths of x = 0, 4, 0: mean 8/5, variance 32/5 - 64/25.
    const spread = { data: Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.75, 0.25), rows: 3, columns: 2 };
    expect(updateNumbers(points, spread, 1)!.scatter![0]).toBeCloseTo(3.84, 12);
  });

  test('of one without points is none', () => {
    const shares = { data: Float64Array.of(1, 0, 1, 0, 1, 0), rows: 3, columns: 2 };
    expect(updateNumbers(points, shares, 1)).toBeUndefined();
  });
});

test('the curves of the components sum to that of the mixture, and peak at means between the places', () => {
  const narrow = createMixture({
    weights: [0.5, 0.5],
    means: [[0.12345], [0.8]],
    covariances: [{ ...standard, variance: 1e-8 }, standard],
  });
  const lines = densityLines(narrow, [0, 1]);
  // 0.5 / (1e-4 sqrt(2 pi)), and a little of the other.
  expect(lines.highest).toBeGreaterThan(1994.7);
  lines.sum.forEach(({ y }, i) => {
    expect(y).toBe(lines.weighted[0][i].y + lines.weighted[1][i].y);
  });
});

test('the gradient and hard EM begin where EM begins; the gradient never falls', () => {
  const data = dataSet('three', { d: 2, seed: 2, points: [] });
  const covariance = structureNamed('VVV', { d: 2, deviation: 1 });
  const model = { rows: data.rows, covariance, assignment: 'soft', regularization: 0 } as const;
  const choice = { components: 3, seed: 2, means: [], covariance, regularization: 0 } as const;
  const start = startMixture(data, { ...choice, start: 'spread' });
  const gradient = companionOf('gradient', model, start).upTo(20);
  expect(gradient.length).toBe(21);
  for (let i = 1; i < gradient.length; i++)
    expect(gradient[i].logLikelihood).toBeGreaterThanOrEqual(gradient[i - 1].logLikelihood);
  const hard = companionOf('other', model, start).upTo(3);
  expect(hard[0].logLikelihood).toBeCloseTo(gradient[0].logLikelihood, 8);
  for (const [k, mean] of start.means.entries()) {
    expect(hard[0].mixture.means[k][0]).toBeCloseTo(mean[0], 12);
    expect(gradient[0].mixture.means[k][0]).toBeCloseTo(mean[0], 12);
  }
});

test('points drawn by hand are shown on ten by eight units until one lies outside', () => {
  const own = (points: number[]) => viewBox(dataSet('own', { d: 2, seed: 1, points }).rows, true);
  expect(own([])).toEqual({ x: [0, 10], y: [0, 8] });
  expect(own([1, 1, 9, 7])).toEqual({ x: [0, 10], y: [0, 8] });
  const { x } = own([0, 1, 20, 7]);
  expect(x[0]).toBeLessThan(0);
  expect(x[1]).toBeGreaterThan(20);
});

test('a point beyond the picture is drawn at its edge', () => {
  const box = { x: [0, 10], y: [0, 8] } as const;
  expect(withinBox([4.2, 3.6], box)).toEqual([4.2, 3.6]);
  expect(withinBox([-1, 60], box)).toEqual([0, 8]);
});

test('a click near a point means the point', () => {
  const { rows } = dataSet('six', { d: 1, seed: 1, points: [] });
  const box = { x: [0, 10], y: [0, 8] } as const;
  expect(snap([5.15], rows, box)).toEqual([5]);
  expect(snap([5.4], rows, box)).toEqual([5.4]);
});

test('numbers are written with three digits, or a power of ten', () => {
  expect([0, 1.5, -0.25, 123.456, 8.27e-7, -3.4e-12, 250_000, Number.NaN, undefined].map(written)).toEqual([
    ...['0.000', '1.500', '-0.250', '123.46', '8.3×10⁻⁷', '-3.4×10⁻¹²', '2.5×10⁵', '–', '–'],
  ]);
});
