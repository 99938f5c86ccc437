import type { CovarianceStructure } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Kernels } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { memoryEngine } from './memory-engine.ts';
import type { Moments } from './moments.ts';

/** Rows, the hot loops that go over them, and how wide they are. */
export interface WholeData {
  /** n x d, about zero. */
  readonly rows: Matrix;
  readonly kernels: Kernels;
  /** The typical variance of a column. */
  readonly unitVariance: number;
}

/** The moments of all rows about zero: those of one component, which is responsible for every row. */
export function momentsOfAll(
  { rows, kernels, unitVariance: variance }: WholeData,
  structure: Pick<CovarianceStructure, 'moments' | 'directions'>,
): Moments {
  const dimension = rows.columns;
  const zero = new Float64Array(dimension);
  const mixture: Mixture = {
    dimension,
    weights: Float64Array.of(1),
    means: [zero],
    covariances: [{ form: 'identity', dimension, variance }],
    origin: zero,
    offsets: [zero],
  };
  const directions = structure.directions?.({ components: 1, dimension });
  return memoryEngine(rows, kernels).moments({
    mixture,
    want: structure.moments,
    directions,
    assignment: 'soft',
  });
}

/** The covariance matrix of rows about zero, with divisor n. @returns d x d row-major */
export function covarianceOfAll(data: WholeData): Float64Array {
  return momentsOfAll(data, { moments: 'full' }).scatters[0]!.map((sum) => sum / data.rows.rows);
}
