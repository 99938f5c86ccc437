import { type Covariance, covarianceFromDense, toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { symmetricEigen } from '@gaussmix/linalg';

/**
 * Starts with one component more: each component in turn is split in halves along its longest axis, so that the halves
 * together keep its mean and covariance.
 *
 *   mu +- c sqrt(lambda) v,   Sigma - c^2 lambda v v^T
 *
 * @param distance  c, between 0 and 1: near 0 the mixture hardly changes
 * @returns K mixtures of K + 1 components; the halves are component k and the last
 */
export function splitStarts(mixture: Mixture, distance: number): Mixture[] {
  const { dimension: d, weights, covariances, origin, offsets } = mixture;
  return Array.from(weights, (weight, k) => {
    const dense = toDense(covariances[k]!);
    const { values, vectors } = symmetricEigen(dense, d);
    const step = Float64Array.from(
      { length: d },
      (_, j) => distance * Math.sqrt(values[0]!) * vectors[j * d]!,
    );
    const rest = dense.map((entry, at) => entry - step[Math.floor(at / d)]! * step[at % d]!);
    const half: Covariance = covarianceFromDense(rest, d);
    const newOffsets = offsets.map((offset, c) => (c === k ? offset.map((v, j) => v + step[j]!) : offset));
    newOffsets.push(offsets[k]!.map((v, j) => v - step[j]!));
    return {
      dimension: d,
      weights: Float64Array.of(...weights.map((w, c) => (c === k ? weight / 2 : w)), weight / 2),
      means: newOffsets.map((offset) => offset.map((v, j) => origin[j]! + v)),
      covariances: [...covariances.map((covariance, c) => (c === k ? half : covariance)), half],
      origin,
      offsets: newOffsets,
    };
  });
}
