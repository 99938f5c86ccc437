import { choleskyInto, invertLower } from '@gaussmix/linalg';
import { type Groups, joinGroups } from '../groups.ts';
import type { MergeCosts } from './tree-model.ts';
import { forEachDeviation } from './within.ts';

/**
 * EEE: ellipsoids that are alike. With S the covariance within groups and T that of all n rows, the criterion is
 *
 *   |S| + tr S   until |S| reaches tr T / d,   then   log |S|
 *
 * for S is known from few rows at first. A merge adds v v^T to S, with v the difference of the means times
 * sqrt(n_i n_j / (n_i + n_j) / n), and costs
 *
 *   v^T (|S| S^-1 + I) v   and then   v^T S^-1 v
 *
 * Squared distances both, so means are kept in coordinates where they are those of Euclid. Friedman & Rubin (1967),
 * Journal of the American Statistical Association 62, 1159-1178; the way in is mclust's.
 *
 * @returns the costs, which follow the groups
 */
export function equalEllipsoids(groups: Groups): MergeCosts {
  const { dimension: d, counts, means, alive, rows } = groups;
  const covariance = new Float64Array(d * d); // S
  const enough = groups.totalTrace / rows / d;
  const placed = new Float64Array(means.length);
  const difference = new Float64Array(d);
  forEachDeviation(groups, (_, deviation) => widen(deviation, 1 / rows));
  let metric = metricOf(covariance, d, enough);
  place();

  function widen(vector: Float64Array, weight: number): void {
    for (let r = 0, at = 0; r < d; r++) {
      const scaled = weight * vector[r]!;
      for (let c = 0; c < d; c++, at++) covariance[at] = covariance[at]! + scaled * vector[c]!;
    }
  }

  function place(): void {
    const { map, relative } = metric;
    for (let at = 0; at < groups.left; at++) {
      const from = alive[at]! * d;
      for (let r = 0; r < d; r++) {
        const end = relative ? r + 1 : d;
        let sum = 0;
        for (let c = relative ? 0 : r; c < end; c++) sum += map[r * d + c]! * means[from + c]!;
        placed[from + r] = sum;
      }
    }
  }

  function weightOf(i: number, j: number): number {
    return (counts[i]! * counts[j]!) / (counts[i]! + counts[j]!) / rows;
  }

  function cost(i: number, j: number): number {
    let squared = 0;
    for (let k = 0, p = i * d, q = j * d; k < d; k++) {
      const difference = placed[p + k]! - placed[q + k]!;
      squared += difference * difference;
    }
    return weightOf(i, j) * squared;
  }

  return {
    steady: false,
    cost,
    merge(a, b) {
      // S grows by v v^T. A cost in the first units can only grow with it, one in the second shrinks with 1 / |S|.
      const kept = metric.relative ? 1 / (1 + cost(a, b)) : 1;
      for (let k = 0; k < d; k++) difference[k] = means[a * d + k]! - means[b * d + k]!;
      widen(difference, weightOf(a, b));
      joinGroups(groups, a, b);
      const { relative } = metric;
      metric = metricOf(covariance, d, enough);
      place();
      return metric.relative === relative ? kept : 0;
    },
  };
}

/** Where costs are squared distances: after a map of the means. */
interface Metric {
  /** d x d, a triangle: lower where costs are relative, else upper. */
  readonly map: Float64Array;
  /** Whether costs are relative to the determinant. */
  readonly relative: boolean;
}

function metricOf(covariance: Float64Array, d: number, enough: number): Metric {
  const factor = new Float64Array(d * d);
  let determinant = 1;
  let known = true;
  if (choleskyInto(factor, covariance, d) !== -1) {
    // |S| S^-1, the matrix of cofactors, is continuous: where S is singular it is that of a matrix hardly larger.
    known = false;
    choleskyInto(factor, widened(covariance, d), d);
  }
  for (let k = 0; k < d; k++) {
    const pivot = factor[k * d + k]! * factor[k * d + k]!;
    determinant *= pivot;
    known &&= pivot > KNOWN * covariance[k * d + k]!;
  }
  const inverse = invertLower(factor, d);
  if (determinant >= enough && (known || determinant > HUGE)) return { map: inverse, relative: true };
  return { map: rootOf(inverse, { d, determinant }), relative: false };
}

/** Which part of a variance must be left over, given the columns before, for its size to be more than rounding. */
const KNOWN = 1e-10;

/** Beyond it, cofactors may overflow. */
const HUGE = 1e200;

/** What is added to a singular matrix, as a part of its largest variance. */
const WIDENING = 1e-12;

function widened(covariance: Float64Array, d: number): Float64Array {
  const wide = covariance.slice();
  let largest = 0;
  for (let k = 0; k < d; k++) largest = Math.max(largest, covariance[k * (d + 1)]!);
  for (let k = 0; k < d; k++) wide[k * (d + 1)] = wide[k * (d + 1)]! + WIDENING * (largest || 1);
  return wide;
}

/** Upper R with R^T R = |S| S^-1 + I, S^-1 = A^T A. */
function rootOf(inverse: Float64Array, { d, determinant }: { d: number; determinant: number }): Float64Array {
  const sum = identity(d);
  for (let r = 0; r < d; r++) {
    for (let c = 0; c < d; c++) {
      let product = 0;
      for (let k = Math.max(r, c); k < d; k++) product += inverse[k * d + r]! * inverse[k * d + c]!;
      sum[r * d + c] = sum[r * d + c]! + determinant * product;
    }
  }
  const lower = new Float64Array(d * d);
  choleskyInto(lower, sum, d);
  return sum.map((_, at) => lower[(at % d) * d + Math.floor(at / d)]!);
}

function identity(d: number): Float64Array {
  return Float64Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 1 : 0));
}
