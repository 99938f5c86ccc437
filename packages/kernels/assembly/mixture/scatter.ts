/**
 * Adds the scatter of one component from a tile of rows: S_ij += w_i x_j over pairs of rows, tiles of 2 x 4 entries in
 * registers.
 *
 * @param entries  tiles of the lower triangle, eight vectors each
 * @param deviations  x, `step` bytes from one number of a row to the next
 * @param weighted  r x, likewise
 * @param length  pairs of rows, a multiple of 4
 */
export function addScatter(
  entries: usize, deviations: usize, weighted: usize, length: i32, d: i32, step: i32,
): void {
  const bytes = <usize>length << 4;
  for (let i = 0; i < d; i += 2) {
    let x = deviations;
    for (let j = 0; j <= i + 1; j += 4) {
      let w = weighted;
      let s00 = v128.load(entries, 0);
      let s01 = v128.load(entries, 16);
      let s02 = v128.load(entries, 32);
      let s03 = v128.load(entries, 48);
      let s10 = v128.load(entries, 64);
      let s11 = v128.load(entries, 80);
      let s12 = v128.load(entries, 96);
      let s13 = v128.load(entries, 112);
      let x0 = x;
      let x1 = x + step;
      let x2 = x1 + step;
      let x3 = x2 + step;
      let w1 = w + step;
      const end = w + bytes;
      while (w < end) {
        let u = v128.load(w, 0);
        let v = v128.load(w1, 0);
        let y = v128.load(x0, 0);
        s00 = f64x2.add(s00, f64x2.mul(u, y));
        s10 = f64x2.add(s10, f64x2.mul(v, y));
        y = v128.load(x1, 0);
        s01 = f64x2.add(s01, f64x2.mul(u, y));
        s11 = f64x2.add(s11, f64x2.mul(v, y));
        y = v128.load(x2, 0);
        s02 = f64x2.add(s02, f64x2.mul(u, y));
        s12 = f64x2.add(s12, f64x2.mul(v, y));
        y = v128.load(x3, 0);
        s03 = f64x2.add(s03, f64x2.mul(u, y));
        s13 = f64x2.add(s13, f64x2.mul(v, y));
        u = v128.load(w, 16);
        v = v128.load(w1, 16);
        y = v128.load(x0, 16);
        s00 = f64x2.add(s00, f64x2.mul(u, y));
        s10 = f64x2.add(s10, f64x2.mul(v, y));
        y = v128.load(x1, 16);
        s01 = f64x2.add(s01, f64x2.mul(u, y));
        s11 = f64x2.add(s11, f64x2.mul(v, y));
        y = v128.load(x2, 16);
        s02 = f64x2.add(s02, f64x2.mul(u, y));
        s12 = f64x2.add(s12, f64x2.mul(v, y));
        y = v128.load(x3, 16);
        s03 = f64x2.add(s03, f64x2.mul(u, y));
        s13 = f64x2.add(s13, f64x2.mul(v, y));
        w += 32;
        w1 += 32;
        x0 += 32;
        x1 += 32;
        x2 += 32;
        x3 += 32;
      }
      v128.store(entries, s00, 0);
      v128.store(entries, s01, 16);
      v128.store(entries, s02, 32);
      v128.store(entries, s03, 48);
      v128.store(entries, s10, 64);
      v128.store(entries, s11, 80);
      v128.store(entries, s12, 96);
      v128.store(entries, s13, 112);
      entries += 128;
      x += step << 2;
    }
    weighted += step << 1;
  }
}

/** Adds up the lanes of a scatter in tiles. @param out  the lower triangle by rows */
export function collectScatter(entries: usize, out: usize, d: i32): void {
  for (let i = 0; i < d; i += 2) {
    for (let j = 0; j <= i + 1; j += 4) {
      for (let r = i; r < i + 2 && r < d; r++) {
        for (let c = j; c < j + 4 && c <= r; c++) {
          const entry = entries + (<usize>(((r - i) << 2) + c - j) << 4);
          store<f64>(out + (<usize>((r * (r + 1)) / 2 + c) << 3), load<f64>(entry) + load<f64>(entry, 8));
        }
      }
      entries += 128;
    }
  }
}

/** Adds up the lanes of so many vectors. */
export function collect(vectors: usize, out: usize, length: i32): void {
  for (let i = 0; i < length; i++) {
    store<f64>(out, load<f64>(vectors) + load<f64>(vectors, 8));
    vectors += 16;
    out += 8;
  }
}
