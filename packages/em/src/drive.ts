import type { Fit } from './fit.ts';
import { fitting } from './fitting.ts';
import type { Step } from './loop/run.ts';
import { memoryEngine } from './memory-engine.ts';
import type { Moments } from './moments.ts';
import type { AsyncFitOptions, FitOptions, Progress } from './options.ts';
import type { Problem } from './problem.ts';

/** An E-step that was asked for and answered, in the fit's coordinates. */
export interface Answered {
  readonly step: Step;
  readonly moments: Moments;
}

/** Drives a fit over rows in memory, at once. @returns a generator of E-steps that ends with the fit */
export function* drive(problem: Problem, { kernels, onIteration }: FitOptions): Generator<Answered, Fit> {
  const engine = memoryEngine(problem.rows, kernels);
  const fit = fitting(problem);
  let next = fit.next();
  while (!next.done) {
    const moments = engine.moments(next.value);
    onIteration?.(progressOf(problem, { step: next.value, moments }));
    yield { step: next.value, moments };
    next = fit.next(moments);
  }
  return next.value;
}

/** Drives a fit over any engine; the event loop turns before each E-step. @returns a generator that ends with the fit */
export async function* driveAsync(problem: Problem, options: AsyncFitOptions): AsyncGenerator<Answered, Fit> {
  const { kernels, onIteration, signal } = options;
  const engine = await (options.engine?.(problem.rows) ?? memoryEngine(problem.rows, kernels));
  const turn = eventLoop();
  try {
    const fit = fitting(problem);
    let next = fit.next();
    while (!next.done) {
      await turn.next();
      signal?.throwIfAborted();
      const moments = await engine.moments(next.value);
      onIteration?.(progressOf(problem, { step: next.value, moments }));
      yield { step: next.value, moments };
      next = fit.next(moments);
    }
    return next.value;
  } finally {
    turn.close();
    await engine.close();
  }
}

/** Turns of the event loop: timers would wait a millisecond and more, and microtasks would let nothing else run. */
function eventLoop(): { next(): Promise<void>; close(): void } {
  if (typeof setImmediate === 'function')
    return { next: () => new Promise((resolve) => setImmediate(resolve)), close() {} };
  const { port1, port2 } = new MessageChannel();
  return {
    next: () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      }),
    close: () => port1.close(),
  };
}

function progressOf({ settings, logJacobian }: Problem, { step, moments }: Answered): Progress {
  const { restart, iteration } = step;
  return {
    restart,
    restarts: settings.restarts,
    iteration,
    logLikelihood: moments.logLikelihood - logJacobian,
  };
}
