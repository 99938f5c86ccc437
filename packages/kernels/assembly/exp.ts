/**
 * Numbers of exp in pairs, one for each lane: read from memory they cost nothing, whereas a constant in the code is put
 * together anew each time.
 */
const C = memory.data<f64>([
  -750, -750, 710, 710, 1.4426950408889634, 1.4426950408889634, 6755399441055744, 6755399441055744,
  0.6931471803691238, 0.6931471803691238, 1.9082149292705877e-10, 1.9082149292705877e-10,
  4.1381363452965604e-8, 4.1381363452965604e-8, -1.65339021836802e-6, -1.65339021836802e-6,
  6.613756321394664e-5, 6.613756321394664e-5, -0.0027777777777015225, -0.0027777777777015225,
  0.16666666666666602, 0.16666666666666602, 1, 1, 2, 2, -700, -700,
]);
/** 1023 in each lane, what the exponent of a double is counted from. */
const BIAS = memory.data<i64>([1023, 1023]);

/**
 * e^x of two lanes, bit for bit the `exp` of src/elementary/exp.ts, whose comment has the mathematics; but
 * NaN, which no caller has, is not kept.
 */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const bounded = f64x2.pmin(v128.load(C, 16), f64x2.pmax(v128.load(C), x));
  const magic = v128.load(C, 48);
  const shifted = f64x2.add(f64x2.mul(bounded, v128.load(C, 32)), magic);
  const k = f64x2.sub(shifted, magic);
  const high = f64x2.sub(bounded, f64x2.mul(k, v128.load(C, 64)));
  const low = f64x2.mul(k, v128.load(C, 80));
  const r = f64x2.sub(high, low);

  const r2 = f64x2.mul(r, r);
  let p = f64x2.mul(r2, v128.load(C, 96));
  p = f64x2.mul(r2, f64x2.add(p, v128.load(C, 112)));
  p = f64x2.mul(r2, f64x2.add(p, v128.load(C, 128)));
  p = f64x2.mul(r2, f64x2.add(p, v128.load(C, 144)));
  p = f64x2.add(p, v128.load(C, 160));
  const c = f64x2.sub(r, f64x2.mul(r2, p));
  const one = v128.load(C, 176);
  const leading = f64x2.add(high, one);
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(v128.load(C, 192), c));
  const lost = f64x2.sub(high, f64x2.sub(leading, one));
  const y = f64x2.add(leading, f64x2.add(lost, f64x2.sub(quotient, low)));

  // k stands in the low bits of `shifted`; only the last twelve of half and rest survive the shifts.
  const bias = v128.load(BIAS);
  const half = i32x4.shr_s(shifted, 1);
  const rest = i64x2.sub(shifted, half);
  const byHalf = f64x2.mul(y, i64x2.shl(i64x2.add(half, bias), 52));
  return f64x2.mul(byHalf, i64x2.shl(i64x2.add(rest, bias), 52));
}

/**
 * {@link exp} of four numbers that are not above 0, to `out`. Side by side where all results are far from the smallest
 * double: one waits for the other less, and constants are read once.
 */
// @ts-ignore: decorator
@inline
export function expOfLosses(x: v128, y: v128, out: usize): void {
  const deepest = v128.load(C, 208);
  if (i64x2.bitmask(v128.and(f64x2.gt(x, deepest), f64x2.gt(y, deepest))) != 3) {
    v128.store(out, exp(x));
    v128.store(out, exp(y), 16);
    return;
  }
  const magic = v128.load(C, 48);
  const perLog2 = v128.load(C, 32);
  const shiftedX = f64x2.add(f64x2.mul(x, perLog2), magic);
  const shiftedY = f64x2.add(f64x2.mul(y, perLog2), magic);
  const kX = f64x2.sub(shiftedX, magic);
  const kY = f64x2.sub(shiftedY, magic);
  const log2High = v128.load(C, 64);
  const highX = f64x2.sub(x, f64x2.mul(kX, log2High));
  const highY = f64x2.sub(y, f64x2.mul(kY, log2High));
  const log2Low = v128.load(C, 80);
  const lowX = f64x2.mul(kX, log2Low);
  const lowY = f64x2.mul(kY, log2Low);
  const rX = f64x2.sub(highX, lowX);
  const rY = f64x2.sub(highY, lowY);

  const squareX = f64x2.mul(rX, rX);
  const squareY = f64x2.mul(rY, rY);
  let c = v128.load(C, 96);
  let pX = f64x2.mul(squareX, c);
  let pY = f64x2.mul(squareY, c);
  c = v128.load(C, 112);
  pX = f64x2.mul(squareX, f64x2.add(pX, c));
  pY = f64x2.mul(squareY, f64x2.add(pY, c));
  c = v128.load(C, 128);
  pX = f64x2.mul(squareX, f64x2.add(pX, c));
  pY = f64x2.mul(squareY, f64x2.add(pY, c));
  c = v128.load(C, 144);
  pX = f64x2.mul(squareX, f64x2.add(pX, c));
  pY = f64x2.mul(squareY, f64x2.add(pY, c));
  c = v128.load(C, 160);
  pX = f64x2.sub(rX, f64x2.mul(squareX, f64x2.add(pX, c)));
  pY = f64x2.sub(rY, f64x2.mul(squareY, f64x2.add(pY, c)));
  const one = v128.load(C, 176);
  const two = v128.load(C, 192);
  const leadingX = f64x2.add(highX, one);
  const leadingY = f64x2.add(highY, one);
  const quotientX = f64x2.div(f64x2.mul(rX, pX), f64x2.sub(two, pX));
  const quotientY = f64x2.div(f64x2.mul(rY, pY), f64x2.sub(two, pY));
  const lostX = f64x2.sub(highX, f64x2.sub(leadingX, one));
  const lostY = f64x2.sub(highY, f64x2.sub(leadingY, one));
  const eX = f64x2.add(leadingX, f64x2.add(lostX, f64x2.sub(quotientX, lowX)));
  const eY = f64x2.add(leadingY, f64x2.add(lostY, f64x2.sub(quotientY, lowY)));
  // 2^k is a normal double, so one step has the bits of two.
  const bias = v128.load(BIAS);
  v128.store(out, f64x2.mul(eX, i64x2.shl(i64x2.add(shiftedX, bias), 52)));
  v128.store(out, f64x2.mul(eY, i64x2.shl(i64x2.add(shiftedY, bias), 52)), 16);
}
