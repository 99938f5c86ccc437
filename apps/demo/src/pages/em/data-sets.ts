import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, sample } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import faithfulText from '../../../assets/tables/faithful.csv?raw';

/** Data to fit to. */
export interface DataSet {
  readonly rows: Matrix;
  /** What the columns are. */
  readonly names: readonly string[];
  /** How wide components are where means are placed; the whole data's when absent. */
  readonly startVariance?: number;
}

/** A data set as the page offers it. */
interface OfferedData {
  readonly value: string;
  readonly label: string;
  /** Whether a seed draws it. */
  readonly drawn: boolean;
}

/** What there is on a line. */
export const lineData: readonly OfferedData[] = [
  { value: 'six', label: 'Six numbers', drawn: false },
  { value: 'two', label: 'Two groups that overlap', drawn: true },
  { value: 'three', label: 'Three groups', drawn: true },
  { value: 'nested', label: 'A narrow group in a wide one', drawn: true },
  { value: 'faithful', label: 'Old Faithful: lengths of eruptions', drawn: false },
  { value: 'own', label: 'Your own points', drawn: false },
];

/** What there is on a plane. */
export const planeData: readonly OfferedData[] = [
  { value: 'three', label: 'Three groups', drawn: true },
  { value: 'stretched', label: 'Two crossing bands', drawn: true },
  { value: 'overlap', label: 'Groups that overlap', drawn: true },
  { value: 'four', label: 'Four groups', drawn: true },
  { value: 'faithful', label: 'Old Faithful: length and wait', drawn: false },
  { value: 'own', label: 'Your own points', drawn: false },
];

/** A group to draw from: weight, mean and covariance, row by row. */
type Group = readonly [weight: number, mean: readonly number[], covariance: readonly number[]];

const groupsOnLine: Readonly<Record<string, readonly Group[]>> = {
  two: [
    [0.5, [2.2], [0.9]],
    [0.5, [5.2], [1.6]],
  ],
  three: [
    [0.35, [0], [0.4]],
    [0.4, [4], [0.7]],
    [0.25, [8], [0.3]],
  ],
  nested: [
    [0.6, [4], [6]],
    [0.4, [4.5], [0.12]],
  ],
};

const groupsOnPlane: Readonly<Record<string, readonly Group[]>> = {
  three: [
    [0.4, [2, 2], [0.8, 0.5, 0.5, 0.7]],
    [0.35, [6.5, 2.5], [0.7, -0.4, -0.4, 0.9]],
    [0.25, [4.2, 6], [1.4, 0, 0, 0.35]],
  ],
  stretched: [
    [0.5, [4.5, 4], [3.2, 2.6, 2.6, 2.4]],
    [0.5, [4.5, 4], [3.2, -2.6, -2.6, 2.4]],
  ],
  overlap: [
    [0.5, [3.6, 3.6], [2.2, 0.9, 0.9, 1.4]],
    [0.3, [5.8, 4.6], [0.5, -0.2, -0.2, 0.8]],
    [0.2, [4.6, 6], [0.3, 0.1, 0.1, 0.3]],
  ],
  four: [
    [0.25, [1.5, 2], [0.4, 0.1, 0.1, 0.3]],
    [0.25, [7, 2.2], [0.5, 0, 0, 0.5]],
    [0.25, [2, 6.5], [0.6, -0.2, -0.2, 0.4]],
    [0.25, [6.8, 6.4], [0.3, 0.1, 0.1, 0.6]],
  ],
};

/**
 * The data of a name.
 *
 * @param d  1 or 2 columns
 * @param points  what `own` stands for: numbers, or x and y by turns
 */
export function dataSet(
  name: string,
  { d, seed, points }: { d: 1 | 2; seed: number; points: readonly number[] },
): DataSet {
  const names = d === 1 ? ['x'] : ['x', 'y'];
  const groups = (d === 1 ? groupsOnLine : groupsOnPlane)[name];
  if (groups) return { rows: drawnFrom(groups, { d, seed }), names };
  if (name === 'faithful') {
    const labels = ['length of the eruption, minutes', 'wait for the next, minutes'];
    return { rows: faithful(d), names: labels.slice(0, d) };
  }
  if (name === 'six') return { rows: matrixOf([1, 1.5, 2, 5, 6, 6.5], 1), names, startVariance: 1 };
  return { rows: matrixOf(points, d), names };
}

function drawnFrom(groups: readonly Group[], { d, seed }: { d: 1 | 2; seed: number }): Matrix {
  const mixture = createMixture({
    weights: groups.map(([weight]) => weight),
    means: groups.map(([, mean]) => mean),
    covariances: groups.map(([, , covariance]) => covarianceFromDense(Float64Array.from(covariance), d)),
  });
  return sample(mixture, d === 1 ? 90 : 220, { seed }).rows;
}

function faithful(d: 1 | 2): Matrix {
  const rows = faithfulText
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, d).map(Number));
  return matrixOf(rows.flat(), d);
}

function matrixOf(values: readonly number[], columns: number): Matrix {
  return { data: Float64Array.from(values), rows: values.length / columns, columns };
}
