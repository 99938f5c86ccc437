import { toFactor } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { eStep } from '@gaussmix/em';
import { type Matrix, solveLowerInto } from '@gaussmix/linalg';
import { coordinatesPerComponent, scoresInto } from './score-coordinates.ts';

/** The scores of the rows of a data set under a mixture, component by component. */
export interface RowScores {
  /** N_k: K sums of posteriors. */
  readonly counts: Float64Array;
  /**
   * Visits the rows in order.
   *
   * @param visit  is given tau_ik, K numbers, and tau_ik g_ik / sqrt(N_k), K times m numbers; both are overwritten by
   *   the next row's
   */
  forEach(visit: (posteriors: Float64Array, scores: Float64Array) => void): void;
}

/** A posterior below this, times a squared distance that such a posterior can go with, is no share of any sum. */
const NEGLIGIBLE = 1e-30;

/** The scores of all rows. @returns something that computes them each time they are visited */
export function rowScores(mixture: Mixture, x: Matrix): RowScores {
  const { origin, offsets, covariances, dimension: d } = mixture;
  const components = mixture.weights.length;
  // Lower triangles for every form: another root of Sigma would turn the scores.
  const factors = covariances.map(toFactor);
  const { data: posteriors } = eStep(mixture, x).responsibilities;
  const counts = new Float64Array(components);
  for (let at = 0; at < posteriors.length; at++) {
    counts[at % components] = counts[at % components]! + posteriors[at]!;
  }
  const m = coordinatesPerComponent(d);
  return {
    counts,
    forEach(visit) {
      const scores = new Float64Array(components * m);
      const whitened = new Float64Array(d);
      for (let i = 0; i < x.rows; i++) {
        const own = posteriors.subarray(i * components, (i + 1) * components);
        scores.fill(0);
        for (let k = 0; k < components; k++) {
          if (own[k]! < NEGLIGIBLE) continue;
          for (let j = 0; j < d; j++) whitened[j] = x.data[i * d + j]! - origin[j]! - offsets[k]![j]!;
          solveLowerInto(whitened, factors[k]!, whitened);
          const part = scores.subarray(k * m, (k + 1) * m);
          scoresInto(part, whitened);
          const share = own[k]! / Math.sqrt(counts[k]!);
          for (let e = 0; e < m; e++) part[e] = part[e]! * share;
        }
        visit(own, scores);
      }
    },
  };
}
