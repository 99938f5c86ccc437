import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cumulative, normalQuantile } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { fitReturns } from '../../../src/pages/uses-returns/fit-returns.ts';
import { returnsOf, shuffledOrder, withoutIdle } from '../../../src/pages/uses-returns/returns.ts';
import {
  clusteringOf,
  countBelow,
  expectedBelow,
  pastValueAtRisk,
  valueAtRisk,
} from '../../../src/pages/uses-returns/tails.ts';

const file = join(import.meta.dirname, '../../../assets/returns/dax-returns.csv');
const returns = returnsOf(readFileSync(file, 'utf8'));
const n = returns.values.length;
const fitted = (components: number, values = returns.values) => fitReturns({ values, components, seed: 1 });

describe('the returns', () => {
  it('are 1,859, and stand still on 73 days', () => {
    expect([n, returns.years.length, withoutIdle(returns).values.length]).toEqual([1859, 1859, 1859 - 73]);
    expect([returns.years[0], returns.values[0]]).toEqual([1991.5, -0.9327]);
  });

  it('are all there in a random order, the same for a seed', () => {
    const order = shuffledOrder(n, 4);
    expect(order).toEqual(shuffledOrder(n, 4));
    expect(order).not.toEqual(shuffledOrder(n, 5));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
  });
});

describe('one normal', () => {
  it('has the mean and the standard deviation of the days, and the quantiles of a normal', () => {
    const { mixture, deviations, quantiles } = fitted(1);
    const mean = returns.values.reduce((sum, value) => sum + value, 0) / n;
    const variance = returns.values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    expect(mixture.means[0][0]).toBeCloseTo(mean, 12);
    expect(deviations[0]).toBeCloseTo(Math.sqrt(variance), 12);
    expect(quantiles[0]).toBeCloseTo(normalQuantile(0.5 / n, { mean, variance }), 10);
    expect(quantiles[n - 1]).toBeCloseTo(normalQuantile((n - 0.5) / n, { mean, variance }), 10);
  });

  it('expects a loss of 5 % once in over two million days, which came on 3', () => {
    expect(n / expectedBelow(fitted(1).mixture, -5, n)).toBeGreaterThan(2e6);
    expect(countBelow(returns.values, -5)).toBe(3);
  });
});

describe('a mixture of two', () => {
  const fit = fitted(2);

  it('has calm days first, of nearly the same mean and half the width of the wild', () => {
    expect(fit.deviations.map((deviation) => deviation.toFixed(2))).toEqual(['0.74', '1.77']);
    expect(Array.from(fit.mixture.weights, (weight) => weight.toFixed(2))).toEqual(['0.81', '0.19']);
    expect(Math.abs(fit.mixture.means[0][0] - fit.mixture.means[1][0])).toBeLessThan(0.2);
  });

  it('has quantiles that its cumulative probability leads back', () => {
    const back = cumulative(fit.mixture, fit.quantiles.subarray(0, 20));
    back.forEach((probability, i) => {
      expect(probability).toBeCloseTo((i + 0.5) / n, 12);
    });
  });

  it('is nearer to the 1 % value at risk of the days than one normal', () => {
    const past = pastValueAtRisk(returns.values, 0.01);
    expect(past).toBeCloseTo(2.775, 3);
    expect(Math.abs(valueAtRisk(fit.mixture, 0.01) - past)).toBeLessThan(
      Math.abs(valueAtRisk(fitted(1).mixture, 0.01) - past),
    );
  });

  it('shows wild days in clusters, which a random order does not have', () => {
    const { overall, afterWild } = clusteringOf(fit.wild);
    expect(afterWild).toBeGreaterThan(1.8 * overall);
    const shuffled = clusteringOf(shuffledOrder(n, 1).map((i) => fit.wild[i]));
    expect(shuffled.overall).toBe(overall);
    expect(shuffled.afterWild).toBeLessThan(1.3 * overall);
  });
});

describe('a mixture of four', () => {
  it('collapses onto the days that stood still, and does not without them', { timeout: 120_000 }, () => {
    expect(fitted(4).collapsed).toBe(true);
    expect(fitted(4, withoutIdle(returns).values).collapsed).toBe(false);
  });
});
