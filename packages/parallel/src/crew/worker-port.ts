import type { FromWorker, ToWorker } from '../messages.ts';

/** A Web Worker, or one of `node:worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  terminate(): unknown;
}

/** What becomes of a worker. */
export interface WorkerListeners {
  message(message: FromWorker): void;
  /** Called once, unless the worker was ended by us. */
  death(reason: string): void;
}

/** A worker of either kind, as this package sees it. */
export interface WorkerPort {
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  /** While it is held, Node does not exit. */
  hold(): void;
  release(): void;
  /** @returns a promise that is kept when the worker has ended */
  end(): Promise<void>;
}

/** The face of the workers of Node that others lack. */
interface NodeWorker extends WorkerLike {
  on(event: string, listener: (value: unknown) => void): unknown;
  ref(): void;
  unref(): void;
}

/** One way to speak with both kinds of workers. */
export function portOf(worker: WorkerLike, { message, death }: WorkerListeners): WorkerPort {
  let over = false;
  const die = (reason: string): void => {
    if (over) return;
    over = true;
    death(reason);
    // One that lives on after an error in a page.
    worker.terminate();
  };
  const hear = (told: FromWorker): void => {
    if (over) return;
    if (told.kind === 'failed') die(told.message);
    else message(told);
  };
  const ofNode = 'on' in worker ? (worker as NodeWorker) : undefined;
  if (ofNode) {
    ofNode.on('message', (told) => hear(told as FromWorker));
    ofNode.on('error', (error) => die(String(error)));
    ofNode.on('exit', (code) => die(`exit code ${code}`));
  } else {
    const web = worker as Worker;
    web.addEventListener('message', ({ data }) => hear(data as FromWorker));
    web.addEventListener('error', (event) => {
      event.preventDefault();
      die(event.message || 'a script that could not be loaded');
    });
  }
  return {
    post: (told, transfer = []) => worker.postMessage(told, transfer),
    hold: () => ofNode?.ref(),
    release: () => ofNode?.unref(),
    async end() {
      over = true;
      await worker.terminate();
    },
  };
}
