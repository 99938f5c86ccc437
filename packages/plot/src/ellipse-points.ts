import { type Covariance, dimensionOf, toFactor } from '@gaussmix/covariance';
import { marginalCovariance } from '@gaussmix/distributions';
import { GaussmixError, sincos } from '@gaussmix/kernels';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import { checkDimensions } from './check-dimensions.ts';

const twoPi = 6.283185307179586;

/** Which ellipse of a normal distribution, and how many points of it. */
export interface EllipseOptions {
  /** The Mahalanobis distance of the ellipse from the mean, in standard deviations; above 0. */
  readonly level: number;
  /** The two coordinates that are drawn; [0, 1] when absent. */
  readonly dimensions?: readonly [number, number];
  /** How many points; 96 when absent. */
  readonly points?: number;
}

/**
 * Points of the ellipse on which a normal distribution's marginal in two coordinates has one density.
 *
 *   x(t) = mu + level * M (cos t, sin t)^T,   Sigma[D, D] = M M^T,   t = 0 ... 2 pi
 *
 * @param mean  d numbers
 * @returns points x 2; the last one is followed by the first, which is not repeated
 * @throws GaussmixError "dimensions" or "level"
 */
export function ellipsePoints(
  covariance: Covariance,
  mean: ArrayLike<number>,
  options: EllipseOptions,
): Matrix {
  const { level, dimensions = [0, 1], points = 96 } = options;
  checkDimensions(dimensions, dimensionOf(covariance), 'ellipsePoints');
  if (!(level > 0 && level < Infinity)) {
    throw new GaussmixError('level', `ellipsePoints: level must be a number above 0, got ${level}.`);
  }
  const [m00, , m10, m11] = toFactor(marginalCovariance(covariance, dimensions));
  const [horizontal, vertical] = dimensions.map((dimension) => mean[dimension]!);
  const ellipse = createMatrix(points, 2);
  for (let i = 0; i < points; i++) {
    const { sin, cos } = sincos((twoPi * i) / points);
    ellipse.data[2 * i] = horizontal! + level * (m00! * cos);
    ellipse.data[2 * i + 1] = vertical! + level * (m10! * cos + m11! * sin);
  }
  return ellipse;
}
