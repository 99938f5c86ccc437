import { factorLength, type PackedMixture } from './packed-mixture.ts';

/** Scores one row after another under one mixture. */
export interface RowScorer {
  /** |L_k^-1 (x - mu_k)|^2 of the row that {@link jointInto} saw last, for each k; Infinity or NaN where it overflows. */
  readonly squares: Float64Array;
  /**
   * ln w_k + ln N(x; mu_k, Sigma_k) of one row, for each k: -Infinity where the distance overflows, NaN for a row
   * that is not finite.
   *
   * @param out  K numbers; receives the joint log-densities
   * @param rows  row-major rows of d numbers
   * @param at  where the row begins in `rows`
   */
  jointInto(out: Float64Array, rows: Float64Array, at: number): void;
  /**
   * 2^-2000 |L_k^-1 (x - mu_k)|^2 of one row, for each k: tells components apart where the true squares, or the
   * whitening itself, overflow. Infinity for a component whose weight is 0.
   *
   * @returns K scaled squares
   */
  scaledSquares(rows: Float64Array, at: number): Float64Array;
}

/** Whitens one row about the mean of component k, into a buffer of its own. */
type Whitener = (rows: Float64Array, at: number, k: number) => Float64Array;

/**
 * 2^-1000. Where a true square overflows, y is above 1e154, and so the scaled one above 1e-147; and the largest
 * row over a standard deviation of 1e-146 is scaled to 1e153: neither square leaves the doubles.
 */
const TINY = 9.332636185032189e-302;

/**
 * A scorer for a mixture.
 *
 *   ln w_k + ln N(x) = constant_k - 1/2 |y|^2,   y = L_k^-1 (x - mu_k)
 *
 * @returns the scorer; it works in room of its own, so it serves one caller at a time
 *
 * O(K d) a row for diagonals, O(K d q) for low rank, O(K d^2) for triangles, O(d^2 + K d) for a shared triangle.
 */
export function rowScorer(packed: PackedMixture): RowScorer {
  const squaresInto = squaresOf(packed);
  const { components, dimension: d, constants } = packed;
  const squares = new Float64Array(components);
  return {
    squares,
    jointInto(out, rows, at) {
      squaresInto(squares, rows, at);
      for (let k = 0; k < components; k++) {
        const half = 0.5 * squares[k]!;
        out[k] = half < Infinity ? constants[k]! - half : beyond(rows.subarray(at, at + d));
      }
    },
    scaledSquares(rows, at) {
      const distances = new Float64Array(components);
      const scaled = squaresOf({ ...packed, means: packed.means.map((mean) => mean * TINY) });
      scaled(
        distances,
        rows.subarray(at, at + d).map((x) => x * TINY),
        0,
      );
      return distances.map((square, k) => (constants[k] === -Infinity ? Infinity : square));
    },
  };
}

/** The log-density where the square is Infinity, or NaN because an infinite y met a zero or another infinite one. */
function beyond(row: Float64Array): number {
  return row.every(Number.isFinite) ? -Infinity : NaN;
}

/** Writes |L_k^-1 (x - mu_k)|^2 of one row, for each k. */
type Squares = (out: Float64Array, rows: Float64Array, at: number) => void;

function squaresOf(packed: PackedMixture): Squares {
  return packed.shared ? sharedSquares(packed) : separateSquares(packed);
}

function separateSquares(packed: PackedMixture): Squares {
  const { components, dimension: d } = packed;
  const whiten = whitener(packed);
  return (out, rows, at) => {
    for (let k = 0; k < components; k++) {
      const y = whiten(rows, at, k);
      let square = 0;
      for (let j = 0; j < d; j++) square += y[j]! * y[j]!;
      out[k] = square;
    }
  };
}

/** One factor for all: the row is whitened once, and so are the means. Both about the first mean, which keeps their digits. */
function sharedSquares(packed: PackedMixture): Squares {
  const { components, dimension: d } = packed;
  const whiten = whitener(packed);
  const means = whitenedMeans(packed);
  return (out, rows, at) => {
    const y = whiten(rows, at, 0);
    for (let k = 0; k < components; k++) {
      let square = 0;
      for (let j = 0; j < d; j++) {
        const difference = y[j]! - means[k * d + j]!;
        square += difference * difference;
      }
      out[k] = square;
    }
  };
}

/** K x d means whitened by the factor of all, about the first. */
export function whitenedMeans(packed: PackedMixture): Float64Array {
  const { components, dimension: d } = packed;
  const whiten = whitener(packed);
  const means = new Float64Array(components * d);
  for (let k = 0; k < components; k++) means.set(whiten(packed.means, k * d, 0), k * d);
  return means;
}

function whitener(packed: PackedMixture): Whitener {
  return whiteners[packed.packing](packed);
}

/** y_j = (x_j - mu_j) / sigma_j. */
function diagonalWhitener({ dimension: d, factors, means }: PackedMixture): Whitener {
  const y = new Float64Array(d);
  return (rows, at, k) => {
    for (let j = 0; j < d; j++) y[j] = (rows[at + j]! - means[k * d + j]!) * factors[k * d + j]!;
    return y;
  };
}

/** y_i = (x_i - mu_i - sum_{j<i} L_ij y_j) / L_ii, in this order. */
function triangularWhitener({ dimension: d, factors, means }: PackedMixture): Whitener {
  const y = new Float64Array(d);
  const length = factorLength('triangular', d);
  return (rows, at, k) => {
    let entry = k * length;
    for (let i = 0; i < d; i++) {
      let sum = rows[at + i]! - means[k * d + i]!;
      for (let j = 0; j < i; j++) sum -= factors[entry++]! * y[j]!;
      y[i] = sum * factors[entry++]!;
    }
    return y;
  };
}

/** y = (I + Q M Q^T) z,  z = W (x - mu): t = Q^T z and y - z are summed in order of j, and of the columns of Q. */
function lowRankWhitener({ dimension: d, rank = 0, factors, means }: PackedMixture): Whitener {
  const y = new Float64Array(d);
  const t = new Float64Array(rank);
  return (rows, at, k) => {
    const scales = k * factorLength('low-rank', d, rank);
    const basis = scales + d;
    const middle = basis + d * rank;
    t.fill(0);
    for (let j = 0; j < d; j++) {
      const z = (rows[at + j]! - means[k * d + j]!) * factors[scales + j]!;
      y[j] = z;
      for (let f = 0; f < rank; f++) t[f]! += factors[basis + j * rank + f]! * z;
    }
    // M t, from the last on, in place.
    for (let f = rank - 1; f >= 0; f--) {
      let sum = 0;
      for (let g = 0; g <= f; g++) sum += factors[middle + f * rank + g]! * t[g]!;
      t[f] = sum;
    }
    for (let j = 0; j < d; j++) {
      let sum = y[j]!;
      for (let f = 0; f < rank; f++) sum += factors[basis + j * rank + f]! * t[f]!;
      y[j] = sum;
    }
    return y;
  };
}

const whiteners: Readonly<Record<PackedMixture['packing'], (packed: PackedMixture) => Whitener>> = {
  diagonal: diagonalWhitener,
  triangular: triangularWhitener,
  'low-rank': lowRankWhitener,
};
