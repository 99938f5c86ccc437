import { GaussmixError } from '@gaussmix/kernels';

/** An index with probability weights[i] / sum of weights, by inversion. One uniform draw; O(K). */
export function categorical(uniform: () => number, weights: ArrayLike<number>): number {
  const total = checkedSum(weights);
  const target = uniform() * total;
  let sum = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    sum += weight;
    if (target < sum) return i;
    last = i;
  }
  return last; // target may round to the total
}

function checkedSum(weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0)) {
      throw new GaussmixError(
        'weights',
        `Random.categorical: weights must not be negative, got ${weight} at index ${i}`,
      );
    }
    sum += weight;
  }
  if (sum > 0 && sum < Infinity) return sum;
  throw new GaussmixError(
    'weights',
    `Random.categorical: the sum of the weights must be positive and finite, got ${sum}`,
  );
}
