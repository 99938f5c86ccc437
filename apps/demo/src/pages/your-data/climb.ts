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

/** What a picture of a climb shows. */
export interface ClimbPicture {
  /** All runs side by side, in nats per row, by the number of passes over the rows; NaN between them. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly passes: number;
  /** Where most of it happens: the first steps from bad starts lie far below, and are not among the points. */
  readonly shown: readonly [number, number];
}

/** More points than these are more than a screen is wide. */
const mostPoints = 3000;

/**
 * A climb as one line with gaps.
 *
 * @param options  `kept`: the log-likelihood of the fit that came of it, which is always shown
 */
export function climbPicture(climb: Climb, { rows, kept }: { rows: number; kept: number }): ClimbPicture {
  const all = Float64Array.from(climb.flat(), (value) => value / rows).sort();
  const low = Math.min(kept / rows, all[Math.floor(0.15 * all.length)] ?? 0);
  const highest = Math.max(kept / rows, all.at(-1) ?? 0);
  const room = Math.max(0.08 * (highest - low), 1e-6);
  const shown = [low - room, highest + room] as const;
  const every = Math.ceil(all.length / mostPoints);
  let pass = 0;
  const points = climb.flatMap((run) => {
    const line = run.map((value) => ({ x: ++pass, y: value < shown[0] * rows ? Number.NaN : value / rows }));
    const thinned = line.filter((_, i) => i % every === 0 || i === line.length - 1);
    return [...thinned, { x: pass, y: Number.NaN }];
  });
  return { points, passes: pass, shown };
}
