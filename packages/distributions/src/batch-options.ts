import { type Kernels, plainKernels } from '@gaussmix/kernels';

/** How the rows of a batch are computed. */
export interface BatchOptions {
  /** The hot loops; the plain ones when absent. Every form gives the same bits. */
  readonly kernels?: Kernels;
}

/** The hot loops of a batch. @returns those given, else the plain ones */
export function kernelsOf(options: BatchOptions): Kernels {
  return options.kernels ?? plainKernels;
}
