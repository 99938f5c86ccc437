import type { Fit } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { standardErrors } from '@gaussmix/model-selection';
import { type Retelling, retell } from './retell.ts';
import { structureNamed } from './structure-named.ts';

/** How far parameters may be off, in the units of the model, or why that is not known. Plain JSON. */
export type ToldErrors =
  | {
      /** K. */
      readonly weights: readonly number[];
      /** K of d. */
      readonly means: readonly (readonly number[])[];
      /** K of d x d, one for each entry of a covariance. */
      readonly covariances: readonly (readonly (readonly number[])[])[];
      readonly error?: undefined;
    }
  | { readonly error: string };

/** The fit that errors are wanted of. */
export interface ErrorDemand {
  /** n x d, the rows that were fitted. */
  readonly matrix: Matrix;
  /** The name of the structure that was fitted. */
  readonly covariance: string;
  readonly weights: 'free' | 'equal';
  /** What one unit of each column is in the units of the model; 1 each when absent. */
  readonly scales?: readonly number[] | undefined;
  readonly retelling: Retelling;
}

/** Standard errors of a fit, from the observed information. Where they cannot be had, the fit stands all the same. */
export function toldErrors(fit: Fit, demand: ErrorDemand): ToldErrors {
  const { matrix, covariance, weights, retelling } = demand;
  const scales = demand.scales ?? Array.from({ length: matrix.columns }, () => 1);
  try {
    const errors = standardErrors(fit, matrix, { covariance: structureNamed(covariance), weights });
    return {
      weights: Array.from(errors.weights),
      means: errors.means.map((mean) => Array.from(mean, (error, j) => error * scales[j]!)),
      covariances: errors.covariances.map(({ data, columns: d }) =>
        scales.map((scale, i) => scales.map((other, j) => data[i * d + j]! * scale * other)),
      ),
    };
  } catch (error) {
    if (!(error instanceof GaussmixError)) throw error;
    return { error: retell(error.message.replace(/^standardErrors: /, ''), retelling) };
  }
}
