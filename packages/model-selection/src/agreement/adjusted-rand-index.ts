import { contingencyOf } from './contingency.ts';
import type { Labels } from './labels.ts';

/**
 * How far two partitions of the same rows agree, beyond what chance would give: 1 when they are the same
 * up to names, 0 on average for unrelated ones, negative when they agree less than that.
 *
 *   ARI = 2 (a d - b c) / ((a + b)(b + d) + (a + c)(c + d))
 *
 * over the n (n - 1) / 2 pairs of rows: a are together in both partitions, b only in the first, c only in
 * the second, d in neither. Where both partitions put every row together, or every row apart, it is 1.
 * O(n). Hubert and Arabie (1985), Journal of Classification 2, 193-218.
 *
 * @returns at most 1, and no less than -1/2
 * @throws GaussmixError "shape" when one partition labels more rows than the other
 */
export function adjustedRandIndex(first: Labels, second: Labels): number {
  const crossed = contingencyOf('adjustedRandIndex', first, second);

  // Whole numbers of any size: at a million rows the products have 24 digits, and a d nearly cancels b c.
  const a = pairsTogether(crossed.cells.map(({ count }) => count));
  const b = pairsTogether(crossed.first.sizes) - a;
  const c = pairsTogether(crossed.second.sizes) - a;
  const d = BigInt(pairsOf(crossed.n)) - a - b - c;
  if (b === 0n && c === 0n) return 1;
  return Number(2n * (a * d - b * c)) / Number((a + b) * (b + d) + (a + c) * (c + d));
}

/** How many pairs of rows are together in groups of these sizes. */
function pairsTogether(sizes: readonly number[]): bigint {
  return BigInt(sizes.reduce((pairs, size) => pairs + pairsOf(size), 0));
}

/** Pairs among n rows: exact in a double up to 90 million rows. */
function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}
