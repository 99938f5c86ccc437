import { log } from '@gaussmix/kernels';
import { type Groups, joinGroups } from '../groups.ts';
import { eliminate, logOfPivots } from './eliminate.ts';
import type { MergeCosts } from './tree-model.ts';
import { addSquare, forEachDeviation, withinTraces } from './within.ts';

/**
 * VVV: ellipsoids, each its own. The criterion is
 *
 *   sum over groups of n_k log(|W_k / n_k| + beta (tr W_k + alpha) / n_k)
 *
 * without the determinant where n_k <= d, for there it is 0. Fraley (1998), SIAM Journal on Scientific Computing 20,
 * 270-281.
 *
 * @param alpha  in squared units of the data
 * @returns the costs, which follow the groups
 */
export function ellipsoids(groups: Groups, { alpha, beta }: { alpha: number; beta: number }): MergeCosts {
  const { dimension: d, counts, means } = groups;
  const size = (d * (d + 1)) / 2;
  const scatters = new Float64Array(counts.length * size); // W_k, packed lower triangles
  forEachDeviation(groups, (group, vector) => addSquare(scatters, group * size, { vector, weight: 1 }));
  const traces = withinTraces(groups);
  const terms = new Float64Array(counts.length);
  const triangle = new Float64Array(size);
  const difference = new Float64Array(d);
  for (const group of groups.alive) {
    const from = group * size;
    for (let at = 0; at < size; at++) triangle[at] = scatters[from + at]!;
    terms[group] = termOf(counts[group]!, traces[group]!);
  }

  /** n |difference|^2 of the means, which it leaves in `difference`, n = n_i n_j / (n_i + n_j). */
  function traceBetween(i: number, j: number): number {
    let squared = 0;
    for (let k = 0, p = i * d, q = j * d; k < d; k++) {
      const value = means[p + k]! - means[q + k]!;
      difference[k] = value;
      squared += value * value;
    }
    return weightOf(i, j) * squared;
  }

  function weightOf(i: number, j: number): number {
    return (counts[i]! * counts[j]!) / (counts[i]! + counts[j]!);
  }

  /** The scatter of groups i and j together, into `triangle`. */
  function scatterTogether(i: number, j: number): void {
    const weight = weightOf(i, j);
    const p = i * size;
    const q = j * size;
    for (let r = 0, at = 0; r < d; r++) {
      const scaled = weight * difference[r]!;
      for (let c = 0; c <= r; c++, at++) {
        triangle[at] = scatters[p + at]! + scatters[q + at]! + scaled * difference[c]!;
      }
    }
  }

  /** The term of a group whose scatter stands in `triangle`, which it uses up. */
  function termOf(count: number, trace: number): number {
    const spread = (beta * (trace + alpha)) / count;
    if (count <= d) return count * log(spread);
    const determinant = eliminate(triangle, d, count);
    return count * (determinant < Infinity ? log(determinant + spread) : logOfPivots(triangle, d, count));
  }

  return {
    steady: true,
    cost(i, j, limit) {
      const count = counts[i]! + counts[j]!;
      const apart = terms[i]! + terms[j]!;
      const trace = traces[i]! + traces[j]! + traceBetween(i, j);
      const withoutDeterminant = count * log((beta * (trace + alpha)) / count) - apart;
      if (count <= d || withoutDeterminant > limit) return withoutDeterminant;
      scatterTogether(i, j);
      return termOf(count, trace) - apart;
    },
    merge(a, b) {
      const trace = traces[a]! + traces[b]! + traceBetween(a, b);
      scatterTogether(a, b);
      scatters.set(triangle, a * size);
      joinGroups(groups, a, b);
      traces[a] = trace;
      terms[a] = termOf(counts[a]!, trace);
      return 1;
    },
  };
}
