import { type Engine, memoryEngine, passesOf, turningEngine } from '@gaussmix/em';
import type { Kernels } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { Crew } from './crew/crew.ts';
import type { KeptRows } from './tasks/kept-rows.ts';
import { worthPosting } from './worth-posting.ts';

/** Who computes. */
export interface PooledEngineOptions {
  readonly crew: Crew;
  /** The hot loops of this thread, for what is not worth a message. */
  readonly kernels: Kernels;
  /** Makes rows known to the crew, when the first pass is worth it. */
  readonly keep: (rows: Matrix) => KeptRows;
  /** A number for each task. */
  readonly nextNumber: () => number;
}

/** An engine whose E-steps a crew does; small ones are done on this thread, which takes less time. */
export function pooledEngine(
  rows: Matrix,
  { crew, kernels, keep, nextNumber }: PooledEngineOptions,
): Omit<Engine, 'warnings'> {
  const here = memoryEngine(rows, kernels);
  const inTurns = turningEngine(rows, kernels);
  let kept: KeptRows | undefined;
  return {
    rows: rows.rows,
    columns: rows.columns,
    async moments(request) {
      if (!worthPosting(request, rows.rows)) return (request.signal ? inTurns : here).moments(request);
      kept ??= keep(rows);
      const passes = passesOf(request, rows.rows);
      let next = passes.next();
      while (!next.done) {
        const sums = await crew.run(kept.task(nextNumber(), next.value), request.signal);
        next = passes.next(sums);
      }
      return next.value;
    },
    close() {
      if (kept) crew.forget(kept);
      kept = undefined;
      return inTurns.close();
    },
  };
}
