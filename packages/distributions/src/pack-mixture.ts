import {
  type Covariance,
  deviationsOf,
  type LowRankCovariance,
  logDeterminant,
  lowRankFactor,
  toFactor,
} from '@gaussmix/covariance';
import { factorLength, log, type PackedMixture } from '@gaussmix/kernels';
import { invertLower } from '@gaussmix/linalg';
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
  const { packing, rank } = packingOf(covariances);
  // Low rank is quick enough to apply K times.
  const shared =
    packing !== 'low-rank' &&
    components > 1 &&
    covariances.every((covariance) => covariance === covariances[0]);
  const distinct = shared ? covariances.slice(0, 1) : covariances;
  const length = factorLength(packing, dimension, rank);
  const factors = new Float64Array(distinct.length * length);
  const constants = new Float64Array(components);
  const means = new Float64Array(components * dimension);
  for (const [k, covariance] of distinct.entries()) {
    packers[packing](factors.subarray(k * length, (k + 1) * length), covariance, rank);
  }
  const logDeterminants = distinct.map(logDeterminant);
  for (let k = 0; k < components; k++) {
    const logNormalizer = 0.5 * (dimension * LOG_2_PI + logDeterminants[shared ? 0 : k]!);
    constants[k] = log(weights[k]!) - logNormalizer;
    means.set(offsets[k]!, k * dimension);
  }
  return { components, dimension, packing, rank, shared, constants, weights, means, factors };
}

/** Diagonal or low rank where all covariances are, with the most factors that any has; else triangular. */
function packingOf(covariances: readonly Covariance[]): { packing: PackedMixture['packing']; rank: number } {
  const ranks = covariances.map((covariance) => {
    if (deviationsOf(covariance)) return 0;
    return covariance.form === 'low-rank' ? covariance.loadings.length / covariance.noise.length : Infinity;
  });
  const rank = Math.max(...ranks);
  if (rank === Infinity) return { packing: 'triangular', rank: 0 };
  return { packing: rank > 0 ? 'low-rank' : 'diagonal', rank };
}

/** Writes the numbers of one covariance. */
type Packer = (out: Float64Array, covariance: Covariance, rank: number) => void;

const packers: Readonly<Record<PackedMixture['packing'], Packer>> = {
  diagonal(out, covariance) {
    for (const [j, sigma] of deviationsOf(covariance)!.entries()) out[j] = 1 / sigma;
  },

  // The rows of L one after another, with 1 / L_ii in place of L_ii.
  triangular(out, covariance) {
    const factor = toFactor(covariance);
    const d = Math.round(Math.sqrt(factor.length));
    let entry = 0;
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < i; j++) out[entry++] = factor[i * d + j]!;
      out[entry++] = 1 / factor[i * d + i]!;
    }
  },

  // W, Q, C^-1 - I and the variances; zeros where other covariances have more factors.
  'low-rank'(out, covariance, rank) {
    const noise = lowRankOf(covariance);
    const { rank: q, deviations, basis, middle } = lowRankFactor(noise);
    const d = deviations.length;
    const inverse = invertLower(middle, q);
    const variances = out.length - d;
    for (let j = 0; j < d; j++) {
      out[j] = 1 / deviations[j]!;
      out.set(basis.subarray(j * q, (j + 1) * q), d + j * rank);
      out[variances + j] = noise.noise[j]!;
    }
    for (let at = 0; at < d * q; at++)
      out[variances + Math.floor(at / q)]! += noise.loadings[at]! * noise.loadings[at]!;
    for (let f = 0; f < q; f++) {
      for (let g = 0; g <= f; g++) {
        out[d + d * rank + f * rank + g] = inverse[f * q + g]! - (f === g ? 1 : 0);
      }
    }
  },
};

/** A covariance without factors as one of low rank. */
function lowRankOf(covariance: Covariance): LowRankCovariance {
  if (covariance.form === 'low-rank') return covariance;
  const noise = deviationsOf(covariance)!.map((sigma) => sigma * sigma);
  return { form: 'low-rank', loadings: new Float64Array(0), noise };
}
