import { fitMixture, splitAndMerge } from '@gaussmix/em';
import type { MatrixLike } from '@gaussmix/linalg';
import type { CellResult, CellSpec, FitCallbacks } from './cell.ts';
import { failedResult } from './failed-result.ts';

/**
 * One cell of a search, at once: what a worker runs that was posted a spec. A fit that fails is a result.
 *
 * @param x  n x d, the rows of the search
 * @param callbacks  what the fit may call while it runs
 * @returns the fit, or why there is none
 * @throws GaussmixError when the input is at fault, so that no other cell would do better
 */
export function fitCell(x: MatrixLike, spec: CellSpec, callbacks: FitCallbacks = {}): CellResult {
  const { options, ...cell } = spec;
  try {
    return { fit: fitMixture(x, { ...options, ...callbacks, ...cell, moves: splitAndMerge }) };
  } catch (error) {
    return failedResult(error);
  }
}
