import { type ComponentMoments, diagonalOfMap, type LinearMap } from '@gaussmix/covariance';
import { invertLower, multiplyByTranspose } from '@gaussmix/linalg';

/** What is added to scatters before they are estimated from. In the fit's coordinates. */
export interface Ridge {
  /** How much of M the user adds to every covariance: 1 or nothing. */
  readonly height: number;
  /** M: a height h adds N_k h M to S_k; d x d row-major, or the d numbers of a diagonal. */
  readonly metric: Float64Array;
  /** The least variance that a component may have; 0 when nothing is held up. */
  readonly floor: number;
}

/**
 * Below this share of the data's variance a component is 1e-10 of the data wide: its rows, rounded to 1e-16 of the
 * data, have six digits left, and soon none. Groups that lie less than 1e9 standard deviations apart stay above.
 */
export const FLOOR = 1e-20;

/**
 * The ridge that a regularization stands for.
 *
 * A number r adds r I in the data's units x = c + T z, which is r T^-1 T^-T in the fit's. "auto" adds nothing, but holds
 * every variance above 1e-20 of the data's own, and lifts a singular covariance out of rounding.
 *
 * @param unitVariance  the typical variance of a column in the fit's coordinates
 */
export function ridgeOf(
  regularization: number | 'auto',
  { map, unitVariance }: { map: LinearMap; unitVariance: number },
): Ridge {
  const diagonal = diagonalOfMap(map);
  const d = diagonal.length;
  if (regularization === 'auto') {
    return { height: 0, metric: diagonal.map(() => 1), floor: FLOOR * unitVariance };
  }
  // A square root of r on each side, so that nothing overflows where T's squares would.
  const root = Math.sqrt(regularization);
  if (map.kind !== 'triangular') {
    const roots = diagonal.map((entry) => (1 / entry) * root);
    return { height: 1, metric: roots.map((entry) => entry * entry), floor: 0 };
  }
  const inverse = invertLower(map.factor, d).map((entry) => entry * root);
  return { height: 1, metric: multiplyByTranspose(inverse, d), floor: 0 };
}

/**
 * Moments with a ridge under their scatters: S_k + N_k h_k M.
 *
 * @param heights  h: K numbers
 * @param metric  M, d x d row-major, or its diagonal
 * @returns new moments; the given ones are not changed
 */
export function addRidge(
  moments: ComponentMoments,
  { metric, heights }: { metric: Float64Array; heights: Float64Array },
): ComponentMoments {
  const { dimension: d, counts, directions } = moments;
  const scatters = moments.scatters.map((scatter) => scatter.slice());
  const stride = diagonalStride(moments);
  for (const [k, height] of heights.entries()) {
    const added = counts[k]! * height;
    if (added === 0) continue;
    const scatter = scatters[scatters.length === 1 ? 0 : k]!;
    const along = directions?.[k] ?? [];
    const q = along.length / d;
    for (const [at, value] of metric.entries()) {
      const i = metric.length === d ? at : Math.floor(at / d);
      const j = metric.length === d ? at : at % d;
      // Of a diagonal, and of a sketch's, what is off M's has no place.
      if (i === j || stride > 1) scatter[i * stride + j - i]! += added * value;
      for (let f = 0; f < q; f++) scatter[d + i * q + f]! += added * value * along[j * q + f]!;
    }
  }
  return { ...moments, scatters };
}

/** From one number of a scatter's diagonal to the next. */
export function diagonalStride({ dimension: d, scatters, directions }: ComponentMoments): number {
  return directions || scatters[0]!.length === d ? 1 : d + 1;
}
