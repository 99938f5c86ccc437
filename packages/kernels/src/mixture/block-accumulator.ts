import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import {
  ASSIGNMENT_ENTROPY,
  BLOCKS_WITH_OMISSIONS,
  LOG_LIKELIHOOD,
  LOG_MAX_POSTERIOR,
  type MomentLayout,
  OBJECTIVE_GAP,
} from './moment-sums.ts';
import type { PackedMixture } from './packed-mixture.ts';
import { GROUPED_ABOVE, pooledAdder } from './pooled-groups.ts';
import { isTempered, type RowAssignment } from './row-assignment.ts';
import { type Counting, rowPosterior } from './row-posterior.ts';

/** At most {@link BLOCK_ROWS} rows: `from` up to, not including, `to`. */
export interface RowBlock {
  /** Row-major rows of d numbers. */
  readonly rows: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** What an E-step sums, and how. */
export interface MomentRequest {
  readonly layout: MomentLayout;
  /** K matrices V_k, d x q row-major, of a sketch. */
  readonly directions?: readonly Float64Array[];
  /** "soft": rows count for every component by posterior. "hard": for the most likely one alone. With a temperature: between. */
  readonly assignment: RowAssignment;
  /**
   * "what-matters" when absent: what is left out is below 2^-53 n w_k in N_k, see `cutoffsOf`. That says nothing of
   * temperatures other than 0 and 1, with which all is counted.
   */
  readonly counting?: Counting;
}

/** Adds the moments of one block of rows to a flat vector laid out as the request says. */
export type BlockAccumulator = (sums: Float64Array, block: RowBlock) => void;

/**
 * The E-step of a block, the form that every faster one must agree with to the last bit: component by component, even
 * and odd rows of the block are summed apart, from zero and in order, and then added.
 *
 *   N_k += r_k,   s_k += r_k (x - mu_k),   S_k += r_k (x - mu_k)(x - mu_k)^T
 *
 * In more than three dimensions a pooled scatter is summed by `pooledAdder`. Of a sketch come the diagonal of S_k and S_k V_k.
 *
 * @returns a function of (sums, block); it works in room of its own, so it serves one caller at a time
 *
 * O(K d) a row for diagonals, O(K d q) for sketches, O(K d^2) else.
 */
export function blockAccumulator(
  packed: PackedMixture,
  { layout, directions, assignment, counting = 'what-matters' }: MomentRequest,
): BlockAccumulator {
  const { components, dimension: d } = packed;
  const posteriorOf = rowPosterior(packed, isTempered(assignment) ? 'all' : counting, assignment);
  const addComponent = componentAdder(packed, layout, directions);
  const grouped = layout.scatter === 'pooled' && d > GROUPED_ABOVE;
  const addPooled = grouped ? pooledAdder(packed, layout) : undefined;
  const share: Share = { rows: NO_ROWS, at: 0, k: 0, weight: 0 };
  const lanes = [new Float64Array(layout.length), new Float64Array(layout.length)] as const;
  const responsibilities = new Float64Array(components * BLOCK_ROWS);
  const labels = new Int32Array(BLOCK_ROWS);

  function assign(row: number, at: number, lane: Float64Array): void {
    const posterior = posteriorOf(share.rows, at);
    lane[LOG_LIKELIHOOD] = lane[LOG_LIKELIHOOD]! + posterior.logDensity;
    lane[ASSIGNMENT_ENTROPY] = lane[ASSIGNMENT_ENTROPY]! + posterior.entropy;
    lane[LOG_MAX_POSTERIOR] = lane[LOG_MAX_POSTERIOR]! + posterior.logMax;
    lane[OBJECTIVE_GAP] = lane[OBJECTIVE_GAP]! + posterior.objectiveGap;
    labels[row] = posterior.label;
    if (posterior.omitted) lanes[0][BLOCKS_WITH_OMISSIONS] = 1;
    for (let k = 0; k < components; k++) {
      responsibilities[k * BLOCK_ROWS + row] = posterior.posteriors[k]!;
    }
  }

  return (sums, { rows, from, to }) => {
    lanes[0].fill(0);
    lanes[1].fill(0);
    share.rows = rows;
    for (let i = from; i < to; i++) assign(i - from, i * d, lanes[((i - from) & 1) as 0 | 1]);
    addPooled?.(sums, { rows, from, to }, { responsibilities, labels });
    for (let k = 0; k < components && !grouped; k++) {
      share.k = k;
      for (let i = from; i < to; i++) {
        share.weight = responsibilities[k * BLOCK_ROWS + i - from]!;
        share.at = i * d;
        if (share.weight > 0) addComponent(lanes[((i - from) & 1) as 0 | 1], share);
      }
    }
    for (let index = 0; index < sums.length; index++) {
      sums[index] = sums[index]! + (lanes[0][index]! + lanes[1][index]!);
    }
  };
}

/** One row's share in the moments of one component. */
interface Share {
  rows: Float64Array;
  at: number;
  k: number;
  weight: number;
}

const NO_ROWS = new Float64Array(0);

function componentAdder(
  packed: PackedMixture,
  layout: MomentLayout,
  directions: MomentRequest['directions'],
): (lane: Float64Array, share: Share) => void {
  const { dimension: d, means } = packed;
  const deviation = new Float64Array(d);
  const addScatter =
    layout.scatter === 'diagonal' || directions ? squaresAdder(deviation) : productsAdder(deviation);
  const addProducts = directions && sketchAdder(deviation, layout.directions);
  const stride = layout.scatter === 'pooled' ? 0 : layout.scatterLength;

  return (lane, { rows, at, k, weight }) => {
    lane[layout.counts + k] = lane[layout.counts + k]! + weight;
    const sumsAt = layout.deviations + k * d;
    for (let j = 0; j < d; j++) {
      const difference = rows[at + j]! - means[k * d + j]!;
      deviation[j] = difference;
      lane[sumsAt + j] = lane[sumsAt + j]! + weight * difference;
    }
    addScatter(lane, layout.scatters + k * stride, weight);
    addProducts?.(lane, layout.scatters + k * stride + d, { weight, along: directions![k]! });
  };
}

type ScatterAdder = (lane: Float64Array, at: number, weight: number) => void;

function squaresAdder(deviation: Float64Array): ScatterAdder {
  return (lane, at, weight) => {
    for (let j = 0; j < deviation.length; j++) {
      lane[at + j] = lane[at + j]! + weight * deviation[j]! * deviation[j]!;
    }
  };
}

function productsAdder(deviation: Float64Array): ScatterAdder {
  return (lane, at, weight) => {
    let entry = at;
    for (let i = 0; i < deviation.length; i++) {
      const weighted = weight * deviation[i]!;
      for (let j = 0; j <= i; j++) {
        lane[entry] = lane[entry]! + weighted * deviation[j]!;
        entry++;
      }
    }
  };
}

/** S V += r y (V^T y)^T, the sums over y in order. */
function sketchAdder(
  deviation: Float64Array,
  q: number,
): (lane: Float64Array, at: number, by: { weight: number; along: Float64Array }) => void {
  const d = deviation.length;
  const products = new Float64Array(q);
  return (lane, at, { weight, along }) => {
    products.fill(0);
    for (let j = 0; j < d; j++) {
      for (let f = 0; f < q; f++) products[f]! += along[j * q + f]! * deviation[j]!;
    }
    for (let j = 0; j < d; j++) {
      const weighted = weight * deviation[j]!;
      for (let f = 0; f < q; f++) lane[at + j * q + f]! += weighted * products[f]!;
    }
  };
}
