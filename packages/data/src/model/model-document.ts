import type { CovarianceJSON } from '@gaussmix/covariance';
import type { Transform } from '../transforms/transform.ts';

/** One component of a mixture, as a model document spells it. */
export interface ComponentDocument {
  readonly weight: number;
  /** d numbers, in the units of the transformed columns. */
  readonly mean: readonly number[];
  /** mean - origin, d numbers: the digits that `mean` loses when data lie far from zero. */
  readonly offset?: readonly number[];
  readonly covariance: CovarianceJSON;
}

/** What is said of a fit. All of it may be missing, and more may be there. */
export interface FitRecord {
  readonly rows?: number;
  /** Total, in nats, in the data's units. */
  readonly logLikelihood?: number;
  readonly parameters?: number;
  /** Smaller is better. */
  readonly aic?: number;
  /** Smaller is better. */
  readonly bic?: number;
  readonly iterations?: number;
  readonly converged?: boolean;
  readonly seed?: number | string;
  readonly [more: string]: unknown;
}

/** A mixture, the columns it is about and what was done to them: plain JSON. */
export interface ModelDocument {
  readonly format: 'gaussmix-mixture';
  readonly version: 1;
  /** The names of the columns, before anything was done to them. */
  readonly columns: readonly string[];
  /** What was done to the columns before the fit, in order. */
  readonly transforms: readonly Transform[];
  /** The name of the covariance structure: a label. */
  readonly structure: string;
  /** d numbers near the data. */
  readonly origin?: readonly number[];
  readonly components: readonly ComponentDocument[];
  readonly fit?: FitRecord;
  /** What others put beside it, such as the table of a selection. */
  readonly [more: string]: unknown;
}
