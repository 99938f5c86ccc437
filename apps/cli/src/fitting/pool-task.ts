import type { Matrix } from '@gaussmix/linalg';
import type {
  CellOptions,
  CellResult,
  CellSpec,
  CriterionName,
  ReplicateResult,
  ReplicateSpec,
} from '@gaussmix/model-selection';

/** What all tasks of a pool share. */
export interface PoolInput {
  /** n x d */
  readonly matrix: Matrix;
}

/** A structure by its name: plain data. */
type Named<Spec> = Omit<Spec, 'covariance'> & { readonly covariance: string };

/** One thing to do. Plain data. */
export type PoolTask =
  | {
      readonly kind: 'cell';
      readonly spec: Named<CellSpec>;
      /** What the fit is judged by, where that takes long, and the options that all fits share. */
      readonly judge?: { readonly criterion: CriterionName; readonly options: CellOptions };
    }
  | { readonly kind: 'replicate'; readonly spec: Named<ReplicateSpec> };

/** What came of it. Plain data. */
export type PoolResult =
  | {
      readonly kind: 'cell';
      readonly result: CellResult;
      /** What the fit costs, where that was asked for. */
      readonly cost?: number;
    }
  | { readonly kind: 'replicate'; readonly result: ReplicateResult };

/** What a worker says. */
export type PoolAnswer =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly result: PoolResult }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
