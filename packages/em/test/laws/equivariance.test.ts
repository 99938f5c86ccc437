import type { ClassicStructureName } from '@gaussmix/covariance';
import { toDense } from '@gaussmix/covariance';
import { describe, expect, test } from 'vitest';
import { type Fit, fitMixture, type InitialParameters } from '../../src/index.ts';
import { faithful } from '../support/csv.ts';
import { groupedRows } from '../support/random-data.ts';

/** An invertible map x -> shift + matrix x of the data. */
interface Move {
  readonly name: string;
  readonly shift: readonly number[];
  readonly matrix: readonly (readonly number[])[];
  readonly structures: readonly ClassicStructureName[];
  /** Relative error that the moved data themselves carry. */
  readonly rounding: number;
}

const all: readonly ClassicStructureName[] = ['full', 'tied', 'diag', 'spherical'];
const scaled = (a: number, b = a): number[][] => [
  [a, 0],
  [0, b],
];
const turned = (angle: number, scale = 1): number[][] => [
  [scale * Math.cos(angle), -scale * Math.sin(angle)],
  [scale * Math.sin(angle), scale * Math.cos(angle)],
];

// Data are multiples of 2^-20 below 64, so shifts by whole numbers up to 2^27 are exact: nothing may be lost. Products
// are rounded to 1e-16, which 20 iterations of a fit with covariances of condition 100 amplify to less than 1e-11.
const EXACT = 1e-11;

const moves: readonly Move[] = [
  {
    name: 'shifted by 1e8 standard deviations',
    shift: [1e8, -1e8],
    matrix: scaled(1),
    structures: all,
    rounding: EXACT,
  },
  ...[1e-100, 1e-12, 1e12, 1e100].map(
    (scale): Move => ({
      name: `scaled by ${scale}`,
      shift: [0, 0],
      matrix: scaled(scale),
      structures: all,
      rounding: EXACT,
    }),
  ),
  {
    name: 'with columns in units 1e-12 and 1e12',
    shift: [0, 0],
    matrix: scaled(1e-12, 1e12),
    structures: ['full', 'tied', 'diag'],
    rounding: EXACT,
  },
  {
    name: 'with columns in units 1e-100 and 1e100',
    shift: [0, 0],
    matrix: scaled(1e-100, 1e100),
    structures: ['full', 'tied', 'diag'],
    rounding: EXACT,
  },
  {
    name: 'turned by 30 degrees and scaled by 1000',
    shift: [0, 0],
    matrix: turned(Math.PI / 6, 1000),
    structures: ['full', 'tied', 'spherical'],
    rounding: EXACT,
  },
  {
    name: 'with columns exchanged',
    shift: [0, 0],
    matrix: [
      [0, 1],
      [1, 0],
    ],
    structures: all,
    rounding: EXACT,
  },
  {
    name: 'sheared until almost collinear',
    shift: [0, 0],
    matrix: [
      [1, 0],
      [1, 2 ** -20],
    ],
    structures: ['full', 'tied'],
    // The second column's own part is 2^-20 of it, so rounding to 2^-53 leaves 2^-33 of that part.
    rounding: 1e-8,
  },
];

const x = groupedRows({ rows: 150, columns: 2, groups: 3, separation: 3, seed: 11 });
const startRows = [0, 1, 2];

describe.each(moves)('data $name', ({ shift, matrix, structures, rounding }) => {
  test.each(structures)('are fitted by covariance %s in the same way', (covariance) => {
    const fit = fitFrom(x, covariance, scaled(1));
    const moved = x.map((row) => add(shift, multiply(matrix, row)));
    const movedFit = fitFrom(moved, covariance, matrix);
    expectClose(movedFit.mixture.weights, fit.mixture.weights, rounding);
    for (const [k, mean] of fit.mixture.means.entries()) {
      // Compared in the moved data's own spread, which is what 1e8 standard deviations away leaves of a mean.
      const expected = add(shift, multiply(matrix, mean));
      const spread = toDense(movedFit.mixture.covariances[k]!);
      for (const [j, value] of movedFit.mixture.means[k]!.entries()) {
        const error = Math.abs(value - expected[j]!) - Math.abs(expected[j]!) * 2 ** -51;
        expect(error / Math.sqrt(spread[j * 2 + j]!)).toBeLessThan(rounding * 10);
      }
      const sigma = movedCovariance(toDense(fit.mixture.covariances[k]!), matrix);
      for (const [e, value] of toDense(movedFit.mixture.covariances[k]!).entries()) {
        const scale = Math.sqrt(sigma[e < 2 ? 0 : 3]!) * Math.sqrt(sigma[e % 2 === 0 ? 0 : 3]!);
        expect(Math.abs(value - sigma[e]!) / scale).toBeLessThan(rounding * 10);
      }
    }
    const determinant = logAbsDeterminant(matrix);
    const gained = movedFit.logLikelihood + x.length * determinant;
    expect(Math.abs(gained - fit.logLikelihood)).toBeLessThan(
      rounding * 10 * x.length * (1 + Math.abs(determinant)),
    );
  });
});

test.each(all)('rows in another order give the same fit, covariance %s', (covariance) => {
  const data = faithful();
  const initial = { means: [data[0]!, data[271]!] };
  const options = { components: 2, covariance, initial, tolerance: 0, maxIterations: 20 };
  const fit = fitMixture(data, options);
  const reversed = fitMixture([...data].reverse(), options);
  expectClose(reversed.mixture.weights, fit.mixture.weights, EXACT);
  for (const k of [0, 1]) {
    expectClose(reversed.mixture.means[k]!, fit.mixture.means[k]!, EXACT);
    expectClose(toDense(reversed.mixture.covariances[k]!), toDense(fit.mixture.covariances[k]!), EXACT);
  }
});

test('defaults find the same optimum of data in any units and far from zero', () => {
  const data = faithful();
  const fit = fitMixture(data, { components: 2 });
  const moved = fitMixture(
    data.map(([a, b]) => [a! * 2 ** -40 + 2 ** -20, b! * 2 ** 40 + 2 ** 60]),
    { components: 2 },
  );
  expectClose(moved.mixture.weights, fit.mixture.weights, 1e-6);
});

function fitFrom(data: number[][], covariance: ClassicStructureName, matrix: Move['matrix']): Fit {
  const start = movedCovariance(Float64Array.of(4, 0, 0, 4), matrix);
  const sigma = [
    [start[0]!, start[1]!],
    [start[2]!, start[3]!],
  ];
  const initial: InitialParameters = {
    means: startRows.map((i) => data[i]!),
    covariances: startRows.map(() => sigma),
  };
  return fitMixture(data, { components: 3, covariance, initial, tolerance: 0, maxIterations: 20 });
}

function multiply(matrix: Move['matrix'], v: ArrayLike<number>): number[] {
  return matrix.map((row) => row[0]! * v[0]! + row[1]! * v[1]!);
}

function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, j) => value + b[j]!);
}

/** A Sigma A^T. */
function movedCovariance(sigma: Float64Array, matrix: Move['matrix']): number[] {
  const entry = (i: number, j: number): number => {
    let sum = 0;
    for (const p of [0, 1])
      for (const q of [0, 1]) sum += matrix[i]![p]! * (sigma[p * 2 + q]! * matrix[j]![q]!);
    return sum;
  };
  return [entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1)];
}

function logAbsDeterminant(matrix: Move['matrix']): number {
  const [[a, b], [c, d]] = matrix as [[number, number], [number, number]];
  return b === 0 && c === 0 ? Math.log(a) + Math.log(d) : Math.log(Math.abs(a * d - b * c));
}

function expectClose(got: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(got[i]! - expected[i]!)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(expected[i]!)),
    );
  }
}
