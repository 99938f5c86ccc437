import type { CovarianceStructure } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Fit } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';

/** How a mixture was estimated, as far as it does not know itself. */
export interface Estimation {
  readonly structure: CovarianceStructure;
  readonly weights?: 'free' | 'equal' | undefined;
}

/**
 * A fit knows how many parameters it has, by which options that are not its own are found out; a mixture does not.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "parameters"
 */
export function requireParameters(
  where: string,
  fitted: Fit | Mixture,
  { structure, weights = 'free' }: Estimation,
): void {
  if (!('mixture' in fitted)) return;
  const { dimension: d, weights: shares } = fitted.mixture;
  const ofShares = weights === 'free' ? shares.length - 1 : 0;
  const parameters = structure.parameterCount(shares.length, d) + shares.length * d + ofShares;
  if (fitted.parameters === parameters) return;
  throw new GaussmixError(
    'parameters',
    `${where}: covariance and weights must be those of the fit, which has ${fitted.parameters} free parameters, ` +
      `got options that make ${parameters}. Try the options that were given to fitMixture.`,
  );
}
