import { type EngineSource, type FitWarning, turningEngine } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { compileKernels, kernelsOf, simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import { Crew } from './crew/crew.ts';
import { startWorker } from './crew/start-worker.ts';
import type { WorkerLike } from './crew/worker-port.ts';
import { nodeModule } from './node-module.ts';
import { pooledEngine } from './pooled-engine.ts';
import { copiedRows } from './tasks/copied-rows.ts';
import { sharedRows } from './tasks/shared-rows.ts';
import { sharedNumbers } from './tasks/shared-task.ts';

/** How a pool is made. */
export interface ThreadsOptions {
  /** How many workers, from 1 to 256; as many as there are cores when absent. */
  readonly count?: number;
  /**
   * Starts a worker that runs `@gaussmix/parallel/worker`, for pages whose content security policy forbids Blobs:
   * `() => new Worker(url, { type: 'module' })`.
   */
  readonly worker?: () => WorkerLike;
  /** Whether workers see the same memory; when absent, where the platform has it. Else each has a copy of its part. */
  readonly shared?: boolean;
  /** Whether workers run the hot loops in WebAssembly; when absent, where the platform has its SIMD instructions. */
  readonly simd?: boolean;
}

/** Threads that fits share, one after the other or at the same time: the `engine` of `fitMixtureAsync`. */
export interface ThreadPool extends EngineSource, AsyncDisposal {
  /** How many workers there are; 0 where none could be started, and fits run on the calling thread. */
  readonly count: number;
  /** What could not be had, such as workers that a content security policy forbids. It stands in the fits too. */
  readonly warnings: readonly FitWarning[];
  /** Ends the workers, as `await using` does. A pool that is not closed does not keep a process alive. */
  close(): Promise<void>;
}

/** What `await using` asks for, where the types of the platform know of it. */
type AsyncDisposal = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? Readonly<Record<Key, () => Promise<void>>>
  : object;

const MOST_THREADS = 256;

/**
 * Starts workers: `worker_threads` in Node, Web Workers in a page. The bits of a fit do not depend on their number.
 *
 * @param options  how many, or all that can be told
 * @returns a pool, once its workers are ready
 * @throws GaussmixError "threads" for a number that cannot be
 */
export async function threads(options: number | ThreadsOptions = {}): Promise<ThreadPool> {
  const {
    count = coresHere(),
    worker = startWorker,
    ...rest
  } = typeof options === 'number' ? { count: options } : options;
  const { shared = typeof SharedArrayBuffer === 'function', simd = true } = rest as ThreadsOptions;
  if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS) {
    throw new GaussmixError(
      'threads',
      `threads: count must be a whole number from 1 to ${MOST_THREADS}, got ${count}`,
    );
  }
  const crew = new Crew({ start: worker, module: simd ? compileKernels() : undefined });
  const warnings = warningsOf(await crew.muster(count), count);
  return poolOf(crew, { shared, simd, warnings });
}

function poolOf(
  crew: Crew,
  { shared, simd, warnings }: { shared: boolean; simd: boolean; warnings: readonly FitWarning[] },
): ThreadPool {
  // The plain ones come with those in WebAssembly.
  const kernels = simd ? simdKernels() : kernelsOf(undefined);
  let numbers = 0;
  const nextNumber = () => ++numbers;
  const keep = (rows: Matrix) => {
    const options = { number: nextNumber(), threads: crew.size };
    const kept = shared ? sharedRows(inSharedMemory(rows), options) : copiedRows(rows, options);
    crew.keep(kept);
    return kept;
  };
  const close = () => crew.close();
  return {
    count: crew.size,
    warnings,
    ...(shared && crew.size > 0 && { allocate: sharedNumbers }),
    engineFor(rows) {
      crew.requireOpen();
      const engine =
        crew.size > 0
          ? pooledEngine(rows, { crew, kernels, keep, nextNumber })
          : turningEngine(rows, kernels);
      return { ...engine, warnings };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Rows where all threads see them: as they are if that is where `allocate` put them, else a copy. */
function inSharedMemory(rows: Matrix): Matrix {
  if (rows.data.buffer instanceof SharedArrayBuffer) return rows;
  const data = sharedNumbers(rows.data.length);
  data.set(rows.data);
  return { ...rows, data };
}

function coresHere(): number {
  const cores =
    nodeModule('node:os')?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
  return Math.max(1, Math.min(cores, MOST_THREADS));
}

function warningsOf(failures: readonly string[], count: number): FitWarning[] {
  if (failures.length === 0) return [];
  const left = count - failures.length;
  const message =
    `${failures.length} of ${count} workers could not be started: ${failures[0]}. ` +
    `${left === 0 ? 'One thread computes.' : `The other ${left} compute.`} ` +
    'Where a content security policy forbids Blobs, host @gaussmix/parallel/worker and pass ' +
    "worker: () => new Worker(url, { type: 'module' }).";
  return [{ code: 'threads', message }];
}
