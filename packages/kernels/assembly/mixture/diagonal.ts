import { keep } from './maxima';

/**
 * The squares of one component with a diagonal covariance, y_j = (x_j - mu_j) / sigma_j.
 *
 * @param factors  mu_j and 1 / sigma_j by turns
 */
export function squaresOfDiagonal(
  panels: usize, factors: usize, squares: usize, maxima: usize, constant: f64, groups: i32, d: i32, stride: i32,
): void {
  const c = f64x2.splat(constant);
  const end = factors + (<usize>d << 4);
  for (let g = 0; g < groups; g++) {
    let x = panels;
    let s = f64x2.splat(0);
    let t = f64x2.splat(0);
    for (let f = factors; f < end; f += 16) {
      const mean = v128.load64_splat(f);
      const inverse = v128.load64_splat(f, 8);
      const y = f64x2.mul(f64x2.sub(v128.load(x), mean), inverse);
      const z = f64x2.mul(f64x2.sub(v128.load(x, 16), mean), inverse);
      s = f64x2.add(s, f64x2.mul(y, y));
      t = f64x2.add(t, f64x2.mul(z, z));
      x += 32;
    }
    keep(squares, maxima, c, s, t);
    panels += <usize>stride << 5;
    squares += 32;
    maxima += 32;
  }
}

/** Whitens panels by one diagonal for all components, about the mean in `factors`: mu_j and 1 / sigma_j by turns. */
export function whitenByDiagonal(panels: usize, factors: usize, out: usize, groups: i32, d: i32, stride: i32): void {
  const end = factors + (<usize>d << 4);
  for (let g = 0; g < groups; g++) {
    let x = panels;
    let y = out;
    for (let f = factors; f < end; f += 16) {
      const mean = v128.load64_splat(f);
      const inverse = v128.load64_splat(f, 8);
      v128.store(y, f64x2.mul(f64x2.sub(v128.load(x), mean), inverse));
      v128.store(y, f64x2.mul(f64x2.sub(v128.load(x, 16), mean), inverse), 16);
      x += 32;
      y += 32;
    }
    panels += <usize>stride << 5;
    out += <usize>stride << 5;
  }
}

/** The squares of one component from whitened panels and its whitened mean of d numbers: sum_j (y_j - m_j)^2. */
export function squaresOfWhitened(
  panels: usize, mean: usize, squares: usize, maxima: usize, constant: f64, groups: i32, d: i32, stride: i32,
): void {
  const c = f64x2.splat(constant);
  const end = mean + (<usize>d << 3);
  for (let g = 0; g < groups; g++) {
    let x = panels;
    let s = f64x2.splat(0);
    let t = f64x2.splat(0);
    for (let m = mean; m < end; m += 8) {
      const about = v128.load64_splat(m);
      const y = f64x2.sub(v128.load(x), about);
      const z = f64x2.sub(v128.load(x, 16), about);
      s = f64x2.add(s, f64x2.mul(y, y));
      t = f64x2.add(t, f64x2.mul(z, z));
      x += 32;
    }
    keep(squares, maxima, c, s, t);
    panels += <usize>stride << 5;
    squares += 32;
    maxima += 32;
  }
}
