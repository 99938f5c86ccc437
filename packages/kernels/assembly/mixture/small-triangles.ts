import { keep } from './maxima';

/** The squares of one component in 2 dimensions. @param factor  2 means, then the rows of L with 1 / L_ii in place of L_ii */
export function squaresOfTriangle2(
  panels: usize, factor: usize, squares: usize, maxima: usize, constant: f64, groups: i32, stride: i32,
): void {
  const c = f64x2.splat(constant);
  const mean0 = v128.load64_splat(factor, 0);
  const mean1 = v128.load64_splat(factor, 8);
  const inverse0 = v128.load64_splat(factor, 16);
  const l10 = v128.load64_splat(factor, 24);
  const inverse1 = v128.load64_splat(factor, 32);
  for (let g = 0; g < groups; g++) {
    const y0 = f64x2.mul(f64x2.sub(v128.load(panels, 0), mean0), inverse0);
    const y1 = f64x2.mul(f64x2.sub(f64x2.sub(v128.load(panels, 32), mean1), f64x2.mul(l10, y0)), inverse1);
    const s = f64x2.add(f64x2.mul(y0, y0), f64x2.mul(y1, y1));
    const z0 = f64x2.mul(f64x2.sub(v128.load(panels, 16), mean0), inverse0);
    const z1 = f64x2.mul(f64x2.sub(f64x2.sub(v128.load(panels, 48), mean1), f64x2.mul(l10, z0)), inverse1);
    const t = f64x2.add(f64x2.mul(z0, z0), f64x2.mul(z1, z1));
    keep(squares, maxima, c, s, t);
    panels += <usize>stride << 5;
    squares += 32;
    maxima += 32;
  }
}

/** The squares of one component in 3 dimensions. @param factor  3 means, then the rows of L with 1 / L_ii in place of L_ii */
export function squaresOfTriangle3(
  panels: usize, factor: usize, squares: usize, maxima: usize, constant: f64, groups: i32, stride: i32,
): void {
  const c = f64x2.splat(constant);
  const mean0 = v128.load64_splat(factor, 0);
  const mean1 = v128.load64_splat(factor, 8);
  const mean2 = v128.load64_splat(factor, 16);
  const inverse0 = v128.load64_splat(factor, 24);
  const l10 = v128.load64_splat(factor, 32);
  const inverse1 = v128.load64_splat(factor, 40);
  const l20 = v128.load64_splat(factor, 48);
  const l21 = v128.load64_splat(factor, 56);
  const inverse2 = v128.load64_splat(factor, 64);
  for (let g = 0; g < groups; g++) {
    const y0 = f64x2.mul(f64x2.sub(v128.load(panels, 0), mean0), inverse0);
    const y1 = f64x2.mul(f64x2.sub(f64x2.sub(v128.load(panels, 32), mean1), f64x2.mul(l10, y0)), inverse1);
    const y2 = f64x2.mul(f64x2.sub(f64x2.sub(f64x2.sub(v128.load(panels, 64), mean2), f64x2.mul(l20, y0)), f64x2.mul(l21, y1)), inverse2);
    const s = f64x2.add(f64x2.add(f64x2.mul(y0, y0), f64x2.mul(y1, y1)), f64x2.mul(y2, y2));
    const z0 = f64x2.mul(f64x2.sub(v128.load(panels, 16), mean0), inverse0);
    const z1 = f64x2.mul(f64x2.sub(f64x2.sub(v128.load(panels, 48), mean1), f64x2.mul(l10, z0)), inverse1);
    const z2 = f64x2.mul(f64x2.sub(f64x2.sub(f64x2.sub(v128.load(panels, 80), mean2), f64x2.mul(l20, z0)), f64x2.mul(l21, z1)), inverse2);
    const t = f64x2.add(f64x2.add(f64x2.mul(z0, z0), f64x2.mul(z1, z1)), f64x2.mul(z2, z2));
    keep(squares, maxima, c, s, t);
    panels += <usize>stride << 5;
    squares += 32;
    maxima += 32;
  }
}
