import { distanceMargin, UNDERFLOW } from './distance-margin.ts';
import type { Rows } from './rows.ts';

/** How many past positions of the centers are remembered. A row that stood longer is looked at again. */
const EPOCHS = 32;

/** How many of them are forgotten at a time. */
const FORGOTTEN = 16;

/**
 * Tells which rows cannot have changed their nearest center, without looking at them.
 *
 * When a row was last looked at, at epoch e, its distance to its center a was r, and to the next best s. Since then each
 * center k has moved by m_k. By the triangle inequality center a is now within r + m_a, every other at least
 * s - max m_k away. So a is still the nearest while the *gap* s - r exceeds the *drift* m_a + max_{k != a} m_k, which
 * depends on (e, a) alone.
 *
 * The same bits as looking at every row: computed distances are within 1 +- h of the true ones, and 4 h = `distanceMargin`,
 * but for underflow, which takes less than t = UNDERFLOW / 8. A gap counts as s (1 - 4 h) - r (1 + 4 h) - 8 t, a drift
 * as (m_a + max m_k)(1 + 4 h) + t. Then gap > drift implies
 *
 *   (r + m_a)(1 + h) + t < (s - max m_k)(1 - h) - t
 *
 * for the true r, s, m: of the computed squares that to a is strictly the smallest, and ties are always looked at.
 * NaN exceeds nothing.
 *
 * The triangle inequality bounds the growth of all drifts too, so that a row whose gap exceeds its drift by far need not
 * even be compared for some epochs.
 *
 * After Hamerly (2010), Making k-means even faster; the way from then to now rather than the sum of steps, as in
 * Newling and Fleuret (2016), Fast k-means with accurate bounds.
 */
export class Bounds {
  /**
   * EPOCHS x K drifts: a row with code e K + a and a gap that exceeds drifts[e K + a] stays with center a. Infinity for
   * epochs that are forgotten, and for the current one.
   */
  readonly drifts: Float64Array;
  /** The most that any drift has grown since {@link mark}; Infinity when epochs were forgotten since. */
  growth = Infinity;
  /** The most that any drift has grown in the last move. */
  lastGrowth = Infinity;
  readonly #grow: number;
  readonly #past: (Rows | undefined)[] = [];
  #marked: Rows | undefined;
  #epoch = -1;

  constructor(clusters: number, d: number) {
    this.drifts = new Float64Array(EPOCHS * clusters).fill(Infinity);
    this.#grow = 1 + distanceMargin(d);
  }

  /**
   * Begins an epoch: centers have moved here.
   *
   * @param centers  K x d, which must not change afterwards
   * @returns e K: the code of a row that is looked at now is this plus its label
   */
  moveTo(centers: Rows): number {
    const clusters = centers.rows;
    const last = this.#past[this.#epoch];
    this.#epoch = (this.#epoch + 1) % EPOCHS;
    if (this.#epoch % FORGOTTEN === 0 && this.#past[this.#epoch] !== undefined) this.#forget(clusters);
    this.#past[this.#epoch] = centers;
    for (const [epoch, past] of this.#past.entries()) {
      if (past === undefined || epoch === this.#epoch) continue;
      this.#driftsInto(this.drifts.subarray(epoch * clusters, (epoch + 1) * clusters), past, centers);
    }
    this.growth = this.#growthFrom(this.#marked, centers);
    this.lastGrowth = this.#growthFrom(last, centers);
    return this.#epoch * clusters;
  }

  /** Begins to count the growth of drifts anew. */
  mark(): void {
    this.#marked = this.#past[this.#epoch];
    this.growth = 0;
  }

  /** Forgets the next epochs together, so that it happens seldom. */
  #forget(clusters: number): void {
    this.drifts.fill(Infinity, this.#epoch * clusters, (this.#epoch + FORGOTTEN) * clusters);
    this.#past.fill(undefined, this.#epoch, this.#epoch + FORGOTTEN);
    this.#marked = undefined;
  }

  /** A drift grows by no more than the drift from there. */
  #growthFrom(past: Rows | undefined, now: Rows): number {
    if (past === undefined) return Infinity;
    const drifts = new Float64Array(now.rows);
    this.#driftsInto(drifts, past, now);
    return drifts.reduce((a, b) => Math.max(a, b));
  }

  #driftsInto(out: Float64Array, past: Rows, now: Rows): void {
    const d = now.columns;
    let farthest = 0;
    let next = 0;
    for (let k = 0; k < out.length; k++) {
      let square = 0;
      for (let p = k * d; p < (k + 1) * d; p++) {
        const difference = now.data[p]! - past.data[p]!;
        square += difference * difference;
      }
      const moved = square - square === 0 ? Math.sqrt(square) : Infinity;
      out[k] = moved;
      if (moved > farthest) {
        next = farthest;
        farthest = moved;
      } else if (moved > next) {
        next = moved;
      }
    }
    for (let k = 0; k < out.length; k++) {
      out[k] = (out[k]! + (out[k] === farthest ? next : farthest)) * this.#grow + UNDERFLOW / 8;
    }
  }
}
