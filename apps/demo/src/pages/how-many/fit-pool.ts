import type { Remote } from 'comlink';
import { connect } from '../../worker/connect.ts';
import type { HowManyWork } from './how-many.worker.ts';
import { leftOut } from './left-out.ts';
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
  worker: Worker;
  work: Remote<HowManyWork>;
  busy: boolean;
}

interface Waiting {
  readonly task: Task;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds after which a fit is given up: a few families take minutes where rows are few and columns many. */
const patience = 8000;

/** Workers at most; each computes on one core. */
const mostWorkers = 4;

/**
 * Starts workers on a problem.
 *
 * @param urgency  the smaller, the sooner a task is done
 */
export function openPool(problem: Problem, urgency: (task: Task) => number): FitPool {
  const waiting: Waiting[] = [];
  const slow = new Map<string, number>();
  const seats = Array.from({ length: Math.min(mostWorkers, navigator.hardwareConcurrency || 2) }, () => {
    const seat = { busy: false } as Seat;
    renew(seat);
    return seat;
  });

  function renew(seat: Seat): void {
    seat.worker?.terminate();
    seat.worker = new Worker(new URL('./how-many.worker.ts', import.meta.url), { type: 'module' });
    seat.work = connect<HowManyWork>(seat.worker);
    void seat.work.load(problem);
  }

  function isSlow({ family, components }: Task): boolean {
    return components >= (slow.get(family) ?? Number.POSITIVE_INFINITY);
  }

  async function serve(seat: Seat): Promise<void> {
    seat.busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { task, done, failed } = next;
      if (isSlow(task)) {
        done({ result: { error: leftOut } });
        continue;
      }
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), patience);
      });
      try {
        const outcome = await Promise.race([seat.work.fit(task), late]);
        if (outcome === undefined) {
          slow.set(task.family, Math.min(task.components, slow.get(task.family) ?? task.components));
          renew(seat);
        }
        done(outcome ?? { result: { error: leftOut } });
      } catch (error) {
        failed(error);
      } finally {
        clearTimeout(timer);
      }
    }
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
