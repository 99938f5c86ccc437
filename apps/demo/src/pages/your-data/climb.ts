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
  /** The best that was known after each pass. */
  readonly best: ClimbLine;
  /** Where most of it happens: the first steps from bad starts lie far below. */
  readonly shown: readonly [number, number];
}

/** Lines of all runs side by side, by the number of passes over the rows. */
export function climbPicture(climb: Climb, rows: number): ClimbPicture {
  let pass = 0;
  let highest = -Infinity;
  const best: { x: number; y: number }[] = [];
  const runs = climb.map((run) => {
    const points = run.map((value) => {
      pass += 1;
      highest = Math.max(highest, value / rows);
      best.push({ x: pass, y: highest });
      return { x: pass, y: value / rows };
    });
    return { points };
  });
  const sorted = Float64Array.from(climb.flat(), (value) => value / rows).sort();
  const low = sorted[Math.floor(0.15 * sorted.length)] ?? 0;
  const room = Math.max(0.08 * (highest - low), 1e-6);
  return { runs, best: { points: best }, shown: [low - room, highest + room] };
}
