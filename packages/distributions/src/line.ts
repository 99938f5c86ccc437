import { toFactor } from '@gaussmix/covariance';
import { exp, GaussmixError } from '@gaussmix/kernels';
import type { Mixture } from './mixture.ts';
import { normalCumulative } from './normal-cumulative.ts';
import { LOG_2_PI } from './pack-mixture.ts';

/** A mixture of one column, as what its distribution function is made of. */
export interface Line {
  /** Taken off every x before anything else. */
  readonly origin: number;
  /** K weights, made to sum to 1 to the last digit, as probabilities must. */
  readonly shares: Float64Array;
  /** K means, less the origin. */
  readonly offsets: Float64Array;
  /** K standard deviations. */
  readonly deviations: Float64Array;
}

/**
 * @param where  the name that errors begin with
 * @throws GaussmixError "shape" when the mixture has more than one column
 */
export function lineOf(mixture: Mixture, where: string): Line {
  const { dimension, weights, origin, offsets, covariances } = mixture;
  if (dimension !== 1) {
    throw new GaussmixError(
      'shape',
      `${where}: the mixture must have one column, got one of ${dimension}. Try marginal(mixture, [0]).`,
    );
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    origin: origin[0]!,
    shares: weights.map((weight) => weight / sum),
    offsets: Float64Array.from(offsets, ([offset]) => offset!),
    deviations: Float64Array.from(covariances, (covariance) => toFactor(covariance)[0]!),
  };
}

/** The same seen from the other side: x becomes -x. */
export function reflected({ origin, shares, offsets, deviations }: Line): Line {
  return { origin: -origin, shares, offsets: offsets.map((offset) => -offset), deviations };
}

/** How much lies at or below origin + z. @returns a probability */
export function massBelow({ shares, offsets, deviations }: Line, z: number): number {
  let mass = 0;
  for (let k = 0; k < shares.length; k++) {
    mass += shares[k]! * normalCumulative((z - offsets[k]!) / deviations[k]!, STANDARD);
  }
  return Math.min(mass, 1);
}

/** The density at origin + z. */
export function densityAt({ shares, offsets, deviations }: Line, z: number): number {
  let density = 0;
  for (let k = 0; k < shares.length; k++) {
    const y = (z - offsets[k]!) / deviations[k]!;
    density += (shares[k]! * exp(-0.5 * (LOG_2_PI + y * y))) / deviations[k]!;
  }
  return density;
}

const STANDARD = { mean: 0, variance: 1 };
