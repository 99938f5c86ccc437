import { GaussmixError, log } from '@gaussmix/kernels';

/**
 * The Mahalanobis distance of the ellipse that holds a share of a normal distribution in two dimensions.
 *
 *   P(|L^-1 (x - mu)| <= r) = 1 - exp(-r^2 / 2),   r = sqrt(-2 log(1 - P))
 *
 * @param probability  P, above 0 and below 1
 * @returns r, in standard deviations: 1.177 for a half, 2.448 for 0.95
 * @throws GaussmixError "probability"
 */
export function ellipseLevel(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new GaussmixError(
      'probability',
      `ellipseLevel: probability must be a number above 0 and below 1, got ${probability}.`,
    );
  }
  return Math.sqrt(-2 * log(1 - probability));
}
