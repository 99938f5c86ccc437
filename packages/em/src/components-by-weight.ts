/** The numbers of the components, the heaviest first, and of equal ones the first. */
export function componentsByWeight(weights: Float64Array): number[] {
  return [...weights.keys()].sort((p, q) => weights[q]! - weights[p]!);
}
