import { applyMapInto, type Covariance, invertMap, mapCovariance } from '@gaussmix/covariance';
import { kmeansPlusPlus } from '@gaussmix/kmeans';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import { mixtureAtRows } from './random-from-data.ts';
import type { Start, StartContext } from './start-context.ts';

/** Means at K rows drawn by k-means++, equal weights, and balls of the data's size where distances are measured. */
export const fromSeeds: Start = (context) => {
  const { rows, components, distanceMap, unitVariance, seed, kernels } = context;
  const random = createUniformRandom(seed);
  const drawn = kmeansPlusPlus(rowsForDistances(context), { clusters: components, random, kernels });
  const ball: Covariance = { form: 'identity', dimension: rows.columns, variance: unitVariance };
  const covariance = distanceMap ? mapCovariance(ball, invertMap(distanceMap)) : ball;
  return mixtureAtRows(
    rows,
    drawn,
    Array.from(drawn, () => covariance),
  );
};

function rowsForDistances({ rows, distanceMap }: StartContext): Matrix {
  if (!distanceMap) return rows;
  const d = rows.columns;
  const mapped = createMatrix(rows.rows, d);
  for (let at = 0; at < rows.data.length; at += d) {
    applyMapInto(mapped.data.subarray(at, at + d), rows.data.subarray(at, at + d), distanceMap);
  }
  return mapped;
}
