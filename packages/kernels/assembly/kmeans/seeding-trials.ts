import { GROUP, gatherGroup, squaresOfGroup } from './squares-of-group';

/**
 * What each candidate would leave of the squared distances before, bit for bit the `seedingTrials` of src/kmeans.
 *
 * @param list  four bytes for each row: which of these it is; in full groups
 * @param rows  row-major, d numbers each
 * @param centers  the candidates, K x d, after d numbers that rows lose first
 * @param work  room for 4 d and 4 K numbers
 * @param before  a number for each row; 0 for those beyond the last, which then count as nothing
 * @param totals  two numbers for each candidate, 0 at first: the even and the odd rows
 * @param after  `stride` bytes for each candidate
 */
export function seedingTrials(
  list: usize,
  rows: usize,
  centers: usize,
  work: usize,
  before: usize,
  totals: usize,
  after: usize,
  groups: i32,
  clusters: i32,
  d: i32,
  stride: usize,
): void {
  const squares = work + <usize>d * GROUP;
  for (let g = 0; g < groups; g++) {
    gatherGroup(list, rows, centers, work, d);
    squaresOfGroup(work, centers + (<usize>d << 3), squares, clusters, d);
    const b0 = v128.load(before);
    const b1 = v128.load(before, 16);
    let at = squares;
    let to = after;
    let sum = totals;
    for (let k = 0; k < clusters; k++) {
      const q0 = f64x2.pmin(b0, v128.load(at));
      const q1 = f64x2.pmin(b1, v128.load(at, 16));
      v128.store(to, q0);
      v128.store(to, q1, 16);
      v128.store(sum, f64x2.add(f64x2.add(v128.load(sum), q0), q1));
      at += GROUP;
      to += stride;
      sum += 16;
    }
    list += 16;
    before += GROUP;
    after += GROUP;
  }
}
