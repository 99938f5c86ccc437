import { describe, expect, test } from 'vitest';
import { principalComponents } from '../src/principal-components.ts';
import { readReference } from './read-reference.ts';

describe('By hand', () => {
  // 10 (0.6, 0.8) and 5 (-0.8, 0.6) to either side of (10, 20).
  const cross = { data: Float64Array.of(16, 28, 4, 12, 6, 23, 14, 17), rows: 4, columns: 2 };
  const { mean, axes, variances } = principalComponents(cross);

  test('the mean is that of the columns', () => {
    expect(mean).toEqual(Float64Array.of(10, 20));
  });

  test('the variances are sums of squares over n, largest first', () => {
    for (const [j, expected] of [50, 12.5].entries()) expect(variances[j]).toBeCloseTo(expected, 13);
  });

  test('the axes are rows of unit length whose entry of largest size is positive', () => {
    expect([axes.rows, axes.columns]).toEqual([2, 2]);
    for (const [at, expected] of [0.6, 0.8, 0.8, -0.6].entries())
      expect(axes.data[at]).toBeCloseTo(expected, 15);
  });
});

test('Rows on a line have no variance across it, and none below zero.', () => {
  const rows = 20;
  const data = Float64Array.from(
    { length: rows * 3 },
    (_, at) => (Math.floor(at / 3) + 0.1) * [1, 0.3, -0.7][at % 3]!,
  );
  const { variances } = principalComponents({ data, rows, columns: 3 });
  expect(variances[0]).toBeCloseTo((1 + 0.09 + 0.49) * ((rows * rows - 1) / 12), 12);
  for (const none of variances.subarray(1)) {
    expect(none).toBeGreaterThanOrEqual(0);
    expect(none).toBeLessThan(1e-13);
  }
});

test('One row has no variance along any axis.', () => {
  const { mean, variances } = principalComponents({ data: Float64Array.of(3, 4), rows: 1, columns: 2 });
  expect(mean).toEqual(Float64Array.of(3, 4));
  expect(variances).toEqual(Float64Array.of(0, 0));
});

test('Iris has the axes and variances that scikit-learn finds.', () => {
  const reference = readReference<{
    rows: number[][];
    mean: number[];
    axes: number[][];
    variances: number[];
  }>('iris-components.json');
  const n = reference.rows.length;
  const x = { data: Float64Array.from(reference.rows.flat()), rows: n, columns: 4 };
  const { mean, axes, variances } = principalComponents(x);
  // A singular value decomposition there, eigenvalues of a covariance here: variances differ by rounding of the largest,
  // axes by that over the gaps between the variances (0.05 of 4.2 at the least).
  const rounding = 1e-14;
  for (const [j, expected] of reference.mean.entries()) {
    expect(Math.abs(mean[j]! - expected)).toBeLessThan(rounding * expected);
  }
  for (const [i, expected] of reference.variances.entries()) {
    expect(Math.abs(variances[i]! - (expected * (n - 1)) / n)).toBeLessThan(
      rounding * reference.variances[0]!,
    );
  }
  for (const [i, axis] of reference.axes.entries()) {
    const largest = axis.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) ? entry : most), 0);
    for (const [j, entry] of axis.entries()) {
      const expected = entry * Math.sign(largest);
      expect(Math.abs(axes.data[i * 4 + j]! - expected)).toBeLessThan((rounding * 4.2) / 0.05);
    }
  }
});
