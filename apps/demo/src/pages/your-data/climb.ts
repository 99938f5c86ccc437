import type { Progress } from '@gaussmix/em';

/** How the log-likelihood went in each run of a search for the best optimum, in order: totals, in nats. */
export type Climb = readonly (readonly number[])[];

/** Keeps what runs report. */
export interface ClimbRecorder {
  note(progress: Pick<Progress, 'restart' | 'logLikelihood'>): void;
  readonly climb: Climb;
}

/** A recorder of runs that are made one after the other; a run begins where another number is told. */
export function recordClimb(): ClimbRecorder {
  const climb: number[][] = [];
  let run = -1;
  return {
    climb,
    note({ restart, logLikelihood }) {
      if (restart !== run) climb.push([]);
      run = restart;
      climb.at(-1)?.push(logLikelihood);
    },
  };
}

/** One run as a line over the passes, in nats per row. */
export interface ClimbLine {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** What a picture of a climb shows. */
export interface ClimbPicture {
  readonly runs: readonly ClimbLine[];
  readonly passes: number;
  /** Where most of it happens: the first steps from bad starts lie far below. */
  readonly shown: readonly [number, number];
}

/**
 * Lines of all runs side by side, by the number of passes over the rows.
 *
 * @param options  `kept`: the log-likelihood of the fit that came of it, which is always shown
 */
export function climbPicture(climb: Climb, { rows, kept }: { rows: number; kept: number }): ClimbPicture {
  let pass = 0;
  const runs = climb.map((run) => {
    const points = run.map((value) => {
      pass += 1;
      return { x: pass, y: value / rows };
    });
    return { points };
  });
  const sorted = Float64Array.from(climb.flat(), (value) => value / rows).sort();
  const low = Math.min(kept / rows, sorted[Math.floor(0.15 * sorted.length)] ?? 0);
  const highest = Math.max(kept / rows, sorted.at(-1) ?? 0);
  const room = Math.max(0.08 * (highest - low), 1e-6);
  return { runs, passes: pass, shown: [low - room, highest + room] };
}
