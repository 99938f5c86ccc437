import { exp, log } from '@gaussmix/kernels';
import { commonAxes } from '../orientation/common-axes.ts';
import type { VolumeRule } from '../orientation/volume-rule.ts';
import { factorOfAxes } from '../shape/factor-of-axes.ts';
import { volumeShares } from '../shape/volume-shares.ts';
import type { ComponentMoments, CovarianceStructure } from '../structure.ts';

/**
 * The axes of all components are the same and so are the volumes, shapes their own (EVE).
 *
 *   Sigma_k = lambda D B_k D^T / |B_k|^(1/d),   B_k = diag(D^T S_k D),   lambda = sum_k |B_k|^(1/d) / n,
 *   D minimizes lambda
 *
 * Celeux & Govaert (1995), model lambda D A_k D^T; Browne & McNicholas (2014).
 */
export const EVE: CovarianceStructure = {
  name: 'EVE',
  moments: 'full',
  closedUnder: 'rotation',

  estimate(moments, previous) {
    const { dimension: d, counts } = moments;
    const { vectors, spreads, logDeterminants } = commonAxes(moments, equalVolumes(moments), previous);
    const shares = volumeShares(
      logDeterminants.map((logarithm) => logarithm / d),
      counts,
    );
    return spreads.map((spread, k) => {
      const deviations = spread.map((sum) => Math.sqrt(sum * shares[k]!));
      return { form: 'dense', dimension: d, factor: factorOfAxes(vectors, deviations) };
    });
  },

  parameterCount: (components, d) => 1 + components * (d - 1) + (d * (d - 1)) / 2,
};

/** F(h) = n d ln sum_k exp(h_k / d). */
function equalVolumes({ dimension: d, counts }: ComponentMoments): VolumeRule {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const largestOf = (logDeterminants: Float64Array): number =>
    logDeterminants.reduce((largest, logarithm) => Math.max(largest, logarithm), -Infinity);
  const totalOf = (logDeterminants: Float64Array, largest: number): number =>
    logDeterminants.reduce((sum, logarithm) => sum + exp((logarithm - largest) / d), 0);
  return {
    rows,
    cost(logDeterminants) {
      const largest = largestOf(logDeterminants);
      return rows * (largest + d * log(totalOf(logDeterminants, largest)));
    },
    weightsInto(out, logDeterminants) {
      const largest = largestOf(logDeterminants);
      const total = totalOf(logDeterminants, largest);
      for (let k = 0; k < out.length; k++) {
        out[k] = (rows * exp((logDeterminants[k]! - largest) / d)) / total;
      }
    },
    coupling: 1 / d,
  };
}
