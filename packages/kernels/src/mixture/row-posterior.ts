import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { CUTOFF_SLOPE, cutoffsOf, type PackedMixture } from './packed-mixture.ts';
import { type RowAssignment, temperatureOf } from './row-assignment.ts';
import { type RowScorer, rowScorer } from './row-scorer.ts';

/** What a mixture says of one row. */
export interface RowPosterior {
  /** tau_k, K posterior probabilities that sum to 1; of another assignment than "soft", its shares. */
  readonly posteriors: Float64Array;
  /** ln p(x) = ln sum_k w_k N_k(x). */
  logDensity: number;
  /** sum_k tau_k ln tau_k, at most 0. */
  entropy: number;
  /** ln max_k tau_k, at most 0. */
  logMax: number;
  /** What the objective of the assignment has beyond {@link logDensity}: 0 for "soft". */
  objectiveGap: number;
  /** The most likely component; the first of equals. */
  label: number;
  /** Whether a component was left out. */
  omitted: boolean;
}

/** Which components count for a row: all of them, or those that {@link cutoffsOf} lets matter. */
export type Counting = 'all' | 'what-matters';

/**
 * Posteriors of one row after another, by log-sum-exp.
 *
 *   l_k = ln w_k + ln N_k(x),   tau_k = exp(l_k - m) / sum_j exp(l_j - m),   m = max_j l_j
 *
 * Where every l_k overflows to -Infinity, the component nearest by Mahalanobis distance has posterior 1. Of other assignments
 * than "soft" the shares are
 *
 *   tau_k = exp((l_k - m) / T) / sum_j exp((l_j - m) / T),   objective  m + T ln sum_j exp((l_j - m) / T)
 *
 * while all else stays what the mixture says.
 *
 * @param counting  components that do not matter for a row have posterior 0
 * @param assignment  with a temperature T that is neither 0 nor 1, "all" must be counted
 * @returns a function of (rows, at): the row that begins at `at`. Its answer is overwritten by the next call
 */
export function rowPosterior(
  packed: PackedMixture,
  counting: Counting = 'all',
  assignment: RowAssignment = 'soft',
): (rows: Float64Array, at: number) => RowPosterior {
  const scorer = rowScorer(packed);
  const { squares } = scorer;
  const cutoffs = counting === 'all' ? undefined : cutoffsOf(packed);
  const posteriors = new Float64Array(packed.components);
  const temperature = temperatureOf(assignment);
  const joint = posteriors.slice();
  const answer: RowPosterior = {
    posteriors,
    logDensity: 0,
    entropy: 0,
    logMax: 0,
    objectiveGap: 0,
    label: 0,
    omitted: false,
  };
  return (rows, at) => {
    scorer.jointInto(posteriors, rows, at);
    const label = indexOfLargest(posteriors);
    const largest = posteriors[label]!;
    answer.omitted = false;
    answer.objectiveGap = 0;
    if (largest === -Infinity) resolveOverflow(answer, scorer.scaledSquares(rows, at));
    else {
      if (cutoffs !== undefined) {
        for (let k = 0; k < squares.length; k++) {
          if (cutoffs[k]! - CUTOFF_SLOPE * squares[k]! >= largest) continue;
          posteriors[k] = -Infinity;
          answer.omitted = true;
        }
      }
      if (temperature !== 1) joint.set(posteriors);
      normalize(answer, label);
      if (temperature !== 1) temper(answer, joint, temperature);
    }
    return answer;
  };
}

/** Turns the joint log-densities that stand in `answer.posteriors` into posteriors. */
function normalize(answer: RowPosterior, label: number): void {
  const joint = answer.posteriors;
  const components = joint.length;
  const max = joint[label]!;
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < components; k++) {
    const below = joint[k]! - max;
    const share = exp(below);
    joint[k] = share;
    sum += share;
    if (share > 0) weighted += share * below;
  }
  const inverse = 1 / sum;
  for (let k = 0; k < components; k++) joint[k] = joint[k]! * inverse;
  const logSum = log(sum);
  answer.logDensity = max + logSum;
  answer.entropy = weighted * inverse - logSum;
  answer.logMax = -logSum;
  answer.label = label;
}

/** Puts the shares of another temperature in place of posteriors. */
function temper(answer: RowPosterior, joint: Float64Array, temperature: number): void {
  const { posteriors, label } = answer;
  const max = joint[label]!;
  let sum = 1;
  if (temperature === 0) {
    posteriors.fill(0);
    posteriors[label] = 1;
  } else {
    sum = 0;
    for (let k = 0; k < joint.length; k++) {
      const share = exp((joint[k]! - max) / temperature);
      posteriors[k] = share;
      sum += share;
    }
    for (let k = 0; k < joint.length; k++) posteriors[k] = posteriors[k]! / sum;
  }
  answer.objectiveGap = temperature * log(sum) + answer.logMax;
}

function resolveOverflow(answer: RowPosterior, squares: ReturnType<RowScorer['scaledSquares']>): void {
  let label = 0;
  for (let k = 1; k < squares.length; k++) if (squares[k]! < squares[label]!) label = k;
  answer.posteriors.fill(0);
  answer.posteriors[label] = 1;
  answer.logDensity = -Infinity;
  answer.entropy = 0;
  answer.logMax = 0;
  answer.label = label;
}

function indexOfLargest(values: Float64Array): number {
  let label = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > values[label]!) label = k;
  return label;
}
