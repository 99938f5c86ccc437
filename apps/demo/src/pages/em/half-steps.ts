import type { CovarianceStructure } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { eStep, iterate, mStep } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';

/** What is fitted, to what, and how. */
export interface Model {
  readonly rows: Matrix;
  readonly covariance: CovarianceStructure;
  readonly assignment: 'soft' | 'hard';
  readonly regularization: number | 'auto';
}

/** Where EM stands after half a step. */
export interface HalfStep {
  readonly kind: 'start' | 'E' | 'M';
  /** M-steps done. */
  readonly iteration: number;
  readonly mixture: Mixture;
  /** What the last E-step said of the rows; nothing before the first. */
  readonly responsibilities?: Matrix | undefined;
  /** Of the mixture, in nats. */
  readonly logLikelihood: number;
  /** What the steps raise: the log-likelihood, or with hard assignment the classification log-likelihood. */
  readonly objective: number;
}

/** EM from one start, half step after half step: number 0 is the start, odd numbers are E-steps, even ones M-steps. */
export interface Path {
  /** Those that were made. */
  readonly steps: readonly HalfStep[];
  /** What ended it, where an M-step could not be made. */
  readonly error: unknown;
  /** Half step number `at`, made if need be, or the last that there is. */
  to(at: number): HalfStep;
}

/** An iteration that gains less, in nats, counts as the last. */
export const leastGain = 1e-6;

/**
 * EM by hand.
 *
 * @param start  the mixture before the first E-step
 * @throws what eStep throws, when the start is no mixture of such rows
 */
export function pathFrom(model: Model, start: Mixture): Path {
  const first = { kind: 'start', iteration: 0, mixture: start, ...heightOf(model, start) } as const;
  const steps: HalfStep[] = [first];
  let error: unknown;
  return {
    steps,
    get error() {
      return error;
    },
    to(at) {
      while (steps.length <= at && error === undefined) {
        try {
          steps.push(after(model, steps.at(-1)!));
        } catch (reason) {
          error = reason;
        }
      }
      return steps[Math.min(at, steps.length - 1)];
    },
  };
}

/** Which half step comes next. */
export function kindAfter({ kind }: HalfStep): 'E' | 'M' {
  return kind === 'E' ? 'M' : 'E';
}

/** Whether the M-step number `at`, or the E-step after it, has nothing to gain any more. */
export function isSettled({ steps }: Path, at: number): boolean {
  const last = at - (at % 2);
  const gain = last < 2 ? Infinity : (steps[last]?.objective ?? Infinity) - steps[last - 2].objective;
  return gain < leastGain;
}

/** One half step: an E-step changes responsibilities and leaves the mixture, an M-step the other way round. */
function after(model: Model, before: HalfStep): HalfStep {
  const { rows, assignment, covariance, regularization } = model;
  const { mixture, responsibilities } = before;
  if (before.kind !== 'E' || responsibilities === undefined)
    return { ...before, kind: 'E', responsibilities: eStep(mixture, rows, { assignment }).responsibilities };
  const next = mStep(rows, responsibilities, { covariance, regularization, previous: mixture });
  return {
    kind: 'M',
    iteration: before.iteration + 1,
    mixture: next,
    responsibilities,
    ...heightOf(model, next),
  };
}

/** How high a mixture stands. */
function heightOf(
  { rows, assignment, covariance }: Model,
  mixture: Mixture,
): Pick<HalfStep, 'logLikelihood' | 'objective'> {
  const { logLikelihood } = eStep(mixture, rows);
  if (assignment === 'soft') return { logLikelihood, objective: logLikelihood };
  const look = iterate(rows, { initial: mixture, covariance, assignment, maxIterations: 0, tolerance: 0 });
  const { value } = look.next();
  return { logLikelihood, objective: value && 'objective' in value ? value.objective : logLikelihood };
}
