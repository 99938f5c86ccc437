import { factorLength, type PackedMixture } from './packed-mixture.ts';

/** Scores one row after another under one mixture. */
export interface RowScorer {
  /**
   * ln w_k + ln N(x; mu_k, Sigma_k) of one row, for each k.
   *
   * @param out  K numbers; receives the joint log-densities
   * @param rows  row-major rows of d numbers
   * @param at  where the row begins in `rows`
   */
  jointInto(out: Float64Array, rows: Float64Array, at: number): void;
  /**
   * 2^-1040 |L_k^-1 (x - mu_k)|^2 of one row, for each k: tells components apart where the true squares
   * overflow. Infinity for a component whose weight is 0.
   *
   * @returns K scaled squares
   */
  scaledSquares(rows: Float64Array, at: number): Float64Array;
}

/** Whitens one row about the mean of component k, into a buffer of its own. */
type Whitener = (rows: Float64Array, at: number, k: number) => Float64Array;

/** 2^-520, so that squares of numbers up to 1e308 stay finite. */
const TINY = 2.913414348125081e-157;

/**
 * A scorer for a mixture.
 *
 *   ln w_k + ln N(x) = constant_k - 1/2 |y|^2,   y = L_k^-1 (x - mu_k)
 *
 * @returns the scorer; it works in room of its own, so it serves one caller at a time
 *
 * O(K d) a row for diagonals, O(K d^2) for triangles, O(d^2 + K d) for a shared triangle.
 */
export function rowScorer(packed: PackedMixture): RowScorer {
  const squaresInto = packed.shared ? sharedSquares(packed) : separateSquares(packed);
  const { components, constants } = packed;
  return {
    jointInto(out, rows, at) {
      squaresInto(out, rows, at, 1);
      for (let k = 0; k < components; k++) out[k] = constants[k]! - 0.5 * out[k]!;
    },
    scaledSquares(rows, at) {
      const squares = new Float64Array(components);
      squaresInto(squares, rows, at, TINY);
      return squares.map((square, k) => (constants[k] === -Infinity ? Infinity : square));
    },
  };
}

type Squares = (out: Float64Array, rows: Float64Array, at: number, scale: number) => void;

function separateSquares(packed: PackedMixture): Squares {
  const { components, dimension: d } = packed;
  const whiten = whitener(packed, packed.means);
  return (out, rows, at, scale) => {
    for (let k = 0; k < components; k++) {
      const y = whiten(rows, at, k);
      let square = 0;
      for (let j = 0; j < d; j++) {
        const scaled = y[j]! * scale;
        square += scaled * scaled;
      }
      out[k] = square;
    }
  };
}

/** One factor for all: the row is whitened once, and so are the means. */
function sharedSquares(packed: PackedMixture): Squares {
  const { components, dimension: d } = packed;
  const whiten = whitener(packed, new Float64Array(d));
  const means = new Float64Array(components * d);
  for (let k = 0; k < components; k++) means.set(whiten(packed.means, k * d, 0), k * d);
  return (out, rows, at, scale) => {
    const y = whiten(rows, at, 0);
    for (let k = 0; k < components; k++) {
      let square = 0;
      for (let j = 0; j < d; j++) {
        const scaled = (y[j]! - means[k * d + j]!) * scale;
        square += scaled * scaled;
      }
      out[k] = square;
    }
  };
}

function whitener(packed: PackedMixture, means: Float64Array): Whitener {
  return packed.packing === 'diagonal' ? diagonalWhitener(packed, means) : triangularWhitener(packed, means);
}

/** y_j = (x_j - mu_j) / sigma_j. */
function diagonalWhitener({ dimension: d, factors }: PackedMixture, means: Float64Array): Whitener {
  const y = new Float64Array(d);
  return (rows, at, k) => {
    for (let j = 0; j < d; j++) y[j] = (rows[at + j]! - means[k * d + j]!) * factors[k * d + j]!;
    return y;
  };
}

/** y_i = (x_i - mu_i - sum_{j<i} L_ij y_j) / L_ii, in this order. */
function triangularWhitener({ dimension: d, factors }: PackedMixture, means: Float64Array): Whitener {
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
