import type { Progress } from '@gaussmix/em';
import type { Watch } from './watch.ts';

/** Milliseconds between two reports. */
const pause = 50;

/** A run is half done, for the bar, after so many iterations: nobody knows how many it takes. */
const halfDone = 30;

/** Whom fits tell what they do, one after the other. */
export interface FitTeller {
  begin(cell: { readonly components: number; readonly covariance: string }): void;
  iterate(progress: Progress): void;
}

/**
 * Puts what fits that are made one after the other report into shares and words.
 *
 * @param fits  how many there will be
 */
export function fitTeller(watch: Watch, fits: number): FitTeller {
  let fit = -1;
  let name = '';
  let furthest = 0;
  let told = 0;
  return {
    begin(cell) {
      fit++;
      furthest = 0;
      name = `${fits > 1 ? `fit ${fit + 1} of ${fits}: ` : ''}${cellWords(cell)}`;
    },
    iterate(progress) {
      // A search that finds a lead follows it: its share done may fall, the bar's must not.
      furthest = Math.max(furthest, shareDone(progress));
      const now = performance.now();
      if (now - told < pause) return;
      told = now;
      watch.tell((fit + furthest) / fits, `${name}${whereaboutsOf(progress)}`);
    },
  };
}

/** A cell in words: `3 components, full`. */
export function cellWords({ components, covariance }: { components: number; covariance: string }): string {
  return `${components} ${components === 1 ? 'component' : 'components'}, ${covariance}`;
}

/** How much of a fit is done, from 0 to less than 1; `restarts` is what was planned, and may be passed. */
export function shareDone({ restart, restarts, iteration }: Progress): number {
  return (restart + iteration / (iteration + halfDone)) / Math.max(restarts, restart + 1);
}

function whereaboutsOf({ restart, restarts, iteration, logLikelihood }: Progress): string {
  const which = restart < restarts ? `run ${restart + 1} of ${restarts}` : `run ${restart + 1}`;
  const run = restarts > 1 ? `, ${which}` : '';
  return `${run}, iteration ${iteration}, log-likelihood ${logLikelihood.toPrecision(8)}`;
}
