import { leastVariance, toDense } from '@gaussmix/covariance';
import { type Mixture, mapMixture } from '@gaussmix/distributions';
import { symmetricEigen } from '@gaussmix/linalg';
import type { Fit, FitWarning, RestartSummary } from './fit.ts';
import type { Run } from './loop/run.ts';
import type { Problem } from './problem.ts';
import { fewestRows, flawFinder } from './search/flaws.ts';

/**
 * The result of a fit from its best run: in the data's units, in order of descending weight unless the start was given.
 *
 * @returns plain data
 */
export function fitOfRun(run: Run, problem: Problem, restarts: RestartSummary): Fit {
  const { settings, rows, logJacobian } = problem;
  const { structure, components, weights } = settings;
  const order = settings.startGiven ? [...run.mixture.weights.keys()] : byWeight(run.mixture.weights);
  const mixture = reorder(mapMixture(run.mixture, problem.coordinates), order);
  const d = rows.columns;
  const parameters =
    structure.parameterCount(components, d) + components * d + (weights === 'free' ? components - 1 : 0);
  return {
    mixture,
    structure: structure.name,
    rows: rows.rows,
    parameters,
    logLikelihood: run.moments.logLikelihood - logJacobian,
    assignmentEntropy: run.moments.assignmentEntropy,
    logMaxPosterior: run.moments.logMaxPosterior,
    iterations: run.iterations,
    converged: run.converged,
    trace: run.trace.map((objective) => objective - logJacobian),
    warnings: warningsOf(run, { problem, mixture, order }),
    restarts,
    seed: settings.seed,
  };
}

function byWeight(weights: Float64Array): number[] {
  return [...weights.keys()].sort((p, q) => weights[q]! - weights[p]! || p - q);
}

function reorder(mixture: Mixture, order: readonly number[]): Mixture {
  return {
    ...mixture,
    weights: Float64Array.from(order, (k) => mixture.weights[k]!),
    means: order.map((k) => mixture.means[k]!),
    offsets: order.map((k) => mixture.offsets[k]!),
    covariances: order.map((k) => mixture.covariances[k]!),
  };
}

interface Outcome {
  readonly problem: Problem;
  /** In the data's units and the order of the answer. */
  readonly mixture: Mixture;
  /** order[k] is the run's number of component k. */
  readonly order: readonly number[];
}

function warningsOf(run: Run, outcome: Outcome): FitWarning[] {
  const { settings } = outcome.problem;
  const warnings: FitWarning[] = [];
  if (!run.converged && settings.tolerance > 0) {
    warnings.push({
      code: 'not-converged',
      message:
        `more than ${settings.tolerance} nats per row may be left to gain after ${run.iterations} iterations. ` +
        'Try more iterations, a larger tolerance or fewer components.',
    });
  }
  const order = [...outcome.order.entries()];
  const collapsed = new Set(
    order.filter(([k, of]) => run.heldUp.includes(of) || isMostlyRidge(k, outcome)).map(([k]) => k),
  );
  for (const component of collapsed) warnings.push(collapsedWarning(component, outcome));
  const flaws = flawFinder(outcome.problem)(run.mixture, run.moments.counts);
  for (const [component, of] of order) {
    const flaw = flaws.find((found) => found.component === of);
    if (flaw && !collapsed.has(component)) {
      warnings.push(flawWarnings[flaw.kind](component, run.moments.counts[of]!, outcome));
    }
  }
  return warnings;
}

/** Whether the user's regularization makes up half of a component's least variance, or more. */
function isMostlyRidge(component: number, { problem, mixture }: Outcome): boolean {
  const { regularization, structure } = problem.settings;
  if (regularization === 'auto' || regularization === 0) return false;
  if (structure.parameterCount(1, mixture.dimension) === 0) return false;
  const covariance = mixture.covariances[component]!;
  if (leastVariance(covariance, 2 * regularization) >= 2 * regularization) return false;
  // Of many columns the bound has to do.
  if (structure.moments === 'sketch') return true;
  return symmetricEigen(toDense(covariance), mixture.dimension).values.at(-1)! < 2 * regularization;
}

function collapsedWarning(component: number, { problem, mixture }: Outcome): FitWarning {
  const { regularization } = problem.settings;
  const why =
    regularization === 'auto'
      ? 'its covariance is singular but for rounding, and was held up'
      : `the regularization (${regularization}) makes up half of its least variance or more`;
  return {
    code: 'collapsed',
    component,
    message:
      `component ${component + 1} of ${mixture.weights.length} collapsed: ${why}. ` +
      'Usually it holds one repeated point, or fewer rows than it needs; its density says nothing about other data. ' +
      'Try fewer components or a simpler covariance.',
  };
}

const flawWarnings = { 'few-rows': fewRowsWarning, thin: thinWarning };

function fewRowsWarning(component: number, rows: number, { problem, mixture }: Outcome): FitWarning {
  const least = Math.ceil(fewestRows(problem));
  return {
    code: 'few-rows',
    component,
    message:
      `component ${component + 1} of ${mixture.weights.length} holds ${rows.toPrecision(3)} rows, ` +
      `fewer than the ${least} that make a group. Try fewer components or a simpler covariance.`,
  };
}

function thinWarning(component: number, rows: number, { mixture }: Outcome): FitWarning {
  return {
    code: 'thin',
    component,
    message:
      `component ${component + 1} of ${mixture.weights.length} has, in one direction, less than a thousandth of the ` +
      `data's variance: a group that lies far apart, or ${rows.toPrecision(3)} rows that happen to lie close together. ` +
      'If the latter, try fewer components or a simpler covariance.',
  };
}
