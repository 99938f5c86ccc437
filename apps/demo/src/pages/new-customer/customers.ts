import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture, sample } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';

/** What is shown of the plane: visits a month across, the average basket in euros up. */
export const area = { x: [0, 14], y: [0, 110] } as const;

/** How many customers the shop knows. */
export const customerCount = 400;

/** The made-up shop: many discount customers with small baskets, fewer premium customers who differ more. */
export function shop(): Mixture {
  return createMixture({
    weights: [0.35, 0.65],
    means: [
      [8.2, 62],
      [5, 31],
    ],
    covariances: [
      covarianceFromDense(Float64Array.of(4.4, 9, 9, 270), 2),
      covarianceFromDense(Float64Array.of(2.6, -4, -4, 90), 2),
    ],
  });
}

/**
 * Customers that the seed makes up.
 *
 * @returns n x 2: visits a month, average basket in euros
 */
export function customers(seed: number): Matrix {
  return sample(shop(), customerCount, { seed }).rows;
}
