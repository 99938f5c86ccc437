import type { Matrix } from '@gaussmix/linalg';
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
    const { sample } = next.value;
    const moments = (sample ? memoryEngine(sample, kernels) : engine).moments(next.value);
    if (!next.value.preparing) {
      onIteration?.(progressOf(problem, { step: next.value, moments }));
      yield { step: next.value, moments };
    }
    next = fit.next(moments);
  }
  return next.value;
}

/** Drives a fit over any engine; the event loop turns before each E-step. @returns a generator that ends with the fit */
export async function* driveAsync(problem: Problem, options: AsyncFitOptions): AsyncGenerator<Answered, Fit> {
  const { onIteration, signal } = options;
  const engine = await engineOf(problem.rows, options);
  let sampling: Engine | undefined;
  const loop = eventLoop();
  try {
    const fit = fitting(problem);
    let next = fit.next();
    while (!next.done) {
      await loop.turn();
      const step = next.value;
      if (step.sample !== undefined) sampling ??= await samplingEngine(step.sample, options);
      const answering = step.sample === undefined ? engine : sampling!;
      const moments = await unlessAborted(() => answering.moments({ ...step, signal }), signal);
      if (!step.preparing) {
        onIteration?.(progressOf(problem, { step, moments }));
        yield { step, moments };
      }
      next = fit.next(moments);
    }
    const { warnings = [] } = engine;
    return warnings.length > 0
      ? { ...next.value, warnings: [...next.value.warnings, ...warnings] }
      : next.value;
  } finally {
    loop.close();
    await sampling?.close();
    await engine.close();
  }
}

function engineOf(rows: Matrix, options: AsyncFitOptions): Engine | Promise<Engine> {
  return typeof options.engine === 'function' ? options.engine(rows) : samplingEngine(rows, options);
}

/** An engine for some of the rows: whoever made an engine of their own has it for all rows alone. */
function samplingEngine(
  rows: Matrix,
  { engine, kernels, signal }: AsyncFitOptions,
): Engine | Promise<Engine> {
  if (typeof engine === 'function') return memoryEngine(rows, kernels);
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

function progressOf({ settings, rows, logJacobian }: Problem, { step, moments }: Answered): Progress {
  const { restart, iteration, sample } = step;
  const share = sample === undefined ? 1 : rows.rows / sample.rows;
  return {
    restart,
    restarts: Math.max(settings.restarts, restart + 1),
    iteration,
    logLikelihood: moments.logLikelihood * share - logJacobian,
  };
}
