import type { Fit } from '@gaussmix/em';

/** Model choice: of two fits of the same rows, the one that costs less is better. Always. */
export interface Criterion {
  /** A label for people. */
  readonly name: string;
  /** What a fit costs, in the criterion's own units: smaller is better. */
  cost(fit: Fit): number;
}

/**
 * All that an information criterion reads: how well the parameters explain the rows, and how many they are.
 * A {@link Fit} is evidence about the rows that it was fitted to; `evidenceOf` gathers it for other rows.
 */
export type Evidence = Pick<Fit, 'rows' | 'parameters' | 'logLikelihood' | 'logMaxPosterior'>;

/** A criterion that can also judge a mixture on rows that it was not fitted to. */
export interface InformationCriterion extends Criterion {
  cost(evidence: Evidence): number;
}
