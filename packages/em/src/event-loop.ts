/** Lets whatever waits on this thread have its turn. */
export interface EventLoop {
  /** @returns a promise that is kept when the event loop has turned */
  turn(): Promise<void>;
  close(): void;
}

/**
 * Turns of the event loop, one caller at a time: timers would wait a millisecond and more, and microtasks would let
 * nothing else run.
 *
 * @returns something that must be closed
 */
export function eventLoop(): EventLoop {
  if (typeof setImmediate === 'function')
    return { turn: () => new Promise((resolve) => setImmediate(resolve)), close() {} };
  const { port1, port2 } = new MessageChannel();
  return {
    turn: () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      }),
    close: () => port1.close(),
  };
}
