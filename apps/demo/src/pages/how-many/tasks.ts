import type { FamilyName } from '@gaussmix/covariance';
import type { CellOptions, CellResult } from '@gaussmix/model-selection';

/** One fit that a worker is asked for: a cell's spec with the family by name. Plain data. */
export interface Task {
  readonly components: number;
  readonly family: FamilyName;
  readonly options: CellOptions;
}

/** What a worker answers. Plain data. */
export interface Outcome {
  readonly result: CellResult;
  /** The mean log-density of fresh rows under the fit, in nats per row, where there are any. */
  readonly freshLogDensity?: number;
}
