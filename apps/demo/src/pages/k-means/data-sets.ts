import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, sample } from '@gaussmix/distributions';
import { sincos } from '@gaussmix/kernels';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import { createRandom, type Random } from '@gaussmix/random';

/** Points whose groups are known, because they were made so. */
export interface GroupedPoints {
  readonly rows: Matrix;
  /** The group that made each point, counted from 0. */
  readonly groups: Int32Array;
}

/** A kind of data that the page can make. */
export interface DataSet {
  readonly label: string;
  /** How many groups make it. */
  readonly groups: number;
  make(n: number, seed: number): GroupedPoints;
}

/** One group of a mixture: how often, where, and its covariance by xx, xy, yy. */
interface Group {
  readonly weight: number;
  readonly mean: readonly [number, number];
  readonly spread: readonly [number, number, number];
}

const pi = Math.PI;

/** What there is to choose from; all of it fits into {@link shown}. */
export const dataSets = {
  stretched: {
    label: 'Stretched',
    groups: 3,
    make: fromGroups([
      { weight: 1 / 3, mean: [-0.74, 1.07], spread: [1.9, 1.25, 0.95] },
      { weight: 1 / 3, mean: [0, 0], spread: [1.9, 1.25, 0.95] },
      { weight: 1 / 3, mean: [0.74, -1.07], spread: [1.9, 1.25, 0.95] },
    ]),
  },
  unequal: {
    label: 'Unequal sizes',
    groups: 3,
    make: fromGroups([
      { weight: 0.8, mean: [-1.3, 0], spread: [1.6, 0, 1.6] },
      { weight: 0.1, mean: [3.4, 1.5], spread: [0.06, 0, 0.06] },
      { weight: 0.1, mean: [3.4, -1.5], spread: [0.06, 0, 0.06] },
    ]),
  },
  overlapping: {
    label: 'Overlapping',
    groups: 3,
    make: fromGroups([
      { weight: 0.4, mean: [-1.5, 0.8], spread: [1, 0, 1] },
      { weight: 0.35, mean: [1.5, 0.8], spread: [1, 0, 1] },
      { weight: 0.25, mean: [0, -1.6], spread: [1, 0, 0.6] },
    ]),
  },
  moons: { label: 'Moons', groups: 2, make: fromCurves(moon, 0.14) },
  rings: { label: 'Rings', groups: 2, make: fromCurves(ring, 0.14) },
} satisfies Record<string, DataSet>;

/** Its name. */
export type DataName = keyof typeof dataSets;

/** Every name, in order. */
export const dataNames: readonly DataName[] = Object.keys(dataSets) as DataName[];

/** Groups that no bell curve has the shape of. */
export function isCurved(name: DataName): boolean {
  return name === 'moons' || name === 'rings';
}

/** What is shown of the plane. */
export const shown = { x: [-5.95, 5.95], y: [-4.25, 4.25] } as const;

function fromGroups(groups: readonly Group[]): DataSet['make'] {
  const mixture = createMixture({
    weights: groups.map(({ weight }) => weight),
    means: groups.map(({ mean }) => mean),
    covariances: groups.map(({ spread: [xx, xy, yy] }) =>
      covarianceFromDense(Float64Array.of(xx, xy, xy, yy), 2),
    ),
  });
  return (n, seed) => {
    const { rows, labels } = sample(mixture, n, { seed });
    return { rows, groups: labels };
  };
}

/** Points along two curves, each as often as the other, off them by so many units. */
function fromCurves(
  placeOf: (group: number, random: Random) => [number, number],
  off: number,
): DataSet['make'] {
  return (n, seed) => {
    const random = createRandom(seed);
    const rows = createMatrix(n, 2);
    const groups = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      groups[i] = random.integer(2);
      const [x, y] = placeOf(groups[i], random);
      rows.data[2 * i] = x + off * random.normal();
      rows.data[2 * i + 1] = y + off * random.normal();
    }
    return { rows, groups };
  };
}

/** Half a circle of radius 2.8, one opening down, the other up, their ends in each other. */
function moon(group: number, random: Random): [number, number] {
  const { sin, cos } = sincos(pi * random.uniform());
  const way = group === 0 ? 1 : -1;
  return [2.8 * way * cos - 1.4 * way, 2.8 * way * sin - 0.7 * way];
}

/** A circle of radius 1.6 or 3.2 about the same center. */
function ring(group: number, random: Random): [number, number] {
  const { sin, cos } = sincos(2 * pi * random.uniform());
  const radius = group === 0 ? 1.6 : 3.2;
  return [radius * cos, radius * sin];
}
