import { derivativeAlong } from './derivative-along.ts';
import type { FamilyMap } from './family-map.ts';

/** The step of the differences, as a share of a component's scatter: their errors are near 1e-12. */
const STEP = 5e-3;

/** What is left of a direction when those before it are taken off, and still counts as a direction of its own. */
const LEAST_PART = 1e-4;

/**
 * The moves that stay in a family: the range of the derivative of its map at the member's own scatters.
 *
 * @param wanted  how many there should be
 * @returns orthonormal directions; fewer than wanted where the family is not smooth
 */
export function tangentOf(map: FamilyMap, wanted: number): Float64Array[] {
  const { length } = map;
  const units = Array.from({ length }, (_, at) => unitVector(length, at));
  if (wanted === length) return units;
  if (wanted === 0) return [];
  const at = new Float64Array(length);
  const images = units.map((direction) => slopeAlong(map, { of: map.step, at, direction }));
  return spanOf(images, wanted);
}

/**
 * Minus the second derivative of the expected complete log-likelihood along the family, at the scatters S that the
 * rows have:
 *
 *   Q = -1/2 sum_k N_k ln |Sigma_k| + tr(S_k Sigma_k^-1)
 *
 * The most likely member theta(S) solves dQ / dtheta = 0, so that H dtheta = d^2 Q / dtheta dS, and moves of S along
 * the family are measured such that the right side is I: H is the inverse of the derivative of `estimate`. It is I for
 * a family that is linear in the inverse covariance, and whatever the curvature makes of it for others.
 *
 * @param moves  S, as moves from the member's own scatters
 * @returns the derivative of `estimate` along the tangent, p x p row-major: the inverse of H
 */
export function responseOf(
  map: FamilyMap,
  moves: Float64Array,
  tangent: readonly Float64Array[],
): Float64Array {
  const p = tangent.length;
  const response = new Float64Array(p * p);
  for (const [j, direction] of tangent.entries()) {
    const slope = slopeAlong(map, { of: map.settle, at: moves, direction });
    for (const [i, other] of tangent.entries()) response[i * p + j] = dot(other, slope);
  }
  return response;
}

function slopeAlong(
  { sizeOf }: FamilyMap,
  { of, at, direction }: { of: FamilyMap['step']; at: Float64Array; direction: Float64Array },
): Float64Array {
  return derivativeAlong(of, { at, direction, step: STEP / sizeOf(direction) });
}

/** An orthonormal basis of what vectors span, by Gram and Schmidt: the largest remainder first, taken off twice. */
function spanOf(vectors: readonly Float64Array[], wanted: number): Float64Array[] {
  const basis: Float64Array[] = [];
  const rests = vectors.map((vector) => vector.slice());
  for (;;) {
    const lengths = rests.map((rest) => Math.sqrt(dot(rest, rest)));
    const longest = lengths.reduce((best, length, at) => (length > lengths[best]! ? at : best), 0);
    if (basis.length > wanted || !(lengths[longest]! > LEAST_PART)) return basis;
    const direction = rests[longest]!.slice();
    for (const known of basis) takeOff(direction, known);
    const length = Math.sqrt(dot(direction, direction));
    for (const [e, entry] of direction.entries()) direction[e] = entry / length;
    basis.push(direction);
    for (const rest of rests) takeOff(rest, direction);
  }
}

function takeOff(vector: Float64Array, direction: Float64Array): void {
  const share = dot(vector, direction);
  for (const [e, entry] of direction.entries()) vector[e] = vector[e]! - share * entry;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, entry, e) => sum + entry * b[e]!, 0);
}

function unitVector(length: number, at: number): Float64Array {
  const vector = new Float64Array(length);
  vector[at] = 1;
  return vector;
}
