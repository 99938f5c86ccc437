import { invertMap, mapCovariance } from '@gaussmix/covariance';
import { kmeansPlusPlus } from '@gaussmix/kmeans';
import { createUniformRandom } from '@gaussmix/random';
import { mixtureAtRows } from './random-from-data.ts';
import type { Start } from './start-context.ts';

/** Means at K rows drawn by k-means++, equal weights, and balls of the data's size where distances are measured. */
export const fromSeeds: Start = (context) => {
  const { rows, components, coordinates, startCoordinates, unitVariance, seed, kernels } = context;
  const random = createUniformRandom(seed);
  const drawn = kmeansPlusPlus(context.startRows(), { clusters: components, random, kernels });
  const ball = { form: 'identity', dimension: rows.columns, variance: unitVariance } as const;
  const covariance =
    startCoordinates === coordinates
      ? ball
      : mapCovariance(mapCovariance(ball, startCoordinates.map), invertMap(coordinates.map));
  return mixtureAtRows(
    rows,
    drawn,
    Array.from(drawn, () => covariance),
  );
};
