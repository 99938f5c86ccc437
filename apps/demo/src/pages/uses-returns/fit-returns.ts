import { toDense } from '@gaussmix/covariance';
import { type Mixture, predictProba, quantile } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { bic } from '@gaussmix/model-selection';
import { inOrder } from '../../mixtures/in-order.ts';

/** What is asked of the worker. */
export interface Question {
  /** n returns in percent */
  readonly values: Float64Array;
  readonly components: number;
  readonly seed: number;
}

/** A mixture of returns: its components from the calmest to the wildest. Plain data. */
export interface ReturnsFit {
  readonly mixture: Mixture;
  /** K standard deviations, ascending. */
  readonly deviations: readonly number[];
  readonly parameters: number;
  readonly logLikelihood: number;
  readonly bic: number;
  /** n probabilities of the wildest component. */
  readonly wild: Float64Array;
  /** n quantiles of the mixture, ascending, for a Q-Q plot. */
  readonly quantiles: Float64Array;
  /** Whether a component shrank onto repeated values, which makes the likelihood no measure. */
  readonly collapsed: boolean;
  readonly warnings: readonly string[];
}

/** Fits a mixture of normals to returns. */
export function fitReturns({ values, components, seed }: Question): ReturnsFit {
  const rows = { data: values, rows: values.length, columns: 1 };
  const fit = fitMixture(rows, { components, seed });
  const loose = fit.mixture.covariances.map((covariance) => Math.sqrt(toDense(covariance)[0]));
  const order = Array.from(loose.keys()).sort((a, b) => loose[a] - loose[b]);
  const mixture = inOrder(fit.mixture, order);
  const { data } = predictProba(mixture, rows);
  return {
    mixture,
    deviations: order.map((k) => loose[k]),
    parameters: fit.parameters,
    logLikelihood: fit.logLikelihood,
    bic: bic.cost(fit),
    wild: Float64Array.from(values, (_, i) => data[(i + 1) * components - 1]),
    quantiles: quantile(mixture, plottingPositions(values.length)),
    collapsed: fit.warnings.some(({ code }) => code === 'collapsed'),
    warnings: fit.warnings.map(({ message }) => message),
  };
}

/** (i - 1/2) / n: the probabilities that n sorted values stand for (Hazen). */
export function plottingPositions(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n);
}
