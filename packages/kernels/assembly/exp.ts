/**
 * e^x of two lanes, bit for bit the `exp` of src/elementary/exp.ts, whose comment has the mathematics.
 */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const bounded = f64x2.min(f64x2.max(x, f64x2.splat(-750)), f64x2.splat(710));
  const magic = f64x2.splat(6755399441055744);
  const shifted = f64x2.add(f64x2.mul(bounded, f64x2.splat(1.4426950408889634)), magic);
  const k = f64x2.sub(shifted, magic);
  const high = f64x2.sub(bounded, f64x2.mul(k, f64x2.splat(0.6931471803691238)));
  const low = f64x2.mul(k, f64x2.splat(1.9082149292705877e-10));
  const r = f64x2.sub(high, low);

  const r2 = f64x2.mul(r, r);
  let p = f64x2.mul(r2, f64x2.splat(4.1381363452965604e-8));
  p = f64x2.mul(r2, f64x2.add(f64x2.splat(-1.65339021836802e-6), p));
  p = f64x2.mul(r2, f64x2.add(f64x2.splat(6.613756321394664e-5), p));
  p = f64x2.mul(r2, f64x2.add(f64x2.splat(-0.0027777777777015225), p));
  p = f64x2.add(f64x2.splat(0.16666666666666602), p);
  const c = f64x2.sub(r, f64x2.mul(r2, p));
  const one = f64x2.splat(1);
  const leading = f64x2.add(one, high);
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c));
  const lost = f64x2.sub(high, f64x2.sub(leading, one));
  const y = f64x2.add(leading, f64x2.add(lost, f64x2.sub(quotient, low)));

  // k stands in the low bits of `shifted`; only the last twelve of half and rest survive the shifts.
  const half = i32x4.shr_s(shifted, 1);
  const rest = i64x2.sub(shifted, half);
  const bias = i64x2.splat(1023);
  const byHalf = f64x2.mul(y, i64x2.shl(i64x2.add(half, bias), 52));
  return f64x2.mul(byHalf, i64x2.shl(i64x2.add(rest, bias), 52));
}
