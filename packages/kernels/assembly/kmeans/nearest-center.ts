import { GROUP, gatherGroup, squaresOfGroup } from './squares-of-group';

/**
 * The nearest center of groups of four rows, bit for bit the `nearestCenter` of src/kmeans.
 *
 * @param list  four bytes for each row: which of these it is; in full groups
 * @param rows  row-major, d numbers each
 * @param centers  K x d after d numbers that rows lose first
 * @param work  room for 4 d and 4 K numbers
 * @param gaps  a number for each row
 * @param margin  that of distances
 * @param farthest  what counts as the largest distance
 * @param underflow  what gaps lose in any case
 * @param labels  four bytes for each row
 */
export function nearestCenter(
  list: usize,
  rows: usize,
  centers: usize,
  work: usize,
  gaps: usize,
  labels: usize,
  groups: i32,
  clusters: i32,
  d: i32,
  margin: f64,
  farthest: f64,
  underflow: f64,
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
    v128.store(gaps, gap(n0, s0, margin, farthest, underflow));
    v128.store(gaps, gap(n1, s1, margin, farthest, underflow), 16);
    v128.store(labels, v128.shuffle<i32>(l0, l1, 0, 2, 4, 6));
    list += 16;
    gaps += GROUP;
    labels += 16;
  }
}

// @ts-ignore: decorator
@inline
function gap(nearest: v128, second: v128, margin: f64, farthest: f64, underflow: f64): v128 {
  const reach = f64x2.pmin(f64x2.sqrt(second), f64x2.splat(farthest));
  const far = f64x2.mul(reach, f64x2.splat(1 - margin));
  const near = f64x2.mul(f64x2.sqrt(nearest), f64x2.splat(1 + margin));
  return f64x2.sub(f64x2.sub(far, near), f64x2.splat(underflow));
}
