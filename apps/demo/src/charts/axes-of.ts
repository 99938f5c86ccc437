import { sincos } from '@gaussmix/kernels';
import { jacobiEigen } from '@gaussmix/linalg';

/** A 2 x 2 covariance as a person sees it. */
export interface EllipseAxes {
  /** Standard deviation along the longer axis. */
  readonly long: number;
  readonly short: number;
  /** From the x axis to the longer one, in radians, above -pi/2 and at most pi/2. */
  readonly angle: number;
}

/** A 2 x 2 covariance matrix by its three numbers. */
export interface PlaneCovariance {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** The axes of a covariance. */
export function axesOf({ xx, xy, yy }: PlaneCovariance): EllipseAxes {
  const { values, vectors } = jacobiEigen(Float64Array.of(xx, xy, xy, yy), 2);
  const angle = Math.atan2(vectors[2], vectors[0]);
  return {
    long: Math.sqrt(Math.max(0, values[0])),
    short: Math.sqrt(Math.max(0, values[1])),
    angle: angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle,
  };
}

/** The covariance of axes, whichever is the longer. The same bits in every browser. */
export function covarianceOfAxes({ long, short, angle }: EllipseAxes): PlaneCovariance {
  const { sin, cos } = sincos(angle);
  const [a, b] = [long * long, short * short];
  return {
    xx: a * cos * cos + b * sin * sin,
    xy: (a - b) * cos * sin,
    yy: a * sin * sin + b * cos * cos,
  };
}
