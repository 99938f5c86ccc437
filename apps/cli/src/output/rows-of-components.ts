/** For each component how many rows are most likely its own. */
export function rowsOfComponents(result: {
  readonly mixture: { readonly weights: ArrayLike<number> };
  readonly labels: ArrayLike<number>;
}): number[] {
  const rows = Array.from(result.mixture.weights, () => 0);
  for (const label of Array.from(result.labels)) rows[label]!++;
  return rows;
}
