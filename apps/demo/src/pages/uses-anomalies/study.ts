import type { Mixture } from '@gaussmix/distributions';
import { scoreSamples } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import { bic } from '@gaussmix/model-selection';
import { leastLikely } from './judge.ts';
import { type Reason, reasonOf } from './reason.ts';

/** The structures that make sense for columns of different units. */
export const structureNames = ['full', 'tied', 'diag'] as const;

/** One of them. */
export type StructureName = (typeof structureNames)[number];

/** What is asked of the worker. */
export interface Question {
  /** n x 4, as they are fitted */
  readonly rows: Matrix;
  readonly components: number;
  readonly covariance: StructureName;
  readonly seed: number;
}

/** What was learned from the payments. Plain data. */
export interface Study {
  readonly mixture: Mixture;
  /** n log-densities, in nats */
  readonly scores: Float64Array;
  readonly bic: number;
  /** Of the least likely payments, the least likely first: as many as can be flagged. */
  readonly reasons: readonly Reason[];
  readonly warnings: readonly string[];
}

/** At most so many payments can be flagged. */
export const mostFlagged = 100;

/** Fits a mixture to all payments, and scores them under it. */
export function study(question: Question): Study {
  const { mixture, scores, ...rest } = scoresOf(question);
  const reasons = leastLikely(scores, mostFlagged).map((i) => reasonOf(mixture, question.rows, i));
  return { mixture, scores, reasons, ...rest };
}

/** The fit and its scores, without reasons. */
export function scoresOf({ rows, components, covariance, seed }: Question): Omit<Study, 'reasons'> {
  const fit = fitMixture(rows, { components, covariance, seed });
  return {
    mixture: fit.mixture,
    scores: scoreSamples(fit.mixture, rows),
    bic: bic.cost(fit),
    warnings: fit.warnings.map(({ message }) => message),
  };
}
