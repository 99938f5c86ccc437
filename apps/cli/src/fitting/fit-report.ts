import type { Table } from '@gaussmix/data';
import type { FitCommandOptions } from '../options/fit-options.ts';
import type { FitResult } from './fit-result.ts';
import type { FitPlan } from './plan-fit.ts';

/** All that can be told of a fit. */
export interface FitReport {
  readonly table: Table;
  readonly plan: FitPlan;
  readonly result: FitResult;
  /** The command line behind the program's name. */
  readonly args: readonly string[];
  readonly options: FitCommandOptions;
}
