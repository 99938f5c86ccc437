import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { ClusterLoops } from './cluster-loops.ts';
import type { Rows } from './rows.ts';
import type { SeedingTrials } from './seeding-trials.ts';

/** So many numbers of what candidates would leave are kept until one of them is taken: 16 MB. */
const KEPT = 2_097_152;

/** What would be left if a row were taken. */
interface Left {
  readonly row: number;
  /** n squared distances to the nearest row taken; undefined when there were too many to keep them. */
  readonly distances: Float64Array | undefined;
  /** Their sum in each block of rows. */
  readonly blocks: Float64Array;
}

/** Of each row the squared distance to the nearest row taken, and what they sum to. */
export class Remainder {
  /** The sum over all rows. */
  total = Infinity;
  readonly #x: Rows;
  readonly #loops: ClusterLoops;
  /** n squared distances. */
  #distances: Float64Array;
  /** Their sum in each block of rows. */
  #blocks: Float64Array;
  #tried: readonly Left[] = [];

  constructor(x: Rows, loops: ClusterLoops) {
    this.#x = x;
    this.#loops = loops;
    this.#distances = new Float64Array(x.rows).fill(Infinity);
    this.#blocks = new Float64Array(Math.ceil(x.rows / BLOCK_ROWS));
  }

  /** Takes a row. */
  take(row: number): void {
    const known = this.#tried.find((left) => left.row === row && left.distances !== undefined);
    const { distances, blocks } = known ?? this.#leftBy(Int32Array.of(row), true)[0]!;
    this.#distances = distances!;
    this.#blocks = blocks;
    this.#tried = [];
    this.total = sum(blocks);
  }

  /** What would be left. @returns for each candidate the total if it were taken */
  totalsWith(candidates: Int32Array): number[] {
    this.#tried = this.#leftBy(candidates, this.#x.rows * candidates.length <= KEPT);
    return this.#tried.map((left) => sum(left.blocks));
  }

  #leftBy(rows: Int32Array, keep: boolean): readonly Left[] {
    const trials = this.#trials(rows);
    const left = Array.from(rows, (row): Left => {
      const distances = keep ? new Float64Array(this.#x.rows) : undefined;
      return { row, distances, blocks: new Float64Array(this.#blocks.length) };
    });
    for (let b = 0; b < this.#blocks.length; b++) {
      const block = this.#block(b);
      const size = block.to - block.from;
      const found = trials(block, this.#distances);
      for (const [k, { distances, blocks }] of left.entries()) {
        blocks[b] = found.totals[k]!;
        distances?.set(found.distances.subarray(k * BLOCK_ROWS, k * BLOCK_ROWS + size), block.from);
      }
    }
    return left;
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
    const values = new Float64Array(rows.length * d);
    for (const [k, i] of rows.entries()) values.set(data.subarray(i * d, (i + 1) * d), k * d);
    const origin = new Float64Array(d);
    return this.#loops.seedingTrials({ clusters: rows.length, dimension: d, origin, values });
  }

  #block(b: number): { rows: Float64Array; from: number; to: number } {
    const from = b * BLOCK_ROWS;
    return { rows: this.#x.data, from, to: Math.min(from + BLOCK_ROWS, this.#x.rows) };
  }
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
  return total;
}
