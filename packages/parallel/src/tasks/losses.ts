import { GaussmixError } from '@gaussmix/kernels';

/** So many workers may die one after the other while not one chunk of rows gets done. */
const PATIENCE = 3;

/** Counts the workers that a task has lost in vain. */
export class Losses {
  #inVain = 0;
  #chunksDone = 0;

  /**
   * Counts one more.
   *
   * @param chunksDone  how many chunks of the task are done by now
   * @returns an error when there is no hope left
   */
  count(chunksDone: number, reason: string): GaussmixError | undefined {
    this.#inVain = chunksDone > this.#chunksDone ? 1 : this.#inVain + 1;
    this.#chunksDone = chunksDone;
    if (this.#inVain < PATIENCE) return undefined;
    return new GaussmixError(
      'worker',
      `threads: a worker must live until its part of an E-step is done, got ${this.#inVain} that died one after the ` +
        `other, the last of ${reason}. Try fewer threads, or no pool.`,
    );
  }
}
