import { blockScorer, type Kernels } from '@gaussmix/kernels';

/** How the rows of a batch are computed. */
export interface BatchOptions {
  /** The hot loops; the plain ones when absent. Every form gives the same bits. */
  readonly kernels?: Kernels;
}

/** The loop that a batch needs, so that no other is pulled in. */
export type BatchKernels = Pick<Kernels, 'blockScorer'>;

/** The hot loop of a batch. @returns that of the kernels given, else the plain one */
export function kernelsOf({ kernels = { blockScorer } }: { kernels?: BatchKernels }): BatchKernels {
  return kernels;
}
