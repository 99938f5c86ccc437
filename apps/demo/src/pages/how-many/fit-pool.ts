import type { Remote } from 'comlink';
import { connect } from '../../worker/connect.ts';
import type { HowManyWork } from './how-many.worker.ts';
import type { Problem } from './problem.ts';
import type { Outcome, Task } from './tasks.ts';

/** Workers that fit cells, the most urgent first. */
export interface FitPool {
  run(task: Task): Promise<Outcome>;
  /** Ends all work; promises that are open stay open. */
  close(): void;
}

/** A worker, and what it does. */
interface Seat {
  readonly worker: Worker;
  readonly work: Remote<HowManyWork>;
  busy: boolean;
}

interface Waiting {
  readonly task: Task;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
}

/** Workers at most; each computes on one core. */
const mostWorkers = 4;

/**
 * Starts workers on a problem.
 *
 * @param urgency  the smaller, the sooner a task is done
 */
export function openPool(problem: Problem, urgency: (task: Task) => number): FitPool {
  const waiting: Waiting[] = [];
  const seats = Array.from({ length: Math.min(mostWorkers, navigator.hardwareConcurrency || 2) }, () =>
    seatAt(problem),
  );

  async function serve(seat: Seat): Promise<void> {
    seat.busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift())
      await seat.work.fit(next.task).then(next.done, next.failed);
    seat.busy = false;
  }

  return {
    run: (task) =>
      new Promise((done, failed) => {
        const at = waiting.findIndex((other) => urgency(other.task) > urgency(task));
        waiting.splice(at < 0 ? waiting.length : at, 0, { task, done, failed });
        // Not at once: what is asked for in the same moment is put in order first.
        queueMicrotask(() => {
          const seat = seats.find(({ busy }) => !busy);
          if (seat && waiting.length > 0) void serve(seat);
        });
      }),
    close() {
      waiting.length = 0;
      for (const seat of seats) seat.worker.terminate();
    },
  };
}

function seatAt(problem: Problem): Seat {
  const worker = new Worker(new URL('./how-many.worker.ts', import.meta.url), { type: 'module' });
  const work = connect<HowManyWork>(worker);
  void work.load(problem);
  return { worker, work, busy: false };
}
