import { GROUP, gatherGroup, squaresOfGroup } from './squares-of-group';

/**
 * The two nearest centers of groups of four rows, bit for bit the `nearestTwo` of src/kmeans.
 *
 * @param list  four bytes for each row: which of these it is; in full groups
 * @param rows  row-major, d numbers each
 * @param centers  K x d after d numbers that rows lose first
 * @param work  room for 4 d and 4 K numbers
 * @param nearest  a number for each row: squared distances
 * @param second  the same
 * @param labels  four bytes for each row
 */
export function nearestTwo(
  list: usize,
  rows: usize,
  centers: usize,
  work: usize,
  nearest: usize,
  second: usize,
  labels: usize,
  groups: i32,
  clusters: i32,
  d: i32,
): void {
  const squares = work + <usize>d * GROUP;
  for (let g = 0; g < groups; g++) {
    gatherGroup(list, rows, centers, work, d);
    squaresOfGroup(work, centers + (<usize>d << 3), squares, clusters, d);
    let n0 = f64x2.splat(Infinity);
    let n1 = n0;
    let s0 = n0;
    let s1 = n0;
    let l0 = i64x2.splat(0);
    let l1 = l0;
    let at = squares;
    for (let k = 0; k < clusters; k++) {
      const q0 = v128.load(at);
      const q1 = v128.load(at, 16);
      const label = i64x2.splat(k);
      l0 = v128.bitselect(label, l0, f64x2.lt(q0, n0));
      l1 = v128.bitselect(label, l1, f64x2.lt(q1, n1));
      // The order of the operands is that of the plain comparisons also for NaN.
      s0 = f64x2.pmin(s0, f64x2.pmax(q0, n0));
      s1 = f64x2.pmin(s1, f64x2.pmax(q1, n1));
      n0 = f64x2.pmin(n0, q0);
      n1 = f64x2.pmin(n1, q1);
      at += GROUP;
    }
    v128.store(nearest, n0);
    v128.store(nearest, n1, 16);
    v128.store(second, s0);
    v128.store(second, s1, 16);
    v128.store(labels, v128.shuffle<i32>(l0, l1, 0, 2, 4, 6));
    list += 16;
    nearest += GROUP;
    second += GROUP;
    labels += 16;
  }
}
