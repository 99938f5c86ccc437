import { GaussmixError } from '@gaussmix/kernels';
import type { Covariance } from '../covariance.ts';
import { dimensionOf } from '../form-of.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Covariances that are given and stay as they are; only weights and means are fitted. With one spherical covariance,
 * equal weights and hard assignment the fit is k-means.
 *
 * @param covariances  one for all components, or one for each, in the data's units
 * @returns a structure with no free parameters
 * @throws GaussmixError "shape" from `estimate` when their number or dimension is not the data's
 */
export function fixed(covariances: Covariance | readonly Covariance[]): CovarianceStructure {
  return {
    name: 'fixed',
    moments: 'diagonal',
    closedUnder: 'translation',

    estimate({ dimension, counts }) {
      const given: readonly Covariance[] =
        'form' in covariances ? Array.from(counts, () => covariances) : covariances;
      if (given.length !== counts.length) {
        throw new GaussmixError(
          'shape',
          `fixed: there must be one covariance, or one for each of the ${counts.length} components, got ${given.length}.`,
        );
      }
      for (const [k, covariance] of given.entries()) {
        if (dimensionOf(covariance) === dimension) continue;
        throw new GaussmixError(
          'shape',
          `fixed: covariance ${k + 1} must have the data's dimension (${dimension}), got ${dimensionOf(covariance)}.`,
        );
      }
      return given;
    },

    parameterCount: () => 0,
  };
}
