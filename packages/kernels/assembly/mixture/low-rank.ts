import { CUTOFF_SLOPE, keep } from './maxima';

/**
 * The squares of one component with a covariance of low rank: y = (I + Q M Q^T) z, z_j = (x_j - mu_j) w_j. Four columns of Q
 * at a time in registers.
 *
 * @param factor  mu_j, w_j and row j of Q by turns, then M by rows, q x q
 * @param room  for z, d times 32 bytes, and then for Q^T z, q times 32
 * @param cutoff  see `cutoffsOf`; Infinity to compute every square to its end
 */
export function squaresOfLowRank(
  panels: usize, factor: usize, squares: usize, maxima: usize, constant: f64, groups: i32, d: i32, q: i32,
  stride: i32, room: usize, cutoff: f64,
): void {
  const c = f64x2.splat(constant);
  const kappa = f64x2.splat(cutoff);
  const row = (<usize>q + 2) << 3;
  const middle = factor + <usize>d * row;
  const along = room + (<usize>d << 5);
  const alongEnd = along + (<usize>q << 5);
  for (let g = 0; g < groups; g++) {
    let x = panels;
    let p = factor;
    for (let z = room; z < along; z += 32) {
      const mean = v128.load64_splat(p);
      const scale = v128.load64_splat(p, 8);
      v128.store(z, f64x2.mul(f64x2.sub(v128.load(x), mean), scale));
      v128.store(z, f64x2.mul(f64x2.sub(v128.load(x, 16), mean), scale), 16);
      x += 32;
      p += row;
    }
    productsOfPanel(room, factor + 16, row, along, q);
    stretch(middle, along, q);
    let s = f64x2.splat(0);
    let t = f64x2.splat(0);
    p = factor + 16;
    for (let z = room; z < along; z += 32) {
      let u = v128.load(z);
      let v = v128.load(z, 16);
      let b = p;
      for (let a = along; a < alongEnd; a += 32) {
        const l = v128.load64_splat(b);
        u = f64x2.add(u, f64x2.mul(l, v128.load(a)));
        v = f64x2.add(v, f64x2.mul(l, v128.load(a, 16)));
        b += 8;
      }
      s = f64x2.add(s, f64x2.mul(u, u));
      t = f64x2.add(t, f64x2.mul(v, v));
      p += row;
      // As in squaresOfTriangle, every sixteenth number.
      if ((z - room) & 480) continue;
      const slope = f64x2.splat(CUTOFF_SLOPE);
      const first = f64x2.lt(f64x2.sub(kappa, f64x2.mul(slope, s)), v128.load(maxima));
      const last = f64x2.lt(f64x2.sub(kappa, f64x2.mul(slope, t)), v128.load(maxima, 16));
      if (i64x2.bitmask(v128.and(first, last)) == 3) break;
    }
    keep(squares, maxima, c, s, t);
    panels += <usize>stride << 5;
    squares += 32;
    maxima += 32;
  }
}

/** Q^T z of four rows, Q by rows that are `row` bytes apart. */
function productsOfPanel(z: usize, basis: usize, row: usize, along: usize, q: i32): void {
  const end = along;
  let f = 0;
  for (; f + 4 <= q; f += 4) {
    let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0;
    let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    let p = basis + (<usize>f << 3);
    for (let y = z; y < end; y += 32) {
      const u = v128.load(y);
      const v = v128.load(y, 16);
      let l = v128.load64_splat(p, 0);
      a0 = f64x2.add(a0, f64x2.mul(l, u));
      b0 = f64x2.add(b0, f64x2.mul(l, v));
      l = v128.load64_splat(p, 8);
      a1 = f64x2.add(a1, f64x2.mul(l, u));
      b1 = f64x2.add(b1, f64x2.mul(l, v));
      l = v128.load64_splat(p, 16);
      a2 = f64x2.add(a2, f64x2.mul(l, u));
      b2 = f64x2.add(b2, f64x2.mul(l, v));
      l = v128.load64_splat(p, 24);
      a3 = f64x2.add(a3, f64x2.mul(l, u));
      b3 = f64x2.add(b3, f64x2.mul(l, v));
      p += row;
    }
    const to = along + (<usize>f << 5);
    v128.store(to, a0, 0);
    v128.store(to, b0, 16);
    v128.store(to, a1, 32);
    v128.store(to, b1, 48);
    v128.store(to, a2, 64);
    v128.store(to, b2, 80);
    v128.store(to, a3, 96);
    v128.store(to, b3, 112);
  }
  for (; f < q; f++) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let p = basis + (<usize>f << 3);
    for (let y = z; y < end; y += 32) {
      const l = v128.load64_splat(p);
      a = f64x2.add(a, f64x2.mul(l, v128.load(y)));
      b = f64x2.add(b, f64x2.mul(l, v128.load(y, 16)));
      p += row;
    }
    const to = along + (<usize>f << 5);
    v128.store(to, a);
    v128.store(to, b, 16);
  }
}

/** M t of four rows, in place: from the last on. */
function stretch(middle: usize, along: usize, q: i32): void {
  for (let f = q - 1; f >= 0; f--) {
    let u = f64x2.splat(0);
    let v = f64x2.splat(0);
    for (let h = 0; h <= f; h++) {
      const l = v128.load64_splat(middle + (<usize>(f * q + h) << 3));
      const t = along + (<usize>h << 5);
      u = f64x2.add(u, f64x2.mul(l, v128.load(t)));
      v = f64x2.add(v, f64x2.mul(l, v128.load(t, 16)));
    }
    v128.store(along + (<usize>f << 5), u);
    v128.store(along + (<usize>f << 5), v, 16);
  }
}

/**
 * Adds the products of a sketch from a tile of rows: (S V)_jf += w_j p_f over pairs of rows, p = V^T x.
 *
 * @param entries  d x q vectors
 * @param deviations  x, `step` bytes from one number of a row to the next
 * @param weighted  r x, likewise
 * @param directions  V, d x q numbers
 * @param room  for p: q times `length` vectors
 * @param length  pairs of rows, a multiple of 4
 */
export function addSketch(
  entries: usize, deviations: usize, weighted: usize, directions: usize, room: usize, length: i32, d: i32, q: i32,
  step: i32,
): void {
  const bytes = <usize>length << 4;
  const row = <usize>q << 3;
  for (let f = 0; f < q; f++) {
    const p = room + <usize>f * bytes;
    for (let t: usize = 0; t < bytes; t += 64) {
      let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0;
      let x = deviations + t;
      let l = directions + (<usize>f << 3);
      for (let j = 0; j < d; j++) {
        const v = v128.load64_splat(l);
        a0 = f64x2.add(a0, f64x2.mul(v, v128.load(x, 0)));
        a1 = f64x2.add(a1, f64x2.mul(v, v128.load(x, 16)));
        a2 = f64x2.add(a2, f64x2.mul(v, v128.load(x, 32)));
        a3 = f64x2.add(a3, f64x2.mul(v, v128.load(x, 48)));
        x += step;
        l += row;
      }
      v128.store(p + t, a0, 0);
      v128.store(p + t, a1, 16);
      v128.store(p + t, a2, 32);
      v128.store(p + t, a3, 48);
    }
  }
  // Rows in order: two entries at a time, of two numbers of the rows.
  for (let j = 0; j < d; j += 2) {
    const w = weighted;
    const next = j + 1 < d ? weighted + step : weighted;
    for (let f = 0; f < q; f++) {
      let s0 = v128.load(entries);
      let s1 = v128.load(entries + (row << 1));
      const p = room + <usize>f * bytes;
      for (let t: usize = 0; t < bytes; t += 16) {
        const u = v128.load(p + t);
        s0 = f64x2.add(s0, f64x2.mul(v128.load(w + t), u));
        s1 = f64x2.add(s1, f64x2.mul(v128.load(next + t), u));
      }
      v128.store(entries, s0);
      if (j + 1 < d) v128.store(entries + (row << 1), s1);
      entries += 16;
    }
    entries += row << 1;
    weighted += step << 1;
  }
}
