import { invertLower, symmetricEigen } from '@gaussmix/linalg';
import { toDense, toFactor } from '../../form-of.ts';
import { demand, inEverySetting, type Law } from '../law.ts';
import { allDirections, type Direction, momentsOfMembers, moveMoments } from '../moments.ts';
import { estimateFrom, type Setting } from '../setting.ts';
import { congruence } from '../square-matrices.ts';
import { DERIVATIVE_STEP, LEAST_SLOPE } from '../tolerances.ts';

/**
 * The dimension of the family is the rank of the derivative of `estimate`: in how many independent ways the
 * covariances answer when the moments move in every direction.
 *
 * It is taken at moments that the family fits exactly. There the most likely member is the nearest one, so that the
 * derivative is the projection to the family: in the metric of the likelihood, sum_k N_k tr(X_k Y_k) for moves X, Y in
 * units of Sigma_k, its singular values are 1 along the family and 0 across it.
 */
export const countsItsParameters: Law = inEverySetting(
  'parameterCount is the dimension of the family',
  (setting) => {
    const { structure, components, dimension } = setting;
    const rank = rankOf(derivative(setting));
    const count = structure.parameterCount(components, dimension);
    demand(
      count === rank,
      `parameterCount(${components}, ${dimension}) must be ${rank}, the dimension of the family, got ${count}.`,
    );
  },
);

/**
 * Central differences of fourth order for the moves of all directions, so that they are independent, and all:
 *
 *   (8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12 h,   f(step) = sqrt(N_k) L_k^-1 Sigma_k(step) L_k^-T over all k
 *
 * @returns a row of K d^2 slopes per direction, without units
 */
function derivative({ structure, moments, dimension: d }: Setting): Float64Array[] {
  const members = estimateFrom(structure, moments);
  const whiteners = members.map((covariance) => invertLower(toFactor(covariance), d));
  const own = momentsOfMembers(members, moments.counts);
  const weights = moments.counts.map(Math.sqrt);
  const covariancesAt = (direction: Direction, step: number): number[] =>
    estimateFrom(structure, moveMoments(own, direction, step), members).flatMap((covariance, k) =>
      Array.from(congruence(whiteners[k]!, toDense(covariance), d), (entry) => weights[k]! * entry),
    );
  const h = DERIVATIVE_STEP;
  return allDirections(own).map((direction) => {
    const [ahead, behind] = [covariancesAt(direction, h), covariancesAt(direction, -h)];
    const [farAhead, farBehind] = [covariancesAt(direction, 2 * h), covariancesAt(direction, -2 * h)];
    const slope = (at: number): number =>
      (8 * (ahead[at]! - behind[at]!) - (farAhead[at]! - farBehind[at]!)) / (12 * h);
    const { component, row, column } = direction;
    const length = weights[component]! * (row === column ? 1 : Math.SQRT2);
    return Float64Array.from(ahead, (_, at) => slope(at) / length);
  });
}

/** The number of singular values that stand for a slope: their squares are the eigenvalues of J J^T. */
function rankOf(rows: readonly Float64Array[]): number {
  const gram = rows.flatMap((a) => rows.map((b) => a.reduce((sum, entry, at) => sum + entry * b[at]!, 0)));
  const { values } = symmetricEigen(Float64Array.from(gram), rows.length);
  return values.filter((value) => value > LEAST_SLOPE * LEAST_SLOPE).length;
}
