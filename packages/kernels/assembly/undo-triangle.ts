import { pair } from './mixture/panels';

/** 2^27 + 1, which splits a double into two halves. */
const SPLITTER = memory.data<f64>([134217729, 134217729]);

/** The upper half of x, by Veltkamp. */
// @ts-ignore: decorator
@inline
function upper(x: v128): v128 {
  const scaled = f64x2.mul(v128.load(SPLITTER), x);
  return f64x2.sub(scaled, f64x2.sub(scaled, x));
}

/** What a + b lost by rounding, by Knuth. */
// @ts-ignore: decorator
@inline
function sumError(a: v128, b: v128, sum: v128): v128 {
  const rounded = f64x2.sub(sum, a);
  return f64x2.add(f64x2.sub(a, f64x2.sub(sum, rounded)), f64x2.sub(b, rounded));
}

/** What a b lost by rounding, by Dekker; a and b in halves. */
// @ts-ignore: decorator
@inline
function productError(highA: v128, lowA: v128, highB: v128, lowB: v128, product: v128): v128 {
  let rest = f64x2.sub(product, f64x2.mul(highA, highB));
  rest = f64x2.sub(rest, f64x2.mul(lowA, highB));
  rest = f64x2.sub(rest, f64x2.mul(highA, lowB));
  return f64x2.sub(f64x2.mul(lowA, lowB), rest);
}

/**
 * Two rows at a time: z_j = (x_j - c_j - sum_(i<j) T_ji z_i) / T_jj in twice the working precision.
 *
 * @param rows  row-major, d numbers each; a row of anything behind an odd last one. Receives z
 * @param origin  c, d numbers
 * @param factor  T by rows, each entry with its upper and its lower half behind it
 * @param solved  room for d times four vectors: z as high + low, and the halves of high
 */
export function undoTriangle(rows: usize, n: i32, d: i32, origin: usize, factor: usize, solved: usize): void {
  const row = <usize>d << 3;
  for (let r = 0; r < n; r += 2) {
    let entry = factor;
    let end = solved;
    for (let j: usize = 0; j < row; j += 8) {
      const x = pair(rows + j, rows + row + j);
      const c = v128.load64_splat(origin + j);
      let high = f64x2.sub(x, c);
      let low = sumError(x, f64x2.neg(c), high);
      for (let z = solved; z < end; z += 64) {
        const t = v128.load64_splat(entry);
        const product = f64x2.mul(t, v128.load(z));
        const difference = f64x2.sub(high, product);
        const lost = productError(
          v128.load64_splat(entry, 8), v128.load64_splat(entry, 16), v128.load(z, 32), v128.load(z, 48), product,
        );
        const error = f64x2.sub(sumError(high, f64x2.neg(product), difference), lost);
        low = f64x2.add(low, f64x2.sub(error, f64x2.mul(t, v128.load(z, 16))));
        high = difference;
        entry += 24;
      }
      const pivot = v128.load64_splat(entry);
      const numerator = f64x2.add(high, low);
      const quotient = f64x2.div(numerator, pivot);
      const product = f64x2.mul(quotient, pivot);
      const half = upper(quotient);
      const otherHalf = f64x2.sub(quotient, half);
      const lost = productError(
        half, otherHalf, v128.load64_splat(entry, 8), v128.load64_splat(entry, 16), product,
      );
      const remainder = f64x2.add(
        f64x2.sub(f64x2.sub(numerator, product), lost),
        sumError(high, low, numerator),
      );
      const rest = f64x2.div(remainder, pivot);
      v128.store(end, quotient);
      v128.store(end, rest, 16);
      v128.store(end, half, 32);
      v128.store(end, otherHalf, 48);
      const sum = f64x2.add(quotient, rest);
      v128.store64_lane(rows + j, sum, 0);
      v128.store64_lane(rows + row + j, sum, 1);
      entry += 24;
      end += 64;
    }
    rows += row << 1;
  }
}
