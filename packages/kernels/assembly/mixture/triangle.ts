import { CUTOFF_SLOPE, keep } from './maxima';

/**
 * The squares of one component with a full covariance by forward substitution,
 * y_i = (x_i - mu_i - sum_(j<i) L_ij y_j) / L_ii: tiles of 4 numbers of 4 rows stay in registers.
 *
 * @param panels  `stride` a multiple of 4, zeros beyond d
 * @param factor  by tiles of four rows of L: their four mu_i; columns j of L before the tile, four numbers each; then the
 *   triangle by rows, with 1 / L_ii in place of L_ii. Zeros beyond d
 * @param whitened  receives y in panels
 * @param cutoff  see `cutoffsOf`; Infinity to compute every square to its end
 * @param step  bytes from the y of four rows to that of the next four; 0 to overwrite them
 */
export function squaresOfTriangle(
  panels: usize, factor: usize, squares: usize, maxima: usize, constant: f64, groups: i32, stride: i32,
  whitened: usize, step: i32, cutoff: f64,
): void {
  const c = f64x2.splat(constant);
  const kappa = f64x2.splat(cutoff);
  const bytes = <usize>stride << 5;
  for (let g = 0; g < groups; g++) {
    let p = factor;
    let x = panels;
    const xEnd = panels + bytes;
    let yEnd = whitened;
    let s = f64x2.splat(0);
    let t = f64x2.splat(0);
    let l: v128, u: v128, v: v128;
    while (x < xEnd) {
      l = v128.load64_splat(p, 0);
      let a0 = f64x2.sub(v128.load(x, 0), l);
      let b0 = f64x2.sub(v128.load(x, 16), l);
      l = v128.load64_splat(p, 8);
      let a1 = f64x2.sub(v128.load(x, 32), l);
      let b1 = f64x2.sub(v128.load(x, 48), l);
      l = v128.load64_splat(p, 16);
      let a2 = f64x2.sub(v128.load(x, 64), l);
      let b2 = f64x2.sub(v128.load(x, 80), l);
      l = v128.load64_splat(p, 24);
      let a3 = f64x2.sub(v128.load(x, 96), l);
      let b3 = f64x2.sub(v128.load(x, 112), l);
      p += 32;
      let yp = whitened;
      while (yp < yEnd) {
        u = v128.load(yp, 0);
        v = v128.load(yp, 16);
        l = v128.load64_splat(p, 0);
        a0 = f64x2.sub(a0, f64x2.mul(l, u));
        b0 = f64x2.sub(b0, f64x2.mul(l, v));
        l = v128.load64_splat(p, 8);
        a1 = f64x2.sub(a1, f64x2.mul(l, u));
        b1 = f64x2.sub(b1, f64x2.mul(l, v));
        l = v128.load64_splat(p, 16);
        a2 = f64x2.sub(a2, f64x2.mul(l, u));
        b2 = f64x2.sub(b2, f64x2.mul(l, v));
        l = v128.load64_splat(p, 24);
        a3 = f64x2.sub(a3, f64x2.mul(l, u));
        b3 = f64x2.sub(b3, f64x2.mul(l, v));
        u = v128.load(yp, 32);
        v = v128.load(yp, 48);
        l = v128.load64_splat(p, 32);
        a0 = f64x2.sub(a0, f64x2.mul(l, u));
        b0 = f64x2.sub(b0, f64x2.mul(l, v));
        l = v128.load64_splat(p, 40);
        a1 = f64x2.sub(a1, f64x2.mul(l, u));
        b1 = f64x2.sub(b1, f64x2.mul(l, v));
        l = v128.load64_splat(p, 48);
        a2 = f64x2.sub(a2, f64x2.mul(l, u));
        b2 = f64x2.sub(b2, f64x2.mul(l, v));
        l = v128.load64_splat(p, 56);
        a3 = f64x2.sub(a3, f64x2.mul(l, u));
        b3 = f64x2.sub(b3, f64x2.mul(l, v));
        u = v128.load(yp, 64);
        v = v128.load(yp, 80);
        l = v128.load64_splat(p, 64);
        a0 = f64x2.sub(a0, f64x2.mul(l, u));
        b0 = f64x2.sub(b0, f64x2.mul(l, v));
        l = v128.load64_splat(p, 72);
        a1 = f64x2.sub(a1, f64x2.mul(l, u));
        b1 = f64x2.sub(b1, f64x2.mul(l, v));
        l = v128.load64_splat(p, 80);
        a2 = f64x2.sub(a2, f64x2.mul(l, u));
        b2 = f64x2.sub(b2, f64x2.mul(l, v));
        l = v128.load64_splat(p, 88);
        a3 = f64x2.sub(a3, f64x2.mul(l, u));
        b3 = f64x2.sub(b3, f64x2.mul(l, v));
        u = v128.load(yp, 96);
        v = v128.load(yp, 112);
        l = v128.load64_splat(p, 96);
        a0 = f64x2.sub(a0, f64x2.mul(l, u));
        b0 = f64x2.sub(b0, f64x2.mul(l, v));
        l = v128.load64_splat(p, 104);
        a1 = f64x2.sub(a1, f64x2.mul(l, u));
        b1 = f64x2.sub(b1, f64x2.mul(l, v));
        l = v128.load64_splat(p, 112);
        a2 = f64x2.sub(a2, f64x2.mul(l, u));
        b2 = f64x2.sub(b2, f64x2.mul(l, v));
        l = v128.load64_splat(p, 120);
        a3 = f64x2.sub(a3, f64x2.mul(l, u));
        b3 = f64x2.sub(b3, f64x2.mul(l, v));
        p += 128;
        yp += 128;
      }
      l = v128.load64_splat(p, 0);
      a0 = f64x2.mul(a0, l);
      b0 = f64x2.mul(b0, l);
      s = f64x2.add(s, f64x2.mul(a0, a0));
      t = f64x2.add(t, f64x2.mul(b0, b0));
      l = v128.load64_splat(p, 8);
      a1 = f64x2.sub(a1, f64x2.mul(l, a0));
      b1 = f64x2.sub(b1, f64x2.mul(l, b0));
      l = v128.load64_splat(p, 16);
      a1 = f64x2.mul(a1, l);
      b1 = f64x2.mul(b1, l);
      s = f64x2.add(s, f64x2.mul(a1, a1));
      t = f64x2.add(t, f64x2.mul(b1, b1));
      l = v128.load64_splat(p, 24);
      a2 = f64x2.sub(a2, f64x2.mul(l, a0));
      b2 = f64x2.sub(b2, f64x2.mul(l, b0));
      l = v128.load64_splat(p, 32);
      a2 = f64x2.sub(a2, f64x2.mul(l, a1));
      b2 = f64x2.sub(b2, f64x2.mul(l, b1));
      l = v128.load64_splat(p, 40);
      a2 = f64x2.mul(a2, l);
      b2 = f64x2.mul(b2, l);
      s = f64x2.add(s, f64x2.mul(a2, a2));
      t = f64x2.add(t, f64x2.mul(b2, b2));
      l = v128.load64_splat(p, 48);
      a3 = f64x2.sub(a3, f64x2.mul(l, a0));
      b3 = f64x2.sub(b3, f64x2.mul(l, b0));
      l = v128.load64_splat(p, 56);
      a3 = f64x2.sub(a3, f64x2.mul(l, a1));
      b3 = f64x2.sub(b3, f64x2.mul(l, b1));
      l = v128.load64_splat(p, 64);
      a3 = f64x2.sub(a3, f64x2.mul(l, a2));
      b3 = f64x2.sub(b3, f64x2.mul(l, b2));
      l = v128.load64_splat(p, 72);
      a3 = f64x2.mul(a3, l);
      b3 = f64x2.mul(b3, l);
      s = f64x2.add(s, f64x2.mul(a3, a3));
      t = f64x2.add(t, f64x2.mul(b3, b3));
      p += 80;
      v128.store(yp, a0, 0);
      v128.store(yp, b0, 16);
      v128.store(yp, a1, 32);
      v128.store(yp, b1, 48);
      v128.store(yp, a2, 64);
      v128.store(yp, b2, 80);
      v128.store(yp, a3, 96);
      v128.store(yp, b3, 112);
      yEnd = yp + 128;
      x += 128;
      // Every other tile: squares only grow, so where those so far rule the component out for all four rows, the
      // rest does not matter. What stands in s and t then is below the largest, and rules it out again.
      if ((x - panels) & 128) continue;
      const slope = f64x2.splat(CUTOFF_SLOPE);
      const first = f64x2.lt(f64x2.sub(kappa, f64x2.mul(slope, s)), v128.load(maxima));
      const last = f64x2.lt(f64x2.sub(kappa, f64x2.mul(slope, t)), v128.load(maxima, 16));
      if (i64x2.bitmask(v128.and(first, last)) == 3) break;
    }
    keep(squares, maxima, c, s, t);
    panels += bytes;
    squares += 32;
    maxima += 32;
    whitened += step;
  }
}
