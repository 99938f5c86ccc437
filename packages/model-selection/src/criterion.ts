import type { Fit, FitOptions } from '@gaussmix/em';
import type { MatrixLike } from '@gaussmix/linalg';

/** Model choice: of two fits of the same rows, the one that costs less is better. Always. */
export interface Criterion {
  /** A label for people. */
  readonly name: string;
  /**
   * What a fit costs, in the criterion's own units: smaller is better.
   *
   * @param context  how the fit was made, which a search always tells; only criteria that fit again read it
   */
  cost(fit: Fit, context?: FitContext): number;
}

/** How a fit was made, for criteria that compare it with other fits of the same rows. */
export interface FitContext {
  /** n x d, the rows that were fitted. */
  readonly x: MatrixLike;
  /** The options that the fit was made with, number of components and covariance structure among them. */
  readonly options: FitOptions;
  /** How well one component of the same structure explains the same rows, where that is known already. */
  readonly single?: Pick<Fit, 'logLikelihood'>;
}

/**
 * All that an information criterion reads: how well the parameters explain the rows, how many they are, and
 * how sharply they tell the components apart. The likelihood is that of the parameters as they are: where
 * they were regularized it is a little below the greatest one, and so is the evidence for them.
 * A {@link Fit} is evidence about the rows that it was fitted to; `evidenceOf` gathers it for other rows.
 */
export type Evidence = Pick<
  Fit,
  'rows' | 'parameters' | 'logLikelihood' | 'assignmentEntropy' | 'logMaxPosterior'
>;

/** A criterion that can also judge a mixture on rows that it was not fitted to. */
export interface InformationCriterion extends Criterion {
  cost(evidence: Evidence): number;
}
