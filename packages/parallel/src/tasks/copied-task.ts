import type { Pass } from '@gaussmix/em';
import type { Member } from '../crew/member.ts';
import type { PassMessage } from '../messages.ts';
import type { Chunks } from './chunks.ts';
import { Losses } from './losses.ts';
import { outcome } from './outcome.ts';
import { sumOfChunks } from './sum-of-chunks.ts';
import type { Task, TaskMessage } from './task.ts';

/** Which task it is. */
export interface CopiedTaskOptions {
  readonly number: number;
  /** The number of the rows. */
  readonly rows: number;
  readonly chunks: Chunks;
  /** The first chunk of which the worker at a place has the rows. */
  readonly firstChunk: (place: number) => number;
}

/** A pass over rows of which each worker has a part: it sends the sums of each of its chunks. */
export class CopiedTask implements Task {
  readonly number: number;
  readonly #work: Pass;
  readonly #options: CopiedTaskOptions;
  readonly #sums = outcome<Float64Array>();
  readonly #losses = new Losses();
  readonly #parts: (Float64Array | undefined)[];
  #done = 0;

  constructor(work: Pass, options: CopiedTaskOptions) {
    this.number = options.number;
    this.#work = work;
    this.#options = options;
    this.#parts = Array.from({ length: options.chunks.number });
  }

  get sums(): Promise<Float64Array> {
    return this.#sums.promise;
  }

  messageFor({ place }: Member): PassMessage {
    const { number, rows, chunks, firstChunk } = this.#options;
    const own = Array.from(
      { length: firstChunk(place + 1) - firstChunk(place) },
      (_, i) => firstChunk(place) + i,
    );
    const left = own.filter((chunk) => this.#parts[chunk] === undefined);
    return {
      kind: 'pass',
      pass: number,
      rows,
      work: this.#work,
      chunkRows: chunks.chunkRows,
      chunks: left,
    };
  }

  receive(message: TaskMessage): void {
    if (message.kind !== 'chunk' || this.#parts[message.chunk]) return;
    this.#parts[message.chunk] = message.sums;
    this.#done++;
    if (this.#done < this.#parts.length) return;
    this.#sums.keep(sumOfChunks(this.#parts as Float64Array[], this.#work.request.layout.length));
  }

  lose(_member: number, reason: string): void {
    const error = this.#losses.count(this.#done, reason);
    if (error) this.fail(error);
  }

  fail(error: unknown): void {
    this.#sums.fail(error);
  }
}
