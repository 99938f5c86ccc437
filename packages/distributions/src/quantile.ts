import { GaussmixError, log } from '@gaussmix/kernels';
import { densityAt, type Line, lineOf, massBelow, reflected } from './line.ts';
import type { Mixture } from './mixture.ts';
import { standardNormalQuantile } from './normal-quantile.ts';

const EPSILON = 2.220446049250313e-16;

/**
 * The values that a mixture of one column falls below with given probabilities: undoes `cumulative`.
 *
 *   sum_k w_k Phi((x - mu_k) / sigma_k) = p
 *
 * As exact as p says: a rounding of the smaller of p and 1 - p, divided by the density there. Where the density is so
 * low that a whole stretch has the same p, a value from that stretch.
 *
 * @param p  numbers from 0 to 1, which give -Infinity and Infinity
 * @returns as many values, in the units of the mixture
 * @throws GaussmixError "shape" when the mixture has more than one column; "probability"
 */
export function quantile(mixture: Mixture, p: ArrayLike<number>): Float64Array {
  const line = lineOf(mixture, 'quantile');
  const fromAbove = reflected(line);
  return Float64Array.from(p, (probability, i) => {
    if (!(probability >= 0 && probability <= 1)) {
      throw new GaussmixError(
        'probability',
        `quantile: p must hold numbers from 0 to 1, got ${probability} in place ${i + 1}.`,
      );
    }
    // 1 - p is exact from 1/2 on, and so is what lies above.
    return probability <= 0.5
      ? line.origin + solve(line, probability)
      : line.origin - solve(fromAbove, 1 - probability);
  });
}

/**
 * The z with massBelow(line, z) = mass <= 1/2, by Newton's steps on the logarithm, which is almost straight or a parabola
 * in the tail. The root lies between the least and the greatest quantile of a component; a step that leaves what is known
 * to hold it, or that is not half as long as the one before, gives way to halving.
 *
 *   z <- z - ln(F(z) / mass) F(z) / f(z)
 *
 * Press et al. (2007), section 9.4.
 */
function solve(line: Line, mass: number): number {
  if (mass === 0) return -Infinity;
  const y = standardNormalQuantile(mass);
  let [low, high] = [Infinity, -Infinity];
  for (const [k, share] of line.shares.entries()) {
    if (share === 0) continue;
    const own = line.offsets[k]! + line.deviations[k]! * y;
    [low, high] = [Math.min(low, own), Math.max(high, own)];
  }
  let z = low + (high - low) / 2;
  let before = high - low;
  while (z > low && z < high) {
    const below = massBelow(line, z);
    if (below === mass) return z;
    if (below < mass) low = z;
    else high = z;
    const gap = log(below / mass);
    // As near as the mass can tell; on to the next, a flat stretch might be left for good.
    if (Math.abs(gap) <= 3 * EPSILON) return z;
    const step = (gap * below) / densityAt(line, z);
    const next = z - step;
    if (Math.abs(step) <= 2 * EPSILON * Math.abs(z)) return next;
    const good = next > low && next < high && Math.abs(step) <= before / 2;
    before = good ? Math.abs(step) : (high - low) / 2;
    z = good ? next : low + (high - low) / 2;
  }
  return z;
}
