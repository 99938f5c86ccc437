import type { Mixture } from '@gaussmix/distributions';
import type { Transform } from './transform.ts';
import { undoStandardize, undoStandardizeShift } from './undo-standardize.ts';

/** What comes out of a fit and has units. */
export interface Fitted {
  readonly mixture: Mixture;
  /** Total, in nats. */
  readonly logLikelihood: number;
  /** n, the rows that were fitted. */
  readonly rows: number;
}

/**
 * A fit as it is written into a model document: standardizing, when nothing follows it, is undone, so that
 * parameters and likelihood are in the units of the data, and leaves the transforms. After PCA they stay in the
 * units of the components.
 *
 * @param fitted  a fit to the matrix that the transforms give
 */
export function inDataUnits(
  fitted: Fitted,
  transforms: readonly Transform[],
): { mixture: Mixture; logLikelihood: number; transforms: readonly Transform[] } {
  const last = transforms.at(-1);
  if (last?.kind !== 'standardize') {
    return { mixture: fitted.mixture, logLikelihood: fitted.logLikelihood, transforms };
  }
  const before = {
    mixture: undoStandardize(fitted.mixture, last),
    logLikelihood: fitted.logLikelihood + fitted.rows * undoStandardizeShift(last),
    rows: fitted.rows,
  };
  return inDataUnits(before, transforms.slice(0, -1));
}
