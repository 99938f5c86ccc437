import type { Groups } from '../groups.ts';

/**
 * The scatter of each group about its own mean, tr W_k.
 *
 * @returns a number for each initial group
 */
export function withinTraces(groups: Groups): Float64Array {
  const traces = new Float64Array(groups.counts.length);
  forEachDeviation(groups, (group, deviation) => {
    for (const value of deviation) traces[group] = traces[group]! + value * value;
  });
  return traces;
}

/**
 * Goes over the rows of all groups of more than one.
 *
 * @param visit  receives the group of a row, and the row from the mean of its group: d numbers, good until it returns
 */
export function forEachDeviation(
  { dimension: d, labels, counts, means, deviations }: Groups,
  visit: (group: number, deviation: Float64Array) => void,
): void {
  const deviation = new Float64Array(d);
  for (let i = 0; i < labels.length; i++) {
    const group = labels[i]!;
    if (counts[group] === 1) continue;
    for (let k = 0; k < d; k++) deviation[k] = deviations[i * d + k]! - means[group * d + k]!;
    visit(group, deviation);
  }
}

/** Adds a multiple of the square v v^T to a packed lower triangle (row after row) that begins at `from`. */
export function addSquare(
  triangles: Float64Array,
  from: number,
  { vector, weight }: { vector: Float64Array; weight: number },
): void {
  const d = vector.length;
  for (let r = 0, at = from; r < d; r++) {
    const scaled = weight * vector[r]!;
    for (let c = 0; c <= r; c++, at++) triangles[at] = triangles[at]! + scaled * vector[c]!;
  }
}
