import type { PlacedCenters } from '../../src/index.ts';

/** Rows and centers whose differences have all digits, from a small generator of their own. */
export interface Placement {
  /** n x d. */
  readonly rows: Float64Array;
  readonly centers: PlacedCenters;
}

/**
 * Rows about a few centers, of which some are equal, some rows copies of others, some at a center.
 *
 * @param scale  the standard deviation of rows
 */
export function placement(n: number, { d, clusters }: { d: number; clusters: number }, scale = 1): Placement {
  let state = 1 + n + 4096 * d + 131_072 * clusters;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  const spread = (): number => scale * (uniform() + uniform() + uniform() - 1.5);
  const origin = Float64Array.from({ length: d }, spread);
  const values = Float64Array.from({ length: clusters * d }, () => 2 * spread());
  if (clusters > 4) values.copyWithin(3 * d, d, 2 * d);
  const rows = Float64Array.from({ length: n * d }, (_, p) => {
    const k = Math.floor(p / d) % clusters;
    return origin[p % d]! + values[k * d + (p % d)]! + spread();
  });
  for (let i = 5; i < n; i += 7) rows.copyWithin(i * d, (i - 3) * d, (i - 2) * d);
  for (let i = 6; i < n; i += 11) {
    for (let j = 0; j < d; j++) rows[i * d + j] = origin[j]! + values[j]!;
  }
  return { rows, centers: { clusters, dimension: d, origin, values } };
}

/** The first n indices, or each `step`-th of them. */
export function indices(n: number, step = 1): Int32Array {
  return Int32Array.from({ length: Math.ceil(n / step) }, (_, i) => i * step);
}

/** Dimensions and numbers of clusters in which loops have every remainder. */
export const sizes: readonly { d: number; clusters: number }[] = [
  ...Array.from({ length: 20 }, (_, i) => ({ d: i + 1, clusters: 1 + ((i * 5) % 17) })),
  ...Array.from({ length: 17 }, (_, i) => ({ d: 1 + (i % 5), clusters: i + 1 })),
  { d: 64, clusters: 16 },
  { d: 64, clusters: 7 },
  { d: 128, clusters: 8 },
  { d: 128, clusters: 17 },
];

/** Numbers of rows: every remainder 0 .. 2 x lanes + 3 (four rows are one group), and many trips. */
export const counts: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 101, 1022, 1023, 1024];
