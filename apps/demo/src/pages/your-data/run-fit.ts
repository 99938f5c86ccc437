import { type CovarianceStructure, structuresByName } from '@gaussmix/covariance';
import { type AsyncFitOptions, type Fit, fitMixtureAsync, type Progress, splitAndMerge } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import { bic, type Cell, range, selectMixtureAsync } from '@gaussmix/model-selection';
import { type Climb, type ClimbRecorder, recordClimb } from './climb.ts';
import type { StructureChoice } from './structures.ts';

/** What to fit. */
export interface FitDemand {
  /** Whether to try all numbers of components up to the one given, or that one alone. */
  readonly search: boolean;
  readonly components: number;
  /** One, or all to try. */
  readonly structures: readonly StructureChoice[];
  readonly seed: number;
}

/** How far a fit is. */
export interface Told {
  /** From 0 to 1. */
  readonly share: number;
  readonly words: string;
}

/** Who does a fit, and who is told. */
export interface FitRun extends Pick<AsyncFitOptions, 'engine' | 'signal'> {
  readonly tell: (told: Told) => void;
}

/** What was fitted, in the units of the matrix. */
export interface Outcome {
  readonly fit: Fit;
  /** How the runs that led to it went. */
  readonly climb: Climb;
  /** Every cell of a search. */
  readonly cells?: readonly Cell[];
  /** The number of the one that won. */
  readonly winner?: number;
}

/**
 * Fits one mixture, or searches for the one that BIC prefers.
 *
 * @throws GaussmixError for what is wrong with the data; the signal's reason
 */
export async function runFit(
  x: Matrix,
  demand: FitDemand,
  { tell, engine, signal }: FitRun,
): Promise<Outcome> {
  const { search, components, structures, seed } = demand;
  const covariances = structures.map((name): CovarianceStructure => structuresByName[name]);
  if (!search) {
    const teller = fitTeller(1, tell);
    teller.begin(components, structures[0]);
    const options = { components, seed, engine, signal, covariance: covariances[0], moves: splitAndMerge };
    const fit = await fitMixtureAsync(x, { ...options, onIteration: teller.iterate });
    return { fit, climb: teller.climbOf(components, structures[0]) };
  }
  const counts = range(1, Math.min(components, x.rows));
  // Every cell but those of one component is looked at twice, the second time at what others found.
  const teller = fitTeller(covariances.length * (2 * counts.length - 1), tell);
  let before: Promise<unknown> = Promise.resolve();
  const { best, bestCell, table } = await selectMixtureAsync(x, {
    ...{ components: counts, covariances, criterion: bic, seed, engine, signal },
    onIteration: teller.iterate,
    runner: (spec, fitHere) => {
      const result = before.then(() => {
        teller.begin(spec.components, typeof spec.covariance === 'string' ? '' : spec.covariance.name);
        return fitHere(spec);
      });
      before = result.catch(() => undefined);
      return result;
    },
  });
  const climb = teller.climbOf(bestCell.components, bestCell.covariance);
  return { fit: best, climb, cells: table, winner: table.indexOf(bestCell) };
}

/** Milliseconds between two reports. */
const pause = 60;

/** A run is half done after so many iterations: nobody knows how many it takes. */
const halfDone = 30;

/** Puts what fits that are made one after the other report into a share that never falls, and into words. */
function fitTeller(fits: number, tell: (told: Told) => void) {
  let fit = -1;
  let furthest = 0;
  let last = 0;
  let name = '';
  const recorders = new Map<string, ClimbRecorder>();
  const recorderOf = (key: string) => {
    const recorder = recorders.get(key) ?? recordClimb();
    recorders.set(key, recorder);
    return recorder;
  };
  let recorder = recordClimb();
  return {
    climbOf: (components: number, structure: string) => recorderOf(`${components} ${structure}`).climb,
    begin(components: number, structure: string) {
      fit++;
      furthest = 0;
      recorder = recorderOf(`${components} ${structure}`);
      const which = fits > 1 ? `fit ${fit + 1} of ${fits}: ` : '';
      name = `${which}${components} ${components === 1 ? 'component' : 'components'}, ${structure}`;
    },
    iterate(progress: Progress) {
      const { restart, restarts, iteration } = progress;
      recorder.note(progress);
      const run = (restart + iteration / (iteration + halfDone)) / Math.max(restarts, restart + 1);
      furthest = Math.max(furthest, run);
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      tell({
        share: Math.min(1, (fit + furthest) / fits),
        words: `${name}; run ${restart + 1}, iteration ${iteration}`,
      });
    },
  };
}
