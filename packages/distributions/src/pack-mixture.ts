import { type Covariance, deviationsOf, logDeterminant, toFactor } from '@gaussmix/covariance';
import { factorLength, log, type PackedMixture } from '@gaussmix/kernels';
import type { Mixture } from './mixture.ts';

/** ln 2 pi. */
export const LOG_2_PI = 1.8378770664093453;

/**
 * A mixture laid out for the hot loops. Rows must have the mixture's origin taken off.
 *
 * @returns means are the mixture's offsets; diagonal covariances stay diagonal when all are
 *
 * O(K d^2).
 */
export function packMixture(mixture: Mixture): PackedMixture {
  const { dimension, covariances, offsets, weights } = mixture;
  const components = weights.length;
  const deviations = covariances.map(deviationsOf);
  const packing = deviations.every((sigmas) => sigmas !== undefined) ? 'diagonal' : 'triangular';
  const shared = components > 1 && covariances.every((covariance) => covariance === covariances[0]);
  const distinct = shared ? covariances.slice(0, 1) : covariances;
  const factors = new Float64Array(distinct.length * factorLength(packing, dimension));
  const constants = new Float64Array(components);
  const means = new Float64Array(components * dimension);
  for (const [k, covariance] of distinct.entries()) {
    if (packing === 'diagonal')
      factors.set(
        deviations[k]!.map((sigma) => 1 / sigma),
        k * dimension,
      );
    else packTriangleInto(factors, k * factorLength(packing, dimension), covariance);
  }
  const logDeterminants = distinct.map(logDeterminant);
  for (let k = 0; k < components; k++) {
    const logNormalizer = 0.5 * (dimension * LOG_2_PI + logDeterminants[shared ? 0 : k]!);
    constants[k] = log(weights[k]!) - logNormalizer;
    means.set(offsets[k]!, k * dimension);
  }
  return { components, dimension, packing, shared, constants, weights, means, factors };
}

/** The rows of L one after another, with 1 / L_ii in place of L_ii. */
function packTriangleInto(out: Float64Array, at: number, covariance: Covariance): void {
  const factor = toFactor(covariance);
  const d = Math.round(Math.sqrt(factor.length));
  let entry = at;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) out[entry++] = factor[i * d + j]!;
    out[entry++] = 1 / factor[i * d + i]!;
  }
}
