/**
 * Adds the moments of one component in 1 dimension: N_k, s_k, S_k, lanes apart.
 *
 * @param counts  a vector, as are the 1 of `deviations` and the 1 of `scatter`, a triangle by rows
 */
export function momentsOf1(
  panels: usize, shares: usize, inverses: usize, mean: usize,
  counts: usize, deviations: usize, scatter: usize, pairs: i32, stride: i32,
): void {
  const step = <usize>stride << 5;
  let n = v128.load(counts);
  const mean0 = v128.load64_splat(mean, 0);
  let s0 = v128.load(deviations, 0);
  let S00 = v128.load(scatter, 0);
  for (let i = 0; i < pairs; i++) {
    const r = f64x2.mul(v128.load(shares), v128.load(inverses));
    n = f64x2.add(n, r);
    const x0 = f64x2.sub(v128.load(panels, 0), mean0);
    const w0 = f64x2.mul(r, x0);
    s0 = f64x2.add(s0, w0);
    S00 = f64x2.add(S00, f64x2.mul(w0, x0));
    shares += 16;
    inverses += 16;
    panels += i & 1 ? step - 16 : 16;
  }
  v128.store(counts, n);
  v128.store(deviations, s0, 0);
  v128.store(scatter, S00, 0);
}

/**
 * Adds the moments of one component in 2 dimensions: N_k, s_k, S_k, lanes apart.
 *
 * @param counts  a vector, as are the 2 of `deviations` and the 3 of `scatter`, a triangle by rows
 */
export function momentsOf2(
  panels: usize, shares: usize, inverses: usize, mean: usize,
  counts: usize, deviations: usize, scatter: usize, pairs: i32, stride: i32,
): void {
  const step = <usize>stride << 5;
  let n = v128.load(counts);
  const mean0 = v128.load64_splat(mean, 0);
  const mean1 = v128.load64_splat(mean, 8);
  let s0 = v128.load(deviations, 0);
  let s1 = v128.load(deviations, 16);
  let S00 = v128.load(scatter, 0);
  let S10 = v128.load(scatter, 16);
  let S11 = v128.load(scatter, 32);
  for (let i = 0; i < pairs; i++) {
    const r = f64x2.mul(v128.load(shares), v128.load(inverses));
    n = f64x2.add(n, r);
    const x0 = f64x2.sub(v128.load(panels, 0), mean0);
    const x1 = f64x2.sub(v128.load(panels, 32), mean1);
    const w0 = f64x2.mul(r, x0);
    s0 = f64x2.add(s0, w0);
    S00 = f64x2.add(S00, f64x2.mul(w0, x0));
    const w1 = f64x2.mul(r, x1);
    s1 = f64x2.add(s1, w1);
    S10 = f64x2.add(S10, f64x2.mul(w1, x0));
    S11 = f64x2.add(S11, f64x2.mul(w1, x1));
    shares += 16;
    inverses += 16;
    panels += i & 1 ? step - 16 : 16;
  }
  v128.store(counts, n);
  v128.store(deviations, s0, 0);
  v128.store(deviations, s1, 16);
  v128.store(scatter, S00, 0);
  v128.store(scatter, S10, 16);
  v128.store(scatter, S11, 32);
}

/**
 * Adds the moments of one component in 3 dimensions: N_k, s_k, S_k, lanes apart.
 *
 * @param counts  a vector, as are the 3 of `deviations` and the 6 of `scatter`, a triangle by rows
 */
export function momentsOf3(
  panels: usize, shares: usize, inverses: usize, mean: usize,
  counts: usize, deviations: usize, scatter: usize, pairs: i32, stride: i32,
): void {
  const step = <usize>stride << 5;
  let n = v128.load(counts);
  const mean0 = v128.load64_splat(mean, 0);
  const mean1 = v128.load64_splat(mean, 8);
  const mean2 = v128.load64_splat(mean, 16);
  let s0 = v128.load(deviations, 0);
  let s1 = v128.load(deviations, 16);
  let s2 = v128.load(deviations, 32);
  let S00 = v128.load(scatter, 0);
  let S10 = v128.load(scatter, 16);
  let S11 = v128.load(scatter, 32);
  let S20 = v128.load(scatter, 48);
  let S21 = v128.load(scatter, 64);
  let S22 = v128.load(scatter, 80);
  for (let i = 0; i < pairs; i++) {
    const r = f64x2.mul(v128.load(shares), v128.load(inverses));
    n = f64x2.add(n, r);
    const x0 = f64x2.sub(v128.load(panels, 0), mean0);
    const x1 = f64x2.sub(v128.load(panels, 32), mean1);
    const x2 = f64x2.sub(v128.load(panels, 64), mean2);
    const w0 = f64x2.mul(r, x0);
    s0 = f64x2.add(s0, w0);
    S00 = f64x2.add(S00, f64x2.mul(w0, x0));
    const w1 = f64x2.mul(r, x1);
    s1 = f64x2.add(s1, w1);
    S10 = f64x2.add(S10, f64x2.mul(w1, x0));
    S11 = f64x2.add(S11, f64x2.mul(w1, x1));
    const w2 = f64x2.mul(r, x2);
    s2 = f64x2.add(s2, w2);
    S20 = f64x2.add(S20, f64x2.mul(w2, x0));
    S21 = f64x2.add(S21, f64x2.mul(w2, x1));
    S22 = f64x2.add(S22, f64x2.mul(w2, x2));
    shares += 16;
    inverses += 16;
    panels += i & 1 ? step - 16 : 16;
  }
  v128.store(counts, n);
  v128.store(deviations, s0, 0);
  v128.store(deviations, s1, 16);
  v128.store(deviations, s2, 32);
  v128.store(scatter, S00, 0);
  v128.store(scatter, S10, 16);
  v128.store(scatter, S11, 32);
  v128.store(scatter, S20, 48);
  v128.store(scatter, S21, 64);
  v128.store(scatter, S22, 80);
}
