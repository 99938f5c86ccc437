import { log } from '@gaussmix/kernels';
import type { Contingency } from './contingency.ts';

/** Overlaps that are so much less likely than the likeliest one no longer count. */
const negligible = 1e-30;

/**
 * Mutual information, in nats, that two partitions with these sizes have on average over all ways of dealing
 * out their labels.
 *
 *   E[MI] = sum_ij sum_m P(m; a_i, b_j) m / n ln(n m / (a_i b_j))
 *
 * P is hypergeometric: m of the a_i rows of one label are among the b_j rows of the other. It is built from its
 * mode by ratios of neighbors, which keeps the digits that factorials of large n lose. Groups of equal size
 * have equal terms, so what counts is how many different sizes there are, at most the square root of 2 n.
 * Vinh, Epps and Bailey (2010), Journal of Machine Learning Research 11, 2837-2854, eq. 24a.
 */
export function expectedMutualInformation({ n, first, second }: Contingency): number {
  const columns = multiplicities(second.sizes);
  let expected = 0;
  for (const [a, rowsAlike] of multiplicities(first.sizes)) {
    for (const [b, columnsAlike] of columns) expected += rowsAlike * columnsAlike * expectedTerm(a, b, n);
  }
  return expected;
}

/** How often each size occurs. */
function multiplicities(sizes: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return counts;
}

/** The average of m / n ln(n m / (a b)) over overlaps m of a rows with b rows among n. */
function expectedTerm(a: number, b: number, n: number): number {
  const apart = n - a - b;
  const most = Math.min(a, b);
  const mode = Math.min(most, Math.floor(((a + 1) * (b + 1)) / (n + 2)));
  const term = (m: number) => (m === 0 ? 0 : (m / n) * log((n * m) / (a * b)));
  let total = 1;
  let sum = term(mode);
  const add = (weight: number, m: number) => {
    total += weight;
    sum += weight * term(m);
  };
  for (let m = mode, weight = 1; m < most && weight > negligible; m++) {
    weight *= ((a - m) / (m + 1)) * ((b - m) / (apart + m + 1));
    add(weight, m + 1);
  }
  for (let m = mode, weight = 1; m > 0 && apart + m > 0 && weight > negligible; m--) {
    weight *= (m / (a - m + 1)) * ((apart + m) / (b - m + 1));
    add(weight, m - 1);
  }
  return sum / total;
}
