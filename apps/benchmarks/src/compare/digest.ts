/** sum_k w_k |mu_k|^2: one number that moves when any weight or mean does. */
export function digestOf({
  weights,
  means,
}: {
  readonly weights: ArrayLike<number>;
  readonly means: readonly ArrayLike<number>[];
}): number {
  return means.reduce(
    (sum, mean, k) =>
      sum + weights[k]! * Array.from(mean).reduce((square, value) => square + value * value, 0),
    0,
  );
}
