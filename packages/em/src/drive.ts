import type { Engine } from './engine.ts';
import { eventLoop } from './event-loop.ts';
import type { Fit } from './fit.ts';
import { fitting } from './fitting.ts';
import type { Step } from './loop/run.ts';
import { memoryEngine } from './memory-engine.ts';
import type { Moments } from './moments.ts';
import type { AsyncFitOptions, FitOptions, Progress } from './options.ts';
import type { Problem } from './problem.ts';
import { turningEngine } from './turning-engine.ts';

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
  const { onIteration, signal } = options;
  const engine = await engineOf(problem, options);
  const loop = eventLoop();
  try {
    const fit = fitting(problem);
    let next = fit.next();
    while (!next.done) {
      await loop.turn();
      const step = next.value;
      const moments = await unlessAborted(() => engine.moments({ ...step, signal }), signal);
      onIteration?.(progressOf(problem, { step, moments }));
      yield { step, moments };
      next = fit.next(moments);
    }
    const { warnings = [] } = engine;
    return warnings.length > 0
      ? { ...next.value, warnings: [...next.value.warnings, ...warnings] }
      : next.value;
  } finally {
    loop.close();
    await engine.close();
  }
}

function engineOf({ rows }: Problem, { engine, kernels, signal }: AsyncFitOptions): Engine | Promise<Engine> {
  if (typeof engine === 'function') return engine(rows);
  return engine?.engineFor(rows) ?? (signal ? turningEngine : memoryEngine)(rows, kernels);
}

/** What was promised, or the signal's reason as soon as there is one, whatever who promised does about it. */
async function unlessAborted<T>(make: () => T | Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return make();
  signal.throwIfAborted();
  let leave = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([make(), aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
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
