import { toDense } from '@gaussmix/covariance';
import { type Kernels, plainKernels } from '@gaussmix/kernels';
import { compileKernels, kernelsOf } from '@gaussmix/kernels/simd';
import { type FitOptions, fitMixture } from '../src/index.ts';

/** Data by name: rows of numbers. */
export type DataSets = Readonly<Record<string, readonly number[][]>>;

const TYPES = ['full', 'tied', 'diag', 'spherical'] as const;
const STARTS = ['kmeans', 'random'] as const;

/** The hot loops, in both forms. */
export const forms: Readonly<Record<string, Kernels>> = {
  plain: plainKernels,
  simd: kernelsOf(compileKernels()),
};

/** A fit and how it is asked for. */
export interface FitCase {
  readonly title: string;
  readonly data: string;
  readonly options: FitOptions;
}

/** Fits of two data sets with the four types, from two kinds of start. */
export const fitCases: readonly FitCase[] = ['iris', 'faithful'].flatMap((data) =>
  TYPES.flatMap((covariance) =>
    STARTS.map((initial) => ({
      title: `${data}, ${covariance}, from ${initial}`,
      data,
      options: { components: 3, covariance, initial, seed: 42, restarts: 2 },
    })),
  ),
);

/** Every number of a fit, in bits: 16 hexadecimal digits each. */
export function bitsOfFit(data: DataSets, fitCase: FitCase, kernels: Kernels): string[] {
  const { mixture, logLikelihood, trace, iterations } = fitMixture(data[fitCase.data] as number[][], {
    ...fitCase.options,
    kernels,
  });
  const numbers = [
    ...[logLikelihood, iterations, ...trace, ...mixture.weights],
    ...mixture.means.flatMap((mean) => [...mean]),
    ...mixture.covariances.flatMap((covariance) => [...toDense(covariance)]),
  ];
  const words = new BigUint64Array(Float64Array.from(numbers).buffer);
  return [...words].map((word) => word.toString(16).padStart(16, '0'));
}
