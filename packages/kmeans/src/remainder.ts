import { BLOCK_ROWS, type Kernels, type SeedingTrials } from '@gaussmix/kernels';
import { createMatrix, type Matrix } from '@gaussmix/linalg';

/** Of each row the squared distance to the nearest row taken, and what they sum to. */
export class Remainder {
  /** The sum over all rows. */
  total = Infinity;
  readonly #x: Matrix;
  readonly #kernels: Kernels;
  /** n squared distances. */
  readonly #distances: Float64Array;
  /** Their sum in each block of rows. */
  readonly #blocks: Float64Array;

  constructor(x: Matrix, kernels: Kernels) {
    this.#x = x;
    this.#kernels = kernels;
    this.#distances = new Float64Array(x.rows).fill(Infinity);
    this.#blocks = new Float64Array(Math.ceil(x.rows / BLOCK_ROWS));
  }

  /** Takes a row. */
  take(row: number): void {
    const trials = this.#trials(Int32Array.of(row));
    this.total = 0;
    for (let b = 0; b < this.#blocks.length; b++) {
      const block = this.#block(b);
      const { totals, distances } = trials(block, this.#distances);
      this.#distances.set(distances.subarray(0, block.to - block.from), block.from);
      this.#blocks[b] = totals[0]!;
      this.total += totals[0]!;
    }
  }

  /** @returns for each candidate the total if it were taken */
  totalsWith(candidates: Int32Array): Float64Array {
    const trials = this.#trials(candidates);
    const sums = new Float64Array(candidates.length);
    for (let b = 0; b < this.#blocks.length; b++) {
      const { totals } = trials(this.#block(b), this.#distances);
      for (let k = 0; k < sums.length; k++) sums[k]! += totals[k]!;
    }
    return sums;
  }

  /**
   * The first row up to which the distances sum to more than a fraction of the total: never one at distance 0.
   * Where rounding leaves the fraction above all sums, it is the last row that adds anything.
   */
  rowAt(fraction: number): number {
    const target = fraction * this.total;
    let before = 0;
    let last = 0;
    let sum = 0;
    for (let b = 0; b < this.#blocks.length && !(sum > target); b++) {
      if (this.#blocks[b] === 0) continue;
      last = b;
      before = sum;
      sum += this.#blocks[b]!;
    }
    return this.#rowIn(last, target - before);
  }

  #rowIn(b: number, target: number): number {
    const { from, to } = this.#block(b);
    let sum = 0;
    let row = from;
    for (let i = from; i < to; i++) {
      if (this.#distances[i]! > 0) row = i;
      sum += this.#distances[i]!;
      if (sum > target) break;
    }
    return row;
  }

  #trials(rows: Int32Array): SeedingTrials {
    const { data, columns: d } = this.#x;
    const candidates = createMatrix(rows.length, d);
    for (const [k, i] of rows.entries()) candidates.data.set(data.subarray(i * d, (i + 1) * d), k * d);
    const origin = new Float64Array(d);
    return this.#kernels.seedingTrials({
      clusters: rows.length,
      dimension: d,
      origin,
      values: candidates.data,
    });
  }

  #block(b: number): { rows: Float64Array; from: number; to: number } {
    const from = b * BLOCK_ROWS;
    return { rows: this.#x.data, from, to: Math.min(from + BLOCK_ROWS, this.#x.rows) };
  }
}
