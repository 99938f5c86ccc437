import type { Pass } from '@gaussmix/em';
import type { Member } from '../crew/member.ts';
import { type Board, DONE, type PassMessage } from '../messages.ts';
import type { Chunks } from './chunks.ts';
import { Losses } from './losses.ts';
import { outcome } from './outcome.ts';
import { sumOfChunks } from './sum-of-chunks.ts';
import type { Task, TaskMessage } from './task.ts';

/** Room for sums that goes from one task over the same rows to the next. */
export interface SharedSums {
  room: Float64Array | undefined;
}

/** Which task it is. */
export interface SharedTaskOptions {
  readonly number: number;
  /** The number of the rows. */
  readonly rows: number;
  readonly chunks: Chunks;
  readonly spare: SharedSums;
}

/** A pass over rows in shared memory. Workers take chunks and leave sums there; one message of each says that it is done. */
export class SharedTask implements Task {
  readonly number: number;
  readonly #work: Pass;
  readonly #options: SharedTaskOptions;
  readonly #board: Board;
  readonly #sums = outcome<Float64Array>();
  readonly #losses = new Losses();
  readonly #dead = new Set<number>();

  constructor(work: Pass, options: SharedTaskOptions) {
    const { number, chunks, spare } = options;
    this.number = number;
    this.#work = work;
    this.#options = options;
    const numbers = chunks.number * work.request.layout.length;
    const sums = spare.room?.length === numbers ? spare.room : sharedNumbers(numbers);
    // What was stopped, or lost a worker, may still be written to.
    spare.room = undefined;
    this.#board = { claims: new Int32Array(new SharedArrayBuffer(4 * (1 + chunks.number))), sums };
  }

  get sums(): Promise<Float64Array> {
    return this.#sums.promise;
  }

  messageFor({ number: worker }: Member): PassMessage {
    const { number, rows, chunks } = this.#options;
    const shared = { board: this.#board, worker };
    return { kind: 'pass', pass: number, rows, work: this.#work, chunkRows: chunks.chunkRows, shared };
  }

  receive(message: TaskMessage): void {
    if (message.kind !== 'done') return;
    this.#releaseClaims();
    const { chunks, spare } = this.#options;
    if (this.#chunksDone() < chunks.number) return;
    const { sums } = this.#board;
    const { length } = this.#work.request.layout;
    const parts = Array.from({ length: chunks.number }, (_, chunk) =>
      sums.subarray(chunk * length, (chunk + 1) * length),
    );
    // A copy: the room is used again.
    this.#sums.keep(Float64Array.from(sumOfChunks(parts, length)));
    if (this.#dead.size === 0) spare.room = sums;
  }

  lose(member: number, reason: string): void {
    this.#dead.add(member);
    this.#releaseClaims();
    const error = this.#losses.count(this.#chunksDone(), reason);
    if (error) this.fail(error);
  }

  fail(error: unknown): void {
    Atomics.store(this.#board.claims, 0, 1);
    this.#sums.fail(error);
  }

  /** Gives back what the dead had taken and not done. */
  #releaseClaims(): void {
    const { claims } = this.#board;
    for (const member of this.#dead) {
      for (let at = 1; at < claims.length; at++) Atomics.compareExchange(claims, at, member, 0);
    }
  }

  #chunksDone(): number {
    return this.#board.claims.reduce((done, claim) => done + (claim === DONE ? 1 : 0), 0);
  }
}

/** Zeros in memory that threads share. */
export function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}
