import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { RowBlock } from './block-accumulator.ts';
import type { MomentLayout } from './moment-sums.ts';
import type { PackedMixture } from './packed-mixture.ts';

/** Above this dimension a pooled scatter is summed by groups of rows: below, adding K times is as fast. */
export const GROUPED_ABOVE = 3;

/** Who is responsible for the rows of a block. */
export interface Assigned {
  /** Component k's responsibilities from k times the rows of a block on. */
  readonly responsibilities: Float64Array;
  /** The most likely component of each row. */
  readonly labels: Int32Array;
}

/**
 * The moments of a block with one scatter for all components, by groups of rows with the same most likely component b:
 * each row is squared once, not once for each component. With x - mu_k = (x - mu_b) + g_bk, g_bk = mu_b - mu_k,
 *
 *   R_bk = sum r_ik,   A_bk = sum r_ik (x_i - mu_b)   over the rows i of group b
 *   N_k = sum_b R_bk,   s_k = sum_b (A_bk + R_bk g_bk)
 *   S = sum_b (sum (x_i - mu_b)(x_i - mu_b)^T + sum_k (u_bk g_bk^T + g_bk u_bk^T)),   u_bk = A_bk + R_bk / 2 g_bk
 *
 * Little cancels: where r_ik counts, row i lies between mu_b and mu_k or near them, so that no term is more than K times the sum.
 *
 * @returns a function of (sums, block, assigned) that adds counts, deviations and the scatter
 *
 * O(d^2 + K d) a row and O(K^2 d^2) a block.
 */
export function pooledAdder(
  { components, dimension: d, means }: PackedMixture,
  layout: MomentLayout,
): (sums: Float64Array, block: RowBlock, assigned: Assigned) => void {
  const squares = [new Float64Array(layout.scatterLength), new Float64Array(layout.scatterLength)] as const;
  const weights = [new Float64Array(components), new Float64Array(components)] as const;
  const products = [new Float64Array(components * d), new Float64Array(components * d)] as const;
  const crossed = new Float64Array(layout.scatterLength);
  const deviation = new Float64Array(d);
  const total = new Float64Array(layout.length);

  function addRow(lane: 0 | 1, responsibilities: Float64Array, row: number): void {
    let entry = 0;
    for (let i = 0; i < d; i++) {
      for (let j = 0; j <= i; j++) squares[lane][entry++]! += deviation[i]! * deviation[j]!;
    }
    for (let k = 0; k < components; k++) {
      const share = responsibilities[k * BLOCK_ROWS + row]!;
      weights[lane][k]! += share;
      for (let j = 0; j < d; j++) products[lane][k * d + j]! += share * deviation[j]!;
    }
  }

  /** What the rows of group b add to component k, apart from their squares. */
  function fold(b: number, k: number): void {
    const weight = weights[0][k]! + weights[1][k]!;
    if (weight === 0) return;
    total[layout.counts + k]! += weight;
    const apart = new Float64Array(d);
    const beside = new Float64Array(d);
    for (let j = 0; j < d; j++) {
      const product = products[0][k * d + j]! + products[1][k * d + j]!;
      apart[j] = means[b * d + j]! - means[k * d + j]!;
      total[layout.deviations + k * d + j]! += product + weight * apart[j]!;
      beside[j] = product + 0.5 * weight * apart[j]!;
    }
    if (b === k) return;
    let entry = 0;
    for (let i = 0; i < d; i++) {
      for (let j = 0; j <= i; j++) crossed[entry++]! += beside[i]! * apart[j]! + apart[i]! * beside[j]!;
    }
  }

  return (sums, { rows, from, to }, { responsibilities, labels }) => {
    for (const room of [...squares, crossed, total]) room.fill(0);
    for (let b = 0; b < components; b++) {
      for (const room of [...weights, ...products]) room.fill(0);
      for (let row = 0; row < to - from; row++) {
        if (labels[row] !== b) continue;
        for (let j = 0; j < d; j++) deviation[j] = rows[(from + row) * d + j]! - means[b * d + j]!;
        addRow((row & 1) as 0 | 1, responsibilities, row);
      }
      for (let k = 0; k < components; k++) fold(b, k);
    }
    for (let entry = 0; entry < crossed.length; entry++) {
      total[layout.scatters + entry] = squares[0][entry]! + squares[1][entry]! + crossed[entry]!;
    }
    for (let index = 0; index < sums.length; index++) sums[index]! += total[index]!;
  };
}
