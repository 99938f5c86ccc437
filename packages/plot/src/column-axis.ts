import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { type Axis, axisOf } from './axis.ts';
import { standardDeviations } from './standard-deviations.ts';

/**
 * The axis of a column: it shows every value, and every component as far as `reach` standard deviations.
 *
 * @param x  n x d
 * @param options.dimension  the column, counted from 0
 * @param options.extent  least and greatest value that it shows besides
 */
export function columnAxis(
  mixture: Mixture,
  x: Matrix,
  options: {
    dimension: number;
    reach: number;
    name: string;
    labels?: 'wide' | 'short';
    extent?: readonly [number, number] | undefined;
  },
): Axis {
  const { dimension, reach, name, labels = 'wide', extent = [Infinity, -Infinity] } = options;
  let [low, high] = extent;
  for (let at = dimension; at < x.data.length; at += x.columns) {
    low = Math.min(low, x.data[at]!);
    high = Math.max(high, x.data[at]!);
  }
  mixture.means.forEach((mean, k) => {
    const radius = reach * standardDeviations(mixture.covariances[k]!)[dimension]!;
    low = Math.min(low, mean[dimension]! - radius);
    high = Math.max(high, mean[dimension]! + radius);
  });
  return axisOf({ name, low, high, labels });
}
