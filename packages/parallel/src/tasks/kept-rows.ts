import type { Pass } from '@gaussmix/em';
import type { RowsMessage } from '../messages.ts';
import type { Task } from './task.ts';

/** Rows that workers keep from pass to pass. */
export interface KeptRows {
  readonly number: number;
  /** What the worker at a place is told to keep. */
  messageFor(place: number): RowsMessage;
  /** A pass over all of them. */
  task(number: number, work: Pass): Task;
}

/** How rows are kept. */
export interface KeptOptions {
  /** The number of the rows. */
  readonly number: number;
  readonly threads: number;
}
