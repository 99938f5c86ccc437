import type { FromWorker, ToWorker } from '../messages.ts';
import { nodeModule } from '../node-module.ts';

/** How a worker speaks with the thread that started it. */
export interface OwnPort {
  post(message: FromWorker, transfer?: ArrayBuffer[]): void;
  /** @param garbled  is called for a message that cannot be read here */
  listen(listener: (message: ToWorker) => void, garbled: () => void): void;
}

/** The port of the worker that this code runs in, in Node or in a page. @returns undefined on a main thread */
export function ownPort(): OwnPort | undefined {
  const parent = nodeModule('node:worker_threads')?.parentPort;
  if (parent) {
    return {
      post: (message, transfer) => parent.postMessage(message, transfer),
      listen: (listener, garbled) => void parent.on('message', listener).on('messageerror', garbled),
    };
  }
  if (typeof document === 'object' || typeof postMessage !== 'function') return undefined;
  const scope = globalThis as unknown as Worker;
  return {
    post: (message, transfer = []) => scope.postMessage(message, transfer),
    listen(listener, garbled) {
      scope.addEventListener('message', ({ data }) => listener(data as ToWorker));
      scope.addEventListener('messageerror', garbled);
    },
  };
}
