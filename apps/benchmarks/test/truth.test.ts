import { describe, expect, it } from 'vitest';
import { cell, STRUCTURES } from '../src/cells.ts';
import { type Truth, truthOf } from '../src/data/truth.ts';

/** Entry (i, j) of L L^T. */
function covarianceOf(factor: Float64Array, d: number): number[][] {
  return Array.from({ length: d }, (_, i) =>
    Array.from({ length: d }, (_, j) =>
      Array.from({ length: d }, (_, l) => factor[i * d + l]! * factor[j * d + l]!).reduce((a, b) => a + b, 0),
    ),
  );
}

/** The x of A x = b by Gauss-Jordan elimination without pivots, which a positive definite A does not need. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  a.forEach((pivotRow, p) => {
    a.forEach((row, i) => {
      if (i === p) return;
      const factor = row[p]! / pivotRow[p]!;
      row.forEach((_, j) => {
        row[j]! -= factor * pivotRow[j]!;
      });
    });
  });
  return a.map((row, i) => row.at(-1)! / row[i]!);
}

/** K x K distances sqrt((mu_k - mu_j)^T Sigma_k^-1 (mu_k - mu_j)); NaN on the diagonal. */
function distancesOf({ means, factors }: Truth): number[][] {
  const d = means[0]!.length;
  return means.map((mean, k) =>
    means.map((other, j) => {
      if (j === k) return Number.NaN;
      const difference = Array.from(mean, (value, i) => value - other[i]!);
      const solved = solve(covarianceOf(factors[k]!, d), difference);
      return Math.sqrt(solved.reduce((sum, value, i) => sum + value * difference[i]!, 0));
    }),
  );
}

/** The distance of each component to the nearest other one, by the covariance of either that gives less. */
function nearest(truth: Truth): number[] {
  const distances = distancesOf(truth);
  return distances.map((row, k) =>
    Math.min(...row.flatMap((distance, j) => (j === k ? [] : [distance, distances[j]![k]!]))),
  );
}

describe.each(STRUCTURES)('the mixture that %s data are drawn from', (structure) => {
  it.each([cell(1, 1, 3), cell(1, 2, 4), cell(1, 8, 8)])(
    'is as far apart as its kind says ($columns columns)',
    (size) => {
      const separated = nearest(truthOf(size, structure, 'separated'));
      expect(Math.min(...separated)).toBeCloseTo(8, 10);
      const overlapping = nearest(truthOf(size, structure, 'overlapping')).sort((a, b) => a - b);
      expect(overlapping[Math.floor(size.components / 2)]).toBeCloseTo(2, 10);
      const cloud = nearest(truthOf(size, structure, 'one-cloud')).sort((a, b) => a - b);
      expect(cloud[Math.floor(size.components / 2)]).toBeCloseTo(0.1, 10);
    },
  );

  it.each([
    [cell(1, 1, 3), 1.5],
    [cell(1, 2, 4), 2],
    [cell(1, 64, 4), 1.5],
  ])('is even: no component is much farther from all others than another', (size, factor) => {
    const distances = nearest(truthOf(size, structure, 'overlapping'));
    expect(Math.max(...distances) / Math.min(...distances)).toBeLessThan(factor);
  });

  it('has covariances of its family', () => {
    const { factors } = truthOf(cell(1, 4, 3), structure, 'separated');
    const [first, second] = factors.map((factor) => covarianceOf(factor, 4));
    const isDiagonal = first!.every((row, i) => row.every((value, j) => i === j || value === 0));
    const isSpherical = isDiagonal && first!.every((row, i) => row[i] === first![0]![0]);
    expect(JSON.stringify(first) === JSON.stringify(second)).toBe(structure === 'tied');
    expect(isDiagonal).toBe(structure === 'diag' || structure === 'spherical');
    expect(isSpherical).toBe(structure === 'spherical');
  });

  it('has weights that sum to one, none of them small', () => {
    const { weights } = truthOf(cell(1, 2, 16), structure, 'separated');
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    expect(Math.min(...weights)).toBeGreaterThan(0.5 / 1.5 / 16);
  });
});
