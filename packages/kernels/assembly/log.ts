/** Numbers of log in pairs, one for each lane, from memory as those of exp. */
const C = memory.data<f64>([
  1, 1, 2, 2, 0.181835648617608, 0.181835648617608, 0.15314035898408324, 0.15314035898408324,
  0.14796105287459915, 0.14796105287459915, 0.28571428742472477, 0.28571428742472477,
  0.2222219856364367, 0.2222219856364367, 0.6666666666666734, 0.6666666666666734,
  0.3999999999941434, 0.3999999999941434, 0.5, 0.5, 1.9082149292705877e-10, 1.9082149292705877e-10,
  0.6931471803691238, 0.6931471803691238,
]);
/** 0x3ff00000 - 0x3fe6a09e in the upper word, which counts the exponent from sqrt(1/2); and 1023. */
const WORDS = memory.data<i64>([0x00095f6200000000, 0x00095f6200000000, 1023, 1023]);

/**
 * The natural logarithm of two normal positive numbers below 2^1022, bit for bit the `log` of src/elementary/log.ts, whose
 * comment has the mathematics.
 */
// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const bias = v128.load(WORDS, 16);
  const exponent = i64x2.sub(i64x2.shr_u(i64x2.add(x, v128.load(WORDS)), 52), bias);
  const scale = i64x2.shl(i64x2.sub(bias, exponent), 52);
  const f = f64x2.sub(f64x2.mul(x, scale), v128.load(C));
  const k = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(exponent, exponent, 0, 2, 0, 2));

  const s = f64x2.div(f, f64x2.add(f, v128.load(C, 16)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  let p = f64x2.add(f64x2.mul(z, v128.load(C, 48)), v128.load(C, 32));
  p = f64x2.add(p, f64x2.mul(z2, v128.load(C, 64)));
  p = f64x2.add(f64x2.add(f64x2.mul(z, v128.load(C, 96)), v128.load(C, 80)), f64x2.mul(z2, p));
  p = f64x2.add(f64x2.add(f64x2.mul(z, v128.load(C, 128)), v128.load(C, 112)), f64x2.mul(z2, p));
  const halfSquare = f64x2.mul(f64x2.mul(f, v128.load(C, 144)), f);
  const correction = f64x2.add(
    f64x2.mul(s, f64x2.add(halfSquare, f64x2.mul(z, p))),
    f64x2.mul(k, v128.load(C, 160)),
  );
  return f64x2.sub(f64x2.mul(k, v128.load(C, 176)), f64x2.sub(f64x2.sub(halfSquare, correction), f));
}
