import { type StandardizeTransform, standardize } from '@gaussmix/data';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { kmeans, nearestCenters } from '@gaussmix/kmeans';
import { createMatrix, type Matrix, takeRows } from '@gaussmix/linalg';
import { customers } from './customers.ts';

/** What is learned from the customers: a mixture of two, and what k-means says. Premium comes first. Plain data. */
export interface Study {
  /** n x 2 */
  readonly rows: Matrix;
  readonly mixture: Mixture;
  readonly clusters: Clusters;
}

/** Two clusters by k-means, in columns that count alike. */
export interface Clusters {
  readonly scaling: StandardizeTransform;
  /** 2 x 2, standardized */
  readonly centers: Matrix;
}

/** Fits both to the customers of a seed. The premium group is the one with the larger mean basket. */
export function study(seed: number): Study {
  const rows = customers(seed);
  const { mixture } = fitMixture(rows, { components: 2, seed });
  const scaling = standardize.fit(rows);
  const { centers } = kmeans(standardize.apply(scaling, rows), { clusters: 2, seed });
  return {
    rows,
    mixture: mixture.means[0][1] >= mixture.means[1][1] ? mixture : turned(mixture),
    clusters: {
      scaling,
      centers: centers.data[1] >= centers.data[3] ? centers : takeRows(centers, [1, 0]),
    },
  };
}

/** The same mixture with its two components in the other order. */
function turned({ weights, means, covariances, origin, offsets }: Mixture): Mixture {
  return createMixture({
    weights: Array.from(weights).reverse(),
    means: means.toReversed(),
    covariances: covariances.toReversed(),
    origin,
    offsets: offsets.toReversed(),
  });
}

/** Which of the rows k-means calls premium. */
export function premiumByKMeans({ scaling, centers }: Clusters, rows: Matrix): boolean[] {
  return Array.from(nearestCenters(standardize.apply(scaling, rows), centers), (label) => label === 0);
}

/** One customer as a matrix of one row. */
export function oneRow(visits: number, basket: number): Matrix {
  const row = createMatrix(1, 2);
  row.data.set([visits, basket]);
  return row;
}

/**
 * Where k-means changes its mind: the points as far from one center as from the other.
 *
 *   2 (c_1 - c_2)^T z = |c_1|^2 - |c_2|^2,   z_j = (x_j - mean_j) / scale_j
 *
 * @param across  the visits at which it begins and ends
 * @returns two points, by turns visits and basket
 */
export function borderOf({ scaling, centers }: Clusters, across: readonly [number, number]): number[] {
  const [a, b, c, d] = centers.data;
  const [slopeX, slopeY] = [2 * (a - c), 2 * (b - d)];
  const level = a * a + b * b - c * c - d * d;
  return across.flatMap((x) => {
    const z = (x - scaling.means[0]) / scaling.scales[0];
    return [x, scaling.means[1] + (scaling.scales[1] * (level - slopeX * z)) / slopeY];
  });
}
