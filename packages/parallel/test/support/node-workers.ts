import { Worker } from 'node:worker_threads';
import { WORKER_SOURCE } from '../../src/crew/worker-source.ts';
import type { ToWorker } from '../../src/messages.ts';

/** Starts workers that run a script of the test before their own, with a heap that is soon full. */
export function workersThat(script: string): () => Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 8 };
  return () => new Worker(`${script};\n${WORKER_SOURCE}`, { eval: true, execArgv: [], resourceLimits });
}

/** Starts workers and hears what each is told, before it is. */
export function overheard(listener: (message: ToWorker, worker: Worker) => void): () => Worker {
  return () => {
    const worker = new Worker(WORKER_SOURCE, { eval: true, execArgv: [] });
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: ToWorker, transfer?: Parameters<typeof post>[1]) => {
      listener(message, worker);
      post(message, transfer);
    };
    return worker;
  };
}
