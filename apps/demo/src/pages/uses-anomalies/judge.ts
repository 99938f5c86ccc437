/** How well flags do, held against what was planted. */
export interface Success {
  readonly flagged: number;
  /** Planted ones among the flagged. */
  readonly found: number;
  /** found / flagged; NaN when nothing is flagged. */
  readonly precision: number;
  /** found / planted */
  readonly recall: number;
}

/** The numbers of the least likely rows, the least likely first. */
export function leastLikely(scores: Float64Array, count: number): number[] {
  return Array.from(scores.keys())
    .sort((a, b) => scores[a] - scores[b] || a - b)
    .slice(0, count);
}

/** How many rows lie below a threshold. */
export function countBelow(scores: Float64Array, threshold: number): number {
  return scores.reduce((count, score) => count + Number(score < threshold), 0);
}

/** How well these rows do as flags. */
export function successOf(flagged: readonly number[], odd: readonly boolean[]): Success {
  const planted = odd.reduce((count, flag) => count + Number(flag), 0);
  const found = flagged.reduce((count, i) => count + Number(odd[i]), 0);
  return { flagged: flagged.length, found, precision: found / flagged.length, recall: found / planted };
}

/** How well the 1, 2, 3, ... least likely rows do as flags. */
export function sweep(scores: Float64Array, odd: readonly boolean[], most: number): Success[] {
  const order = leastLikely(scores, most);
  return order.map((_, i) => successOf(order.slice(0, i + 1), odd));
}
