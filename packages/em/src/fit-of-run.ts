import { leastVariance, toDense } from '@gaussmix/covariance';
import { type Mixture, mapMixture } from '@gaussmix/distributions';
import { symmetricEigen } from '@gaussmix/linalg';
import { componentsByWeight } from './components-by-weight.ts';
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
  const order = settings.startGiven
    ? [...run.mixture.weights.keys()]
    : componentsByWeight(run.mixture.weights);
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

function reorder(mixture: Mixture, order: readonly number[]): Mixture {
  const ordered = <T>(list: ArrayLike<T>): T[] => order.map((k) => list[k]!);
  return {
    ...mixture,
    weights: Float64Array.from(ordered(mixture.weights)),
    means: ordered(mixture.means),
    offsets: ordered(mixture.offsets),
    covariances: ordered(mixture.covariances),
  };
}

interface Outcome {
  readonly problem: Problem;
  /** In the data's units and the order of the answer. */
  readonly mixture: Mixture;
  /** order[k] is the run's number of component k. */
  readonly order: readonly number[];
}

const FEWER = 'fewer components or a simpler covariance.';

function warningsOf({ converged, ...run }: Run, { problem, mixture, order }: Outcome): FitWarning[] {
  const { tolerance, regularization } = problem.settings;
  const warnings: FitWarning[] = [];
  if (!converged && tolerance > 0) {
    warnings.push({
      code: 'not-converged',
      message:
        `more than ${tolerance} nats per row may be left to gain after ${run.iterations} iterations. ` +
        'Try more iterations, a larger tolerance or fewer components.',
    });
  }
  const warn = (code: string, component: number, what: string): void => {
    const message = `component ${component + 1} of ${order.length} ${what} ${FEWER}`;
    warnings.push({ code, component, message });
  };
  const collapsed = order.map((of, k) => run.heldUp.includes(of) || isMostlyRidge(mixture, k, problem));
  const why =
    regularization === 'auto'
      ? 'its covariance is singular but for rounding, and was held up'
      : `the regularization (${regularization}) makes up half of its least variance or more`;
  for (const [k, lost] of collapsed.entries()) {
    if (!lost) continue;
    warn(
      'collapsed',
      k,
      `collapsed: ${why}. Usually it holds one repeated point, or fewer rows than it needs; its density says nothing about ` +
        'other data. Try',
    );
  }
  const flaws = flawFinder(problem)(run.mixture, run.moments.counts);
  for (const [k, of] of order.entries()) {
    const flaw = flaws.find(({ component }) => component === of);
    if (!flaw || collapsed[k]) continue;
    const rows = `${run.moments.counts[of]!.toPrecision(3)} rows`;
    const what = {
      'few-rows': `holds ${rows}, fewer than the ${Math.ceil(fewestRows(problem))} that make a group. Try`,
      thin:
        `has, in one direction, less than a thousandth of the data's variance: a group that lies far apart, or ${rows} that ` +
        'happen to lie close together. If the latter, try',
    };
    warn(flaw.kind, k, what[flaw.kind]);
  }
  return warnings;
}

/** Whether the user's regularization makes up half of a component's least variance, or more. */
function isMostlyRidge({ covariances, dimension }: Mixture, k: number, { settings }: Problem): boolean {
  const { regularization, structure } = settings;
  if (regularization === 'auto' || structure.parameterCount(1, dimension) === 0) return false;
  const enough = 2 * regularization;
  if (leastVariance(covariances[k]!, enough) >= enough) return false;
  // Of many columns the bound has to do.
  return (
    structure.moments === 'sketch' ||
    symmetricEigen(toDense(covariances[k]!), dimension).values.at(-1)! < enough
  );
}
