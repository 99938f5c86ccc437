import { log } from '@gaussmix/kernels';
import { solveLowerInto } from '@gaussmix/linalg';
import type { Covariance, LowRankCovariance } from '../covariance.ts';
import { diagonalOfMap, type LinearMap } from '../linear-map.ts';
import { dense } from './dense.ts';
import type { CovarianceForm } from './form.ts';
import { lowRankFactor, triangleOf } from './low-rank-factor.ts';

/** Sigma = Lambda Lambda^T + diag(noise). */
export const lowRank: CovarianceForm<LowRankCovariance> = {
  dimension: ({ noise }) => noise.length,

  // |Psi| |I + R R^T|, by the determinant lemma.
  logDeterminant(covariance) {
    const { rank, middle } = lowRankFactor(covariance);
    let sum = 0;
    for (const variance of covariance.noise) sum += log(variance);
    for (let f = 0; f < rank; f++) sum += 2 * log(middle[f * (rank + 1)]!);
    return sum;
  },

  toDense({ loadings, noise }) {
    const d = noise.length;
    const q = loadings.length / d;
    const matrix = new Float64Array(d * d);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = i === j ? noise[i]! : 0;
        for (let f = 0; f < q; f++) sum += loadings[i * q + f]! * loadings[j * q + f]!;
        matrix[i * d + j] = sum;
        matrix[j * d + i] = sum;
      }
    }
    return matrix;
  },

  toFactor: ({ loadings, noise }) => triangleOf(noise.map(Math.sqrt), loadings),

  // No less than the least noise; else 1 / trace(Sigma^-1), the trace being that of the squared whitening.
  leastVariance(covariance, enough) {
    const { noise } = covariance;
    const least = noise.reduce((min, variance) => Math.min(min, variance), Infinity);
    if (least >= enough) return least;
    const { rank: q, basis, middle } = lowRankFactor(covariance);
    const own = new Float64Array(q);
    let trace = 0;
    for (const [j, variance] of noise.entries()) {
      const row = basis.subarray(j * q, (j + 1) * q);
      solveLowerInto(own, middle, row);
      let inside = 0;
      let outside = 1;
      for (let f = 0; f < q; f++) {
        inside += own[f]! * own[f]!;
        outside -= row[f]! * row[f]!;
      }
      trace += (inside + Math.max(0, outside)) / variance;
    }
    return 1 / trace;
  },

  map(covariance: LowRankCovariance, map: LinearMap): Covariance {
    const { loadings, noise } = covariance;
    const d = noise.length;
    if (map.kind === 'triangular') {
      return dense.map({ form: 'dense', dimension: d, factor: lowRank.toFactor(covariance) }, map);
    }
    const factors = diagonalOfMap(map);
    const q = loadings.length / d;
    return {
      form: 'low-rank',
      loadings: loadings.map((loading, at) => factors[Math.floor(at / q)]! * loading),
      noise: noise.map((variance, j) => factors[j]! * (variance * factors[j]!)),
    };
  },

  deviations: ({ loadings, noise }) => (loadings.length === 0 ? noise.map(Math.sqrt) : undefined),
};
