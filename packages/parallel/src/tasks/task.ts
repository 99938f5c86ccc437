import type { Member } from '../crew/member.ts';
import type { FromWorker, PassMessage } from '../messages.ts';

/** What a worker tells of a task. */
export type TaskMessage = Extract<FromWorker, { readonly pass: number }>;

/** A pass over rows that a crew does together. */
export interface Task {
  readonly number: number;
  /** The sums over all rows. */
  readonly sums: Promise<Float64Array>;
  /** What a worker is told to do, at the beginning or when it takes the place of one that died. */
  messageFor(member: Member): PassMessage;
  receive(message: TaskMessage): void;
  /** A worker has died. */
  lose(member: number, reason: string): void;
  /** Ends the task. */
  fail(error: unknown): void;
}
