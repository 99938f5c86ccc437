import type { Fit, FitOptions, FitWarning, StructureLike } from '@gaussmix/em';

/** What a fit may call while it runs: not data, so it stays on this thread. */
export type FitCallbacks = Pick<FitOptions, 'kernels' | 'onIteration'>;

/** The options that all fits of a search share: plain data. */
export type CellOptions = Omit<FitOptions, 'components' | 'covariance' | 'moves' | keyof FitCallbacks>;

/** One fit to be made. Plain data, which can be posted to a worker, when `covariance` is a name. */
export interface CellSpec {
  readonly components: number;
  readonly covariance: StructureLike;
  readonly options: CellOptions;
}

/** How one fit went: the fit, or why there is none. Plain data. */
export type CellResult =
  | { readonly fit: Fit; readonly error?: undefined }
  | { readonly error: string; readonly fit?: undefined };

/** A line of the table whose fit was made. If a component collapsed, the warnings say so. Plain data. */
export interface FittedCell {
  readonly components: number;
  /** The name of the covariance structure. */
  readonly covariance: string;
  /** Total over the rows, in nats. */
  readonly logLikelihood: number;
  /** Free parameters. */
  readonly parameters: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly aic: number;
  readonly bic: number;
  readonly icl: number;
  /** What the fit costs by the criterion of the search: smaller is better. */
  readonly value: number;
  readonly warnings: readonly FitWarning[];
  readonly error?: undefined;
}

/** A line of the table whose fit failed. Plain data. */
export interface FailedCell extends Partial<Omit<FittedCell, 'components' | 'covariance' | 'error'>> {
  readonly components: number;
  readonly covariance: string;
  /** Why there is no fit. */
  readonly error: string;
}

/** A line of the table that a search returns: `cell.error` tells which of the two it is. */
export type Cell = FittedCell | FailedCell;
