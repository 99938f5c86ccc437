import {
  klDivergence,
  type Mixture,
  type MultivariateNormal,
  squaredWasserstein,
} from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { bestMatching } from './best-matching.ts';

/** How components are matched. */
export interface MatchComponentsOptions {
  /**
   * What a pair costs. "wasserstein": the squared 2-Wasserstein distance, in squared units of the columns, which so count
   * by their size; "divergence": the Kullback-Leibler divergence of the estimate from the truth, in nats, free of units, to
   * which a thin estimate costs much. "wasserstein" when absent.
   */
  readonly cost?: 'wasserstein' | 'divergence';
}

/** A component of one mixture and what stands for it in the other. */
export interface MatchedPair {
  /** The component of the truth, counted from 0. */
  readonly truth: number;
  /** The component of the estimate, counted from 0. */
  readonly estimate: number;
  /** W^2 of the two normal distributions, in squared units of the columns. */
  readonly squaredWasserstein: number;
  /** KL(truth || estimate) of the two, in nats; weights do not count. */
  readonly divergence: number;
}

/** How the components of two mixtures go together. Plain data. */
export interface ComponentMatching {
  /** As many as the smaller mixture has components, in the order of those of the truth. */
  readonly pairs: readonly MatchedPair[];
  /** Components of the truth that nothing stands for. */
  readonly unmatchedTruth: readonly number[];
  /** Components of the estimate that stand for nothing. */
  readonly unmatchedEstimate: readonly number[];
}

/** A cost to add up, where distances overflow. */
const GREATEST_COST = 1e300;

/**
 * Which component of an estimated mixture stands for which of the true one: the assignment, no component twice, whose
 * pairs cost least in all.
 *
 * @returns the pairs, with both distances whichever was the cost, and what is left of the larger mixture
 * @throws GaussmixError "shape" when the mixtures have different columns; "cost"
 *
 * O(K^2 d^3 + K^3). The assignment is Kuhn's (1955).
 */
export function matchComponents(
  truth: Mixture,
  estimate: Mixture,
  { cost = 'wasserstein' }: MatchComponentsOptions = {},
): ComponentMatching {
  check(truth, estimate, cost);
  const [ours, theirs] = [normalsFrom(truth.origin, truth), normalsFrom(truth.origin, estimate)];
  const pairs = ours.map((a, k) =>
    theirs.map(
      (b, j): MatchedPair => ({
        truth: k,
        estimate: j,
        squaredWasserstein: squaredWasserstein(a, b),
        divergence: klDivergence(a, b),
      }),
    ),
  );
  const costOf = (pair: MatchedPair) => (cost === 'wasserstein' ? pair.squaredWasserstein : pair.divergence);
  const matching = bestMatching(
    pairs.map((row) => row.map((pair) => -Math.min(costOf(pair), GREATEST_COST))),
  );
  return {
    pairs: matching.flatMap((j, k) => (j === undefined ? [] : [pairs[k]![j]!])),
    unmatchedTruth: [...ours.keys()].filter((k) => matching[k] === undefined),
    unmatchedEstimate: [...theirs.keys()].filter((j) => !matching.includes(j)),
  };
}

/** The components with their means less an origin, by the digits that offsets keep. */
function normalsFrom(
  origin: Float64Array,
  { offsets, origin: own, covariances }: Mixture,
): MultivariateNormal[] {
  return offsets.map((offset, k) => ({
    mean: offset.map((value, j) => own[j]! - origin[j]! + value),
    covariance: covariances[k]!,
  }));
}

function check(truth: Mixture, estimate: Mixture, cost: unknown): void {
  if (truth.dimension !== estimate.dimension) {
    throw new GaussmixError(
      'shape',
      `matchComponents: both mixtures must have the same columns, got ${truth.dimension} and ${estimate.dimension} of them.`,
    );
  }
  if (cost === 'wasserstein' || cost === 'divergence') return;
  throw new GaussmixError(
    'cost',
    `matchComponents: cost must be "wasserstein" or "divergence", got ${JSON.stringify(cost)}.`,
  );
}
