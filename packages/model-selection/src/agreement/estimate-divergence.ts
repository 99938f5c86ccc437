import { type Mixture, sample, scoreSamples } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';

/** How a divergence is estimated. */
export interface EstimateDivergenceOptions {
  /** Rows drawn from the truth, at least 2; 10,000 when absent. */
  readonly draws?: number;
  /** Same seed, same bits; 0 when absent. */
  readonly seed?: number | string;
}

/** How much worse one mixture describes the rows of another than that itself. Plain data. */
export interface DivergenceEstimate {
  /** Nats per row. The true value is not negative, but an estimate of one near 0 may be. */
  readonly divergence: number;
  /** The standard error of that, in nats: what other seeds would change. */
  readonly standardError: number;
  readonly draws: number;
}

/**
 * The Kullback-Leibler divergence of an estimated mixture from the true one, by Monte Carlo: no closed form is known.
 *
 *   KL(p || q) = E_p[ln p(x) - ln q(x)],   estimated by the mean over rows drawn from p
 *
 * @returns the mean with its standard error; both Infinity when q gives no density at all to a row drawn
 * @throws GaussmixError "shape" when the mixtures have different columns; "count" for draws
 *
 * O(draws K d^2). Hershey & Olsen (2007), ICASSP, section 2.
 */
export function estimateDivergence(
  truth: Mixture,
  estimate: Mixture,
  { draws = 10_000, seed = 0 }: EstimateDivergenceOptions = {},
): DivergenceEstimate {
  if (truth.dimension !== estimate.dimension) {
    throw new GaussmixError(
      'shape',
      `estimateDivergence: both mixtures must have the same columns, got ${truth.dimension} and ${estimate.dimension} of them.`,
    );
  }
  if (!Number.isInteger(draws) || draws < 2) {
    throw new GaussmixError(
      'count',
      `estimateDivergence: draws must be a whole number, at least 2, got ${draws}.`,
    );
  }
  const { rows } = sample(truth, draws, { seed });
  const others = scoreSamples(estimate, rows);
  const losses = scoreSamples(truth, rows).map((own, i) => own - others[i]!);
  const divergence = losses.reduce((sum, loss) => sum + loss, 0) / draws;
  if (divergence === Infinity) return { divergence, standardError: Infinity, draws };
  const squares = losses.reduce((sum, loss) => sum + (loss - divergence) * (loss - divergence), 0);
  return { divergence, standardError: Math.sqrt(squares / (draws - 1) / draws), draws };
}
