import type { Matrix } from '@gaussmix/linalg';

/** For each row of x its nearest center. */
export interface Nearest {
  /** n labels, the first where several centers are as near. */
  readonly labels: Int32Array;
  /** n squared distances. */
  readonly distances: Float64Array;
}

/**
 * Writes the nearest center to each row and how far it is, as a sum of squared differences:
 * |x|^2 - 2 x c + |c|^2 is faster for many columns, but of rows close to their center it keeps no digit.
 */
export function nearestInto(out: Nearest, x: Matrix, centers: Matrix): void {
  const d = x.columns;
  const values = x.data;
  const to = centers.data;
  for (let i = 0; i < x.rows; i++) {
    let label = 0;
    let nearest = Infinity;
    for (let k = 0; k < centers.rows; k++) {
      let distance = 0;
      for (let p = i * d, q = k * d, end = p + d; p < end; p++, q++) {
        const difference = values[p]! - to[q]!;
        distance += difference * difference;
      }
      if (distance < nearest) {
        nearest = distance;
        label = k;
      }
    }
    out.labels[i] = label;
    out.distances[i] = nearest;
  }
}

/** Room for n rows. */
export function createNearest(rows: number): Nearest {
  return { labels: new Int32Array(rows), distances: new Float64Array(rows) };
}
