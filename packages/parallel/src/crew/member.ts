import type { WorkerPort } from './worker-port.ts';

/** A worker that is ready. */
export interface Member {
  /** Counted from 1 over the life of a crew: one that takes the place of another has a number of its own. */
  readonly number: number;
  /** Its place in the crew, counted from 0. */
  readonly place: number;
  readonly port: WorkerPort;
}
