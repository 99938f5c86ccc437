import { expect, test } from 'vitest';
import { scatter, scatterBits } from '../../src/scenes/scatter.ts';

test('scattered values are spread evenly over [0, 1)', () => {
  // 10,000 values in 10 bins: chi-squared with 9 degrees of freedom is over 27.9 once in a thousand times.
  const bins = new Array<number>(10).fill(0);
  for (let a = 0; a < 100; a++) {
    for (let b = 0; b < 100; b++) bins[Math.floor(10 * scatter(3, a, b))]!++;
  }
  const chiSquared = bins.reduce((sum, found) => sum + (found - 1000) ** 2 / 1000, 0);
  expect(chiSquared).toBeLessThan(27.9);
});

test('a neighbor in either direction, and another seed, have other bits', () => {
  const bits = [scatterBits(1, 4, 9), scatterBits(1, 5, 9), scatterBits(1, 4, 10), scatterBits(2, 4, 9)];
  expect(new Set(bits).size).toBe(4);
});
