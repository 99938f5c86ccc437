import type { Mixture } from '@gaussmix/distributions';
import { gradientAscent, iterate } from '@gaussmix/em';
import type { Model } from './half-steps.ts';

/** Where another way of climbing stands. */
export interface CompanionState {
  readonly mixture: Mixture;
  readonly logLikelihood: number;
}

/** Another way from the same start, a state for each iteration. */
export interface Companion {
  readonly name: string;
  /** The states up to iteration `last`, made if need be; fewer where it ended before. */
  upTo(last: number): readonly CompanionState[];
  /** What ended it, if something went wrong. */
  readonly error: unknown;
}

/**
 * Another way up from the same start: EM with the other assignment, or the gradient of the log-likelihood.
 *
 * @throws never: what goes wrong is the companion's `error`
 */
export function companionOf(kind: 'other' | 'gradient', model: Model, start: Mixture): Companion {
  const { rows, covariance, regularization } = model;
  const options = { initial: start, covariance, tolerance: 0, maxIterations: 1000 };
  if (kind === 'gradient') return lazily('Gradient ascent', gradientAscent(rows, options));
  const assignment = model.assignment === 'soft' ? 'hard' : 'soft';
  return lazily(
    assignment === 'hard' ? 'Hard EM' : 'Soft EM',
    iterate(rows, { ...options, regularization, assignment, acceleration: 'none' }),
  );
}

function lazily(name: string, steps: Iterator<CompanionState, unknown>): Companion {
  const states: CompanionState[] = [];
  let error: unknown;
  let ended = false;
  return {
    name,
    get error() {
      return error;
    },
    upTo(last) {
      while (states.length <= last && !ended) {
        try {
          const next = steps.next();
          if (next.done) ended = true;
          else states.push(next.value);
        } catch (reason) {
          error = reason;
          ended = true;
        }
      }
      return states.slice(0, last + 1);
    },
  };
}
