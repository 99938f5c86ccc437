import { LIST } from './lists';
import { pair } from './panels';

/**
 * Gathers listed rows about the mean of one component, and adds up their responsibilities r and r (x - mu).
 *
 * @param rows  row-major, d numbers each
 * @param list  where the even rows of the tile begin in the list
 * @param length  pairs of rows
 * @param deviations  receives x - mu, `step` bytes from one number of a row to the next
 * @param weighted  receives r (x - mu), likewise
 * @param counts  a vector, N_k
 * @param sums  d vectors, s_k
 */
export function gatherDeviations(
  rows: usize, list: usize, length: i32, shares: usize, inverses: usize, mean: usize,
  deviations: usize, weighted: usize, counts: usize, sums: usize, d: i32, step: i32,
): void {
  const row = d << 3;
  const twoSteps = <usize>step << 1;
  let n = v128.load(counts);
  let out = deviations;
  const apart = weighted - deviations;
  for (let t = 0; t < length; t++) {
    const e = <usize>load<u16>(list);
    const o = <usize>load<u16>(list, LIST);
    const r = f64x2.mul(pair(shares + (e << 3), shares + (o << 3)), pair(inverses + (e << 3), inverses + (o << 3)));
    n = f64x2.add(n, r);
    let first = rows + e * row;
    let second = rows + o * row;
    let to = out;
    let m = mean;
    const even = mean + ((<usize>d & ~1) << 3);
    for (; m < even; m += 16) {
      const about = v128.load(m);
      const x = f64x2.sub(v128.load(first), about);
      const y = f64x2.sub(v128.load(second), about);
      const u = v128.shuffle<f64>(x, y, 0, 2);
      const v = v128.shuffle<f64>(x, y, 1, 3);
      v128.store(to, u);
      v128.store(to + apart, f64x2.mul(r, u));
      v128.store(to + step, v);
      v128.store(to + step + apart, f64x2.mul(r, v));
      first += 16;
      second += 16;
      to += twoSteps;
    }
    if (d & 1) {
      const u = f64x2.sub(pair(first, second), v128.load64_splat(m));
      v128.store(to, u);
      v128.store(to + apart, f64x2.mul(r, u));
    }
    list += 2;
    out += 16;
  }
  v128.store(counts, n);
  addWeighted(weighted, length, sums, d, step);
}

/** As {@link gatherDeviations}, of all rows of so many panels. @param weights  responsibilities, 0 beyond the rows */
export function spreadDeviations(
  panels: usize, groups: i32, stride: i32, weights: usize, mean: usize,
  deviations: usize, weighted: usize, counts: usize, sums: usize, d: i32, step: i32,
): void {
  const apart = weighted - deviations;
  let n = v128.load(counts);
  let out = deviations;
  for (let g = 0; g < groups; g++) {
    const r = v128.load(weights);
    const q = v128.load(weights, 16);
    n = f64x2.add(f64x2.add(n, r), q);
    let x = panels;
    let to = out;
    const end = mean + (<usize>d << 3);
    for (let m = mean; m < end; m += 8) {
      const about = v128.load64_splat(m);
      const u = f64x2.sub(v128.load(x), about);
      const v = f64x2.sub(v128.load(x, 16), about);
      v128.store(to, u);
      v128.store(to, v, 16);
      v128.store(to + apart, f64x2.mul(r, u));
      v128.store(to + apart, f64x2.mul(q, v), 16);
      x += 32;
      to += step;
    }
    weights += 32;
    panels += <usize>stride << 5;
    out += 32;
  }
  v128.store(counts, n);
  addWeighted(weighted, groups << 1, sums, d, step);
}

function addWeighted(weighted: usize, length: i32, sums: usize, d: i32, step: i32): void {
  for (let j = 0; j < d; j++) {
    let sum = v128.load(sums);
    const end = weighted + (<usize>length << 4);
    for (let w = weighted; w < end; w += 16) sum = f64x2.add(sum, v128.load(w));
    v128.store(sums, sum);
    sums += 16;
    weighted += step;
  }
}

/** Adds the squares of one component from a tile of rows: S_jj += w_j x_j over pairs of rows. */
export function addSquares(
  entries: usize, deviations: usize, weighted: usize, length: i32, d: i32, step: i32,
): void {
  const bytes = <usize>length << 4;
  const apart = deviations - weighted;
  for (let j = 0; j < d; j++) {
    let sum = v128.load(entries);
    const end = weighted + bytes;
    for (let w = weighted; w < end; w += 16) sum = f64x2.add(sum, f64x2.mul(v128.load(w), v128.load(w + apart)));
    v128.store(entries, sum);
    entries += 16;
    weighted += step;
  }
}

/** Multiplies shares by the inverses of their sums. */
export function responsibilities(shares: usize, inverses: usize, pairs: i32): void {
  for (let i = 0; i < pairs; i++) {
    v128.store(shares, f64x2.mul(v128.load(shares), v128.load(inverses)));
    shares += 16;
    inverses += 16;
  }
}

/**
 * Adds the moments of one component with a diagonal scatter from whole panels, one number of a row after another: N_k,
 * s_k and the diagonal of S_k.
 *
 * @param weights  responsibilities of the rows; 0 beyond them
 */
export function momentsOfDiagonal(
  panels: usize, weights: usize, mean: usize, counts: usize, sums: usize, entries: usize,
  groups: i32, d: i32, stride: i32,
): void {
  const step = <usize>stride << 5;
  const end = weights + (<usize>groups << 5);
  let n = v128.load(counts);
  for (let w = weights; w < end; w += 16) n = f64x2.add(n, v128.load(w));
  v128.store(counts, n);
  for (let j = 0; j < d; j++) {
    const about = v128.load64_splat(mean);
    let sum = v128.load(sums);
    let square = v128.load(entries);
    let x = panels;
    for (let w = weights; w < end; w += 32) {
      const u = f64x2.sub(v128.load(x), about);
      const r = f64x2.mul(v128.load(w), u);
      sum = f64x2.add(sum, r);
      square = f64x2.add(square, f64x2.mul(r, u));
      const v = f64x2.sub(v128.load(x, 16), about);
      const q = f64x2.mul(v128.load(w, 16), v);
      sum = f64x2.add(sum, q);
      square = f64x2.add(square, f64x2.mul(q, v));
      x += step;
    }
    v128.store(sums, sum);
    v128.store(entries, square);
    mean += 8;
    sums += 16;
    entries += 16;
    panels += 32;
  }
}
