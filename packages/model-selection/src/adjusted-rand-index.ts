import { GaussmixError } from '@gaussmix/kernels';

/** A partition: the label of each row. Any numbers or strings; only which rows share one matters. */
export type Labels = ArrayLike<number | string>;

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
  if (first.length !== second.length) {
    throw new GaussmixError(
      'shape',
      `adjustedRandIndex: both partitions must label the same rows, ` +
        `got ${first.length} labels and ${second.length} labels.`,
    );
  }
  const n = first.length;
  const rows = numbered(first);
  const columns = numbered(second);
  const cells = rows.map((row, i) => row * n + columns[i]);

  // Whole numbers of any size: at a million rows the products have 24 digits, and a d nearly cancels b c.
  const a = pairsTogether(cells);
  const b = pairsTogether(rows) - a;
  const c = pairsTogether(columns) - a;
  const d = BigInt(pairsOf(n)) - a - b - c;
  if (b === 0n && c === 0n) return 1;
  return Number(2n * (a * d - b * c)) / Number((a + b) * (b + d) + (a + c) * (c + d));
}

/** The same partition with its labels replaced by 0, 1, 2, ... in order of appearance. */
function numbered(labels: Labels): Float64Array {
  const numbers = new Map<number | string, number>();
  const numbered = new Float64Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const number = numbers.get(labels[i]!) ?? numbers.size;
    numbers.set(labels[i]!, number);
    numbered[i] = number;
  }
  return numbered;
}

/** How many pairs of rows have the same label. */
function pairsTogether(labels: Float64Array): bigint {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  let pairs = 0;
  for (const size of sizes.values()) pairs += pairsOf(size);
  return BigInt(pairs);
}

/** Pairs among n rows: exact in a double up to 90 million rows. */
function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}
