/**
 * The natural logarithm of two normal positive numbers, bit for bit the `log` of src/elementary/log.ts, whose
 * comment has the mathematics.
 */
// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  // 0x3ff00000 - 0x3fe6a09e in the upper word counts the exponent from sqrt(1/2).
  const counted = i64x2.add(x, i64x2.splat(0x00095f6200000000));
  const exponent = i64x2.sub(i64x2.shr_u(counted, 52), i64x2.splat(1023));
  const scale = i64x2.shl(i64x2.sub(i64x2.splat(1023), exponent), 52);
  const one = f64x2.splat(1);
  const f = f64x2.sub(f64x2.mul(x, scale), one);
  const k = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(exponent, exponent, 0, 2, 0, 2));

  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const last = f64x2.add(
    f64x2.add(
      f64x2.splat(0.181835648617608),
      f64x2.mul(z, f64x2.splat(0.15314035898408324)),
    ),
    f64x2.mul(z2, f64x2.splat(0.14796105287459915)),
  );
  const middle = f64x2.add(
    f64x2.add(f64x2.splat(0.28571428742472477), f64x2.mul(z, f64x2.splat(0.2222219856364367))),
    f64x2.mul(z2, last),
  );
  const p = f64x2.add(
    f64x2.add(f64x2.splat(0.6666666666666734), f64x2.mul(z, f64x2.splat(0.3999999999941434))),
    f64x2.mul(z2, middle),
  );
  const halfSquare = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const correction = f64x2.add(
    f64x2.mul(s, f64x2.add(halfSquare, f64x2.mul(z, p))),
    f64x2.mul(k, f64x2.splat(1.9082149292705877e-10)),
  );
  return f64x2.sub(
    f64x2.mul(k, f64x2.splat(0.6931471803691238)),
    f64x2.sub(f64x2.sub(halfSquare, correction), f),
  );
}
