/**
 * Sums vectors in one fixed binary tree over their index, whatever their number: pairs are added as soon as
 * both halves are complete, and what is left over at the end is added from the last to the first.
 * For 5 vectors: ((0 + 1) + (2 + 3)) + 4.
 *
 * The error grows with the logarithm of the number of vectors, and so does the memory.
 */
export class TreeSum {
  readonly #length: number;
  readonly #pending: { rank: number; sum: Float64Array }[] = [];
  readonly #spare: Float64Array[] = [];

  /** @param length  how many numbers each vector has */
  constructor(length: number) {
    this.#length = length;
  }

  /**
   * A vector of zeros to fill and then {@link push}.
   *
   * @returns `length` zeros
   */
  next(): Float64Array {
    return this.#spare.pop()?.fill(0) ?? new Float64Array(this.#length);
  }

  /** Adds the next vector, which must come in the order of its index. It is kept and written to. */
  push(vector: Float64Array): void {
    let rank = 0;
    let sum = vector;
    while (this.#pending.at(-1)?.rank === rank) {
      sum = this.#add(this.#pending.pop()!.sum, sum);
      rank++;
    }
    this.#pending.push({ rank, sum });
  }

  /**
   * The sum of all vectors pushed; zeros when there were none. The tree is empty afterwards.
   *
   * @returns `length` sums
   */
  finish(): Float64Array {
    let total = this.#pending.pop()?.sum ?? new Float64Array(this.#length);
    while (this.#pending.length > 0) total = this.#add(this.#pending.pop()!.sum, total);
    return total;
  }

  #add(left: Float64Array, right: Float64Array): Float64Array {
    for (let i = 0; i < left.length; i++) left[i] = left[i]! + right[i]!;
    this.#spare.push(right);
    return left;
  }
}
