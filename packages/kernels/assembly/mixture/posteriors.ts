import { expOfLosses } from '../exp';
import { log } from '../log';
import { closed, LIST } from './lists';
import { CUTOFF_SLOPE } from './maxima';
import { pair } from './panels';

/** Which lanes a component counts for: cutoff - 31/64 s >= m. Never where m is Infinity, beyond the rows. */
// @ts-ignore: decorator
@inline
function counts(s: v128, m: v128, cutoff: v128): v128 {
  return f64x2.ge(f64x2.sub(cutoff, f64x2.mul(f64x2.splat(CUTOFF_SLOPE), s)), m);
}

/** sum += share and weighted += share * below, where a share of 0 has no entropy. */
// @ts-ignore: decorator
@inline
function weigh(weighted: v128, share: v128, below: v128): v128 {
  return f64x2.add(weighted, v128.and(f64x2.mul(share, below), f64x2.gt(share, f64x2.splat(0))));
}

/**
 * Replaces the squares of one component by its shares e^(l_k - m), 0 where it does not count, and adds them up.
 *
 * @returns for how many rows it counts
 */
export function sharesOfAll(
  squares: usize, maxima: usize, sums: usize, weighted: usize, constant: f64, cutoff: f64, groups: i32,
): i32 {
  const c = f64x2.splat(constant);
  const kappa = f64x2.splat(cutoff);
  const half = f64x2.splat(0.5);
  let kept = i64x2.splat(0);
  for (let i = 0; i < groups; i++) {
    const s = v128.load(squares);
    const t = v128.load(squares, 16);
    const m = v128.load(maxima);
    const n = v128.load(maxima, 16);
    const here = counts(s, m, kappa);
    const there = counts(t, n, kappa);
    kept = i64x2.sub(kept, i64x2.add(here, there));
    // Where the component does not count e^0 is computed: numbers near the smallest double are slow.
    const x = v128.and(f64x2.sub(f64x2.sub(c, f64x2.mul(half, s)), m), here);
    const y = v128.and(f64x2.sub(f64x2.sub(c, f64x2.mul(half, t)), n), there);
    expOfLosses(x, y, squares);
    const share = v128.and(v128.load(squares), here);
    const other = v128.and(v128.load(squares, 16), there);
    v128.store(squares, share);
    v128.store(squares, other, 16);
    v128.store(sums, f64x2.add(v128.load(sums), share));
    v128.store(sums, f64x2.add(v128.load(sums, 16), other), 16);
    v128.store(weighted, weigh(v128.load(weighted), share, x));
    v128.store(weighted, weigh(v128.load(weighted, 16), other, y), 16);
    squares += 32;
    maxima += 32;
    sums += 32;
    weighted += 32;
  }
  return <i32>(i64x2.extract_lane(kept, 0) + i64x2.extract_lane(kept, 1));
}

/** Lists the rows that a component counts for. @returns rows in the lower half word, length of each list above */
export function listRows(
  squares: usize, maxima: usize, list: usize, cutoff: f64, pairs: i32, filler: i32,
): i32 {
  const kappa = f64x2.splat(cutoff);
  let even = list;
  let odd = list + LIST;
  for (let i = 0; i < pairs; i++) {
    const bits = i64x2.bitmask(counts(v128.load(squares), v128.load(maxima), kappa));
    store<u16>(even, i << 1);
    store<u16>(odd, (i << 1) | 1);
    even += (bits & 1) << 1;
    odd += bits & 2;
    squares += 16;
    maxima += 16;
  }
  return closed(list, even, odd, filler);
}

/** Lists the rows with a share above 0. @returns rows in the lower half word, length of each list above */
export function listShares(shares: usize, list: usize, pairs: i32, filler: i32): i32 {
  let even = list;
  let odd = list + LIST;
  for (let i = 0; i < pairs; i++) {
    const bits = i64x2.bitmask(f64x2.gt(v128.load(shares), f64x2.splat(0)));
    store<u16>(even, i << 1);
    store<u16>(odd, (i << 1) | 1);
    even += (bits & 1) << 1;
    odd += bits & 2;
    shares += 16;
  }
  return closed(list, even, odd, filler);
}

/** Zeros in place of the squares of rows that a component does not count for. */
export function clearOthers(squares: usize, maxima: usize, cutoff: f64, pairs: i32): void {
  const kappa = f64x2.splat(cutoff);
  for (let i = 0; i < pairs; i++) {
    const s = v128.load(squares);
    v128.store(squares, v128.and(s, counts(s, v128.load(maxima), kappa)));
    squares += 16;
    maxima += 16;
  }
}

/** As {@link sharesOfAll}, of listed rows alone; the other squares stay. @param length  a multiple of two */
export function sharesOfListed(
  squares: usize, maxima: usize, sums: usize, weighted: usize, constant: f64, list: usize, length: i32,
  room: usize,
): void {
  const c = f64x2.splat(constant);
  const half = f64x2.splat(0.5);
  const zero = f64x2.splat(0);
  for (let i = 0; i < length; i += 2) {
    const p = <usize>load<u16>(list) << 3;
    const q = <usize>load<u16>(list, LIST) << 3;
    const s = <usize>load<u16>(list, 2) << 3;
    const t = <usize>load<u16>(list, LIST + 2) << 3;
    const below = f64x2.sub(f64x2.sub(c, f64x2.mul(half, pair(squares + p, squares + q))), pair(maxima + p, maxima + q));
    const under = f64x2.sub(f64x2.sub(c, f64x2.mul(half, pair(squares + s, squares + t))), pair(maxima + s, maxima + t));
    // At most 0, but for the filler, whose share must be finite.
    const x = f64x2.pmin(zero, below);
    const y = f64x2.pmin(zero, under);
    expOfLosses(x, y, room);
    addShare(squares, sums, weighted, p, q, v128.load(room), x);
    addShare(squares, sums, weighted, s, t, v128.load(room, 16), y);
    list += 4;
  }
}

// @ts-ignore: decorator
@inline
function addShare(squares: usize, sums: usize, weighted: usize, e: usize, o: usize, share: v128, below: v128): void {
  const sum = f64x2.add(pair(sums + e, sums + o), share);
  const entropy = weigh(pair(weighted + e, weighted + o), share, below);
  v128.store64_lane(squares + e, share, 0);
  v128.store64_lane(squares + o, share, 1);
  v128.store64_lane(sums + e, sum, 0);
  v128.store64_lane(sums + o, sum, 1);
  v128.store64_lane(weighted + e, entropy, 0);
  v128.store64_lane(weighted + o, entropy, 1);
}

/**
 * Ends the log-sum-exp of each row: `sums` become their inverses, `weighted` the log-densities, and three totals grow:
 * log-likelihood, assignment entropy, log of the largest posterior.
 *
 * @param totals  three vectors of two lanes
 * @returns 1 when every row had a finite largest joint log-density, else 0
 */
export function finishRows(maxima: usize, sums: usize, weighted: usize, totals: usize, rows: i32): i32 {
  const one = f64x2.splat(1);
  let logLikelihood = v128.load(totals);
  let entropy = v128.load(totals, 16);
  let logMax = v128.load(totals, 32);
  let fine = i64x2.splat(-1);
  for (let left = rows; left > 0; left -= 2) {
    const mask = left > 1 ? i64x2.splat(-1) : i64x2.replace_lane(i64x2.splat(-1), 1, 0);
    const m = v128.load(maxima);
    const finite = f64x2.lt(f64x2.abs(m), f64x2.splat(Infinity));
    fine = v128.and(fine, v128.or(finite, v128.not(mask)));
    const sum = v128.load(sums);
    const inverse = f64x2.div(one, sum);
    const logSum = log(sum);
    const density = f64x2.add(m, logSum);
    logLikelihood = f64x2.add(logLikelihood, v128.and(density, mask));
    entropy = f64x2.add(entropy, v128.and(f64x2.sub(f64x2.mul(v128.load(weighted), inverse), logSum), mask));
    logMax = f64x2.sub(logMax, v128.and(logSum, mask));
    v128.store(sums, inverse);
    v128.store(weighted, density);
    maxima += 16;
    sums += 16;
    weighted += 16;
  }
  v128.store(totals, logLikelihood);
  v128.store(totals, entropy, 16);
  v128.store(totals, logMax, 32);
  return <i32>i64x2.all_true(fine);
}

/** Sets the labels, -1 so far, of the rows whose largest joint log-density is this component's. */
export function labelRows(
  squares: usize, maxima: usize, labels: usize, constant: f64, k: f64, pairs: i32,
): void {
  const c = f64x2.splat(constant);
  const half = f64x2.splat(0.5);
  const none = f64x2.splat(-1);
  for (let i = 0; i < pairs; i++) {
    const label = v128.load(labels);
    const largest = f64x2.eq(f64x2.sub(c, f64x2.mul(half, v128.load(squares))), v128.load(maxima));
    v128.store(labels, v128.bitselect(f64x2.splat(k), label, v128.and(largest, f64x2.eq(label, none))));
    squares += 16;
    maxima += 16;
    labels += 16;
  }
}

/** Shares of 1 where the label is k, else 0. */
export function sharesOfLabels(shares: usize, labels: usize, k: f64, pairs: i32): void {
  for (let i = 0; i < pairs; i++) {
    v128.store(shares, v128.and(f64x2.splat(1), f64x2.eq(v128.load(labels), f64x2.splat(k))));
    shares += 16;
    labels += 16;
  }
}

/** Writes column k of a rows x K matrix of posteriors. @param out  its first entry; `step` bytes to the next */
export function writePosteriors(shares: usize, inverses: usize, out: usize, rows: i32, step: i32): void {
  for (let i = 0; i < rows; i++) {
    store<f64>(out, load<f64>(shares) * load<f64>(inverses));
    shares += 8;
    inverses += 8;
    out += step;
  }
}
