import { Worker } from 'node:worker_threads';
import { GaussmixError } from '@gaussmix/kernels';
import type { PoolAnswer, PoolInput, PoolResult, PoolTask } from './pool-task.ts';

/** Workers that do tasks which do not need each other. */
export interface WorkerPool {
  /**
   * Does a task on the worker that is free first.
   *
   * @param onShare  is told now and then how much of it is done
   * @throws GaussmixError for what is wrong with the data; what a worker died of
   */
  run(task: PoolTask, onShare?: (share: number) => void): Promise<PoolResult>;
  /** Ends the workers, whatever they do. */
  close(): void;
}

/** A task that waits, or is being done. */
interface Job {
  readonly task: PoolTask;
  readonly onShare: ((share: number) => void) | undefined;
  readonly resolve: (result: PoolResult) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A pool of workers, which are started when there is something to do for them.
 *
 * @param options  `input`: what all tasks share, seen and not copied by every worker; `count`: how many workers, at most
 */
export function workerPool({ input, count }: { input: PoolInput; count: number }): WorkerPool {
  const workerData = inSharedMemory(input);
  const waiting: Job[] = [];
  const running = new Map<Worker, Job>();
  const idle: Worker[] = [];
  const all: Worker[] = [];

  const give = (worker: Worker): void => {
    const job = waiting.shift();
    if (job === undefined) {
      idle.push(worker);
      return;
    }
    running.set(worker, job);
    worker.postMessage(job.task);
  };
  const fail = (reason: unknown): void => {
    const jobs = [...running.values(), ...waiting.splice(0)];
    running.clear();
    for (const { reject } of jobs) reject(reason);
  };
  const answer = (worker: Worker, message: PoolAnswer): void => {
    const job = running.get(worker);
    if (job === undefined) return;
    if (message.kind === 'share') {
      job.onShare?.(message.share);
      return;
    }
    running.delete(worker);
    if (message.kind === 'done') job.resolve(message.result);
    else job.reject(new GaussmixError(message.code, message.message));
    give(worker);
  };
  const start = (): Worker => {
    // The worker stands beside this file once both are built.
    const worker = new Worker(new URL('./pool-worker.js', import.meta.url), { workerData });
    all.push(worker);
    worker.on('message', (message: PoolAnswer) => answer(worker, message));
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('a thread that fits ended without an answer')));
    return worker;
  };
  return {
    run(task, onShare) {
      return new Promise((resolve, reject) => {
        waiting.push({ task, onShare, resolve, reject });
        const free = idle.pop() ?? (all.length < count ? start() : undefined);
        if (free) give(free);
      });
    },
    close() {
      for (const worker of all) {
        worker.removeAllListeners();
        void worker.terminate();
      }
      fail(new Error('the threads that fit were ended'));
    },
  };
}

/** The rows where every worker sees them. */
function inSharedMemory({ matrix, ...rest }: PoolInput): PoolInput {
  const data = new Float64Array(new SharedArrayBuffer(8 * matrix.data.length));
  data.set(matrix.data);
  return { ...rest, matrix: { ...matrix, data } };
}
