import { type Mixture, predict, sample, scoreSamples } from '@gaussmix/distributions';
import { iterate } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import {
  adjustedRandIndex,
  confusionTable,
  type DivergenceEstimate,
  estimateDivergence,
  type MatchedPair,
  matchComponents,
} from '@gaussmix/model-selection';
import { inOrder } from '../../mixtures/in-order.ts';
import { warningsInOrder } from '../../mixtures/warnings-in-order.ts';
import { machinesOf, truthOf } from './machines.ts';

/** Starts of EM that can be chosen. */
export const starts = ['k-means++', 'random-from-data', 'random'] as const;

/** What is to be recovered, and from where. */
export interface Task {
  /** The machines, as the address writes them. */
  readonly machines: readonly number[];
  readonly balls: number;
  readonly seed: number;
  readonly start: (typeof starts)[number];
  readonly startSeed: number;
}

/** How EM went. */
export interface Recovery {
  /** The mixture at the start and after each iteration; component k is the one that ends nearest to machine k. */
  readonly mixtures: readonly Mixture[];
  readonly logLikelihoods: readonly number[];
  /** What EM warns of at the end. */
  readonly warnings: readonly string[];
}

/** Where EM is stopped. */
export const mostIterations = 400;

/** The balls of the machines, and who threw each. */
export function thrown({ machines, balls, seed }: Pick<Task, 'machines' | 'balls' | 'seed'>): {
  rows: Matrix;
  labels: Int32Array;
} {
  return sample(truthOf(machinesOf(machines)), balls, { seed });
}

/**
 * Plain EM on the balls alone, with as many components as there are machines.
 *
 * @throws GaussmixError what iterate throws
 */
export function recover(task: Task): Recovery {
  const { rows } = thrown(task);
  const truth = truthOf(machinesOf(task.machines));
  const steps = iterate(rows, {
    components: truth.weights.length,
    initial: task.start,
    seed: task.startSeed,
    acceleration: 'none',
    maxIterations: mostIterations,
  });
  const mixtures: Mixture[] = [];
  const logLikelihoods: number[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const order = matchComponents(truth, mixtures[mixtures.length - 1]).pairs.map(
        ({ estimate }) => estimate,
      );
      return {
        mixtures: mixtures.map((mixture) => inOrder(mixture, order)),
        logLikelihoods,
        warnings: warningsInOrder(step.value.warnings, order),
      };
    }
    mixtures.push(step.value.mixture);
    logLikelihoods.push(step.value.logLikelihood);
  }
}

/** How far an estimate is from the machines. */
export interface Errors {
  readonly pairs: readonly (MatchedPair & { readonly distance: number })[];
  /** Balls given to the machine that threw them, and the adjusted Rand index of that. */
  readonly right: number;
  readonly agreement: number;
  /** The same for the machines themselves: what nobody can do better on average. */
  readonly rightByTruth: number;
  readonly agreementByTruth: number;
}

/** Compares an estimate with the machines, component by component and ball by ball. */
export function errorsOf(
  truth: Mixture,
  estimate: Mixture,
  { rows, labels }: { rows: Matrix; labels: Int32Array },
): Errors {
  const found = predict(estimate, rows);
  const known = predict(truth, rows);
  return {
    pairs: matchComponents(truth, estimate).pairs.map((pair) => ({
      ...pair,
      distance: distance(truth.means[pair.truth], estimate.means[pair.estimate]),
    })),
    right: confusionTable(labels, found).matched,
    agreement: adjustedRandIndex(labels, found),
    rightByTruth: confusionTable(labels, known).matched,
    agreementByTruth: adjustedRandIndex(labels, known),
  };
}

/** What is to be said of an estimate. */
export interface Assessment {
  readonly errors: Errors;
  /** How much worse it describes new balls than the machines do, in nats per ball. */
  readonly divergence: DivergenceEstimate;
  /** The log-likelihood of the machines themselves. */
  readonly truthLogLikelihood: number;
}

/** Compares an estimate with the machines, on the balls that it was made from and on new ones. */
export function assess(task: Task, estimate: Mixture): Assessment {
  const truth = truthOf(machinesOf(task.machines));
  const balls = thrown(task);
  return {
    errors: errorsOf(truth, estimate, balls),
    divergence: estimateDivergence(truth, estimate, { seed: 'new balls' }),
    truthLogLikelihood: scoreSamples(truth, balls.rows).reduce((sum, value) => sum + value, 0),
  };
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
}
