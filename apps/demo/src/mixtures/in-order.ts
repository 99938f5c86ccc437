import type { Mixture } from '@gaussmix/distributions';

/**
 * The same mixture with its components in another order, such as that of colors on a page.
 *
 * @param order  the number of the component that comes first, second, ...
 */
export function inOrder(mixture: Mixture, order: readonly number[]): Mixture {
  return {
    ...mixture,
    weights: Float64Array.from(order, (k) => mixture.weights[k]),
    means: order.map((k) => mixture.means[k]),
    covariances: order.map((k) => mixture.covariances[k]),
    offsets: order.map((k) => mixture.offsets[k]),
  };
}
