import { eventLoop } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { fitReplicate } from './fit-replicate.ts';
import type { BootstrapProgress, ReplicateResult, ReplicateSpec } from './replicate.ts';

/**
 * A bootstrap as a generator: it yields the replicates that it needs next, and receives what came of them, in the same
 * order; who drives it decides where and when they are made.
 */
export type Bootstrapping<T> = Generator<readonly ReplicateSpec[], T, readonly ReplicateResult[]>;

/** Who listens to a bootstrap. */
export interface BootstrapListener {
  /** Is told each time that a replicate is done. */
  readonly onReplicate?: ((progress: BootstrapProgress) => void) | undefined;
}

/**
 * Where one replicate is made. Those that do not need each other are handed over at once, so a pool can queue them:
 *
 *   (spec) => pool.run({ x, spec })      on a worker that returns `fitReplicate(x, spec)`
 *
 * @param spec  plain data when its covariance is given by name
 * @param fitHere  makes it on this thread
 */
export type ReplicateRunner = (
  spec: ReplicateSpec,
  fitHere: (spec: ReplicateSpec) => ReplicateResult,
) => ReplicateResult | Promise<ReplicateResult>;

/** Where a bootstrap runs, and until when. */
export interface AsyncBootstrapOptions {
  /** Where each replicate is made; on this thread, with a turn of the event loop before each, when absent. */
  readonly runner?: ReplicateRunner;
  /** Ends the bootstrap between two replicates; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Drives a bootstrap on this thread, at once. @returns what it ends with */
export function bootstrapHere<T>(steps: Bootstrapping<T>, x: Matrix, { onReplicate }: BootstrapListener): T {
  let next = steps.next();
  while (!next.done) {
    const specs = next.value;
    const results = specs.map((spec, at) => {
      const result = fitReplicate(x, spec);
      onReplicate?.(progressOf(specs, at + 1));
      return result;
    });
    next = steps.next(results);
  }
  return next.value;
}

/** Drives a bootstrap where its runner takes it. @returns a promise of what it ends with */
export async function bootstrapThere<T>(
  steps: Bootstrapping<T>,
  x: Matrix,
  { onReplicate, runner, signal }: BootstrapListener & AsyncBootstrapOptions,
): Promise<T> {
  const loop = eventLoop();
  try {
    await loop.turn();
    signal?.throwIfAborted();
    let next = steps.next();
    while (!next.done) {
      const specs = next.value;
      let done = 0;
      const run = async (spec: ReplicateSpec): Promise<ReplicateResult> => {
        if (runner === undefined) await loop.turn();
        signal?.throwIfAborted();
        const result = runner
          ? checkedResult(await runner(spec, (here) => fitReplicate(x, here)))
          : fitReplicate(x, spec);
        signal?.throwIfAborted();
        onReplicate?.(progressOf(specs, ++done));
        return result;
      };
      next = steps.next(runner ? await Promise.all(specs.map(run)) : await oneAfterAnother(specs, run));
    }
    return next.value;
  } finally {
    loop.close();
  }
}

async function oneAfterAnother(
  specs: readonly ReplicateSpec[],
  run: (spec: ReplicateSpec) => Promise<ReplicateResult>,
): Promise<ReplicateResult[]> {
  const results: ReplicateResult[] = [];
  for (const spec of specs) results.push(await run(spec));
  return results;
}

function progressOf(specs: readonly ReplicateSpec[], done: number): BootstrapProgress {
  return { components: specs[0]!.mixture.weights.length, done, replicates: specs.length };
}

function checkedResult(result: ReplicateResult): ReplicateResult {
  if (result?.mixture || typeof result?.statistic === 'number' || typeof result?.error === 'string')
    return result;
  throw new GaussmixError(
    'runner',
    `bootstrap: the runner must return what fitReplicate returned, got ${typeof result}.`,
  );
}
