import { log } from '@gaussmix/kernels';

/**
 * Entropy of a partition, in nats: what is not known of a row before its label is.
 *
 *   H = -sum_k n_k / n ln(n_k / n)
 *
 * @param sizes  how many rows each label has, all positive
 * @param n  their sum
 */
export function entropy(sizes: readonly number[], n: number): number {
  return sizes.reduce((sum, size) => sum - (size / n) * log(size / n), 0);
}
