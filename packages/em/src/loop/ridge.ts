import { type ComponentMoments, type LinearMap, matrixOfMap } from '@gaussmix/covariance';
import { invertLower, multiplyByTranspose } from '@gaussmix/linalg';

/** What is added to scatters before they are estimated from. In the fit's coordinates. */
export interface Ridge {
  /** K heights: what the user adds to every covariance. */
  readonly heights: Float64Array;
  /** M: a height h adds N_k h M to S_k; d x d row-major. */
  readonly metric: Float64Array;
  /** The least variance that a component may have; 0 when nothing is held up. */
  readonly floor: number;
}

/**
 * Below this share of the data's variance a component is 1e-10 of the data wide: its rows, rounded to 1e-16 of the
 * data, have six digits left, and soon none. Groups that lie less than 1e9 standard deviations apart stay above.
 */
const FLOOR = 1e-20;

/**
 * The ridge that a regularization stands for.
 *
 * A number r adds r I in the data's units x = c + T z, which is r T^-1 T^-T in the fit's. "auto" adds nothing, but holds
 * every variance above 1e-20 of the data's own, and lifts a singular covariance out of rounding.
 *
 * @param unitVariance  the typical variance of a column in the fit's coordinates
 * @returns heights for K components
 */
export function ridgeOf(
  regularization: number | 'auto',
  { map, components, unitVariance }: { map: LinearMap; components: number; unitVariance: number },
): Ridge {
  const toUnits = matrixOfMap(map);
  const d = Math.round(Math.sqrt(toUnits.length));
  if (regularization === 'auto') {
    return { heights: new Float64Array(components), metric: identityMatrix(d), floor: FLOOR * unitVariance };
  }
  // A square root of r on each side, so that nothing overflows where T's squares would.
  const root = Math.sqrt(regularization);
  const inverse = invertLower(toUnits, d).map((entry) => entry * root);
  return { heights: new Float64Array(components).fill(1), metric: multiplyByTranspose(inverse, d), floor: 0 };
}

/**
 * Moments with a ridge under their scatters: S_k + N_k h_k M.
 *
 * @param heights  h: K numbers
 * @param metric  M, d x d row-major
 * @returns new moments; the given ones are not changed
 */
export function addRidge(
  moments: ComponentMoments,
  { metric, heights }: { metric: Float64Array; heights: Float64Array },
): ComponentMoments {
  const { dimension: d, counts } = moments;
  const scatters = moments.scatters.map((scatter) => scatter.slice());
  for (const [k, height] of heights.entries()) {
    const added = counts[k]! * height;
    if (added === 0) continue;
    const scatter = scatters[scatters.length === 1 ? 0 : k]!;
    const stride = scatter.length === d ? d + 1 : 1; // a diagonal takes the diagonal
    for (let entry = 0; entry < scatter.length; entry++) {
      scatter[entry] = scatter[entry]! + added * metric[entry * stride]!;
    }
  }
  return { ...moments, scatters };
}

function identityMatrix(d: number): Float64Array {
  const matrix = new Float64Array(d * d);
  for (let j = 0; j < d; j++) matrix[j * d + j] = 1;
  return matrix;
}
