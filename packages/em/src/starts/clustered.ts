import { logDeterminant, mapCovariance } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { log } from '@gaussmix/kernels';
import { expectationMaximization, type RunSettings, type Step } from '../loop/run.ts';
import type { Moments } from '../moments.ts';

/** Nats per row that k-means may leave to gain: EM follows. */
const TOLERANCE = 1e-3;

const LOG_2_PI = 1.8378770664093453;

/** The least share of a ball's variance that is left, where rows are as many as clusters, or fall together. */
const LEAST = 1e-4;

/**
 * K-means from the means of a mixture of equal balls, by classification EM: equal weights, and covariances that stay. Then
 * the balls get the variance that the clusters have.
 *
 *   sum_i max_k ln (N_k(x_i) / K) = -n ln K - n/2 (d ln 2 pi + ln |Sigma|) - 1/2 sum_i (squared distance)
 *
 * Celeux & Govaert (1992).
 */
export function* clustered(balls: Mixture, settings: RunSettings): Generator<Step, Mixture, Moments> {
  const { rows } = settings;
  const components = balls.weights.length;
  const ball = balls.covariances[0]!;
  const run = expectationMaximization(balls, {
    ...settings,
    structure: {
      name: 'k-means',
      moments: 'diagonal',
      closedUnder: 'translation',
      estimate: () => balls.covariances,
      parameterCount: () => 0,
    },
    weights: 'equal',
    assignment: 'hard',
    acceleration: 'none',
    tolerance: TOLERANCE * rows,
  });
  let next = run.next();
  while (!next.done) next = run.next(yield { ...next.value, preparing: true });
  const { mixture, trace } = next.value;
  const d = mixture.dimension;
  const normalizer = log(components) + (d * LOG_2_PI + logDeterminant(ball)) / 2;
  const factor = Math.sqrt(Math.max(LEAST, (-2 * (trace.at(-1)! / rows + normalizer)) / d));
  const covariance = mapCovariance(ball, { kind: 'scale', dimension: d, factor });
  return { ...mixture, covariances: balls.covariances.map(() => covariance) };
}
