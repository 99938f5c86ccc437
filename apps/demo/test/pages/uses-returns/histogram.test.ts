import { createMixture, scoreSamples } from '@gaussmix/distributions';
import { expect, it } from 'vitest';
import { barsOf, outlineOf, partOf, placesAlong } from '../../../src/pages/uses-returns/histogram.ts';
import { clusteringOf, countBelow } from '../../../src/pages/uses-returns/tails.ts';

it('counts values in bars whose areas are shares', () => {
  const bars = barsOf(Float64Array.of(-0.5, 0, 0.4, 1.9, 7), [0, 2], 2);
  expect(bars).toEqual([
    { from: 0, to: 1, count: 2, density: 2 / 5 },
    { from: 1, to: 2, count: 1, density: 1 / 5 },
  ]);
});

it('draws a mixture as the sum of its parts', () => {
  const mixture = createMixture({
    weights: [0.25, 0.75],
    means: [[-1], [2]],
    covariances: [0.25, 4].map((variance) => ({ form: 'identity', dimension: 1, variance })),
  });
  const places = placesAlong([-5, 5], [-1, 2.0001, 9]);
  expect(places).toHaveLength(403);
  const parts = [0, 1].map((k) => partOf({ mixture, deviations: [0.5, 2] }, k, places));
  outlineOf(mixture, places).forEach(({ x, y }, i) => {
    expect(x).toBe(places[i]);
    expect(y).toBeCloseTo(parts[0][i].y + parts[1][i].y, 14);
    expect(Math.log(y)).toBeCloseTo(scoreSamples(mixture, [[x]])[0], 12);
  });
});

it('counts days below a loss, and wild days after wild days', () => {
  expect(countBelow(Float64Array.of(-3, -2.9, -4, 1), -3)).toBe(2);
  expect(clusteringOf([0.9, 0.8, 0.1, 0.2, 0.7])).toEqual({ overall: 0.6, afterWild: 0.5 });
  expect(clusteringOf([0.1, 0.2])).toEqual({ overall: 0, afterWild: Number.NaN });
});
