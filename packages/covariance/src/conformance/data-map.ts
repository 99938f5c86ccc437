import type { Covariance } from '../covariance.ts';
import { covarianceFromDense } from '../covariance-from.ts';
import { mapCovariance, toDense } from '../form-of.ts';
import { type LinearMap, matrixOfMap } from '../linear-map.ts';
import type { Closure } from '../structure.ts';
import { randomFactors, randomInvertible, randomLower, randomOrthogonal } from './random-matrices.ts';
import type { Sequence } from './sequence.ts';
import { congruence } from './square-matrices.ts';

/** A map of the data, x -> T x. */
export interface DataMap {
  /** What it is, for messages. */
  readonly name: string;
  /** T, d x d row-major. */
  readonly matrix: Float64Array;
  /** The same as a fit conditions with, where it can. */
  readonly linear?: LinearMap;
}

/** Units that people mix: a length in micrometers beside a mass in tons. */
const unlikeUnits = [1, 1e6, 1e-6, 1e3, 1e-3];

/** Standard deviations of very large and very small numbers: a product of five such variances leaves the doubles. */
const extremeScales = [1e50, 1e-50];

/** Maps of a kind: of each sort one, in general position. @returns none for "translation" */
export function mapsUnder(closure: Closure, numbers: Sequence, d: number): DataMap[] {
  const conditioning = (name: string, linear: LinearMap): DataMap => ({
    name,
    matrix: matrixOfMap(linear),
    linear,
  });
  if (closure === 'affine') {
    const triangular = { kind: 'triangular', dimension: d, factor: randomLower(numbers, d) } as const;
    return [
      conditioning('a lower triangular map', triangular),
      { name: 'a general linear map', matrix: randomInvertible(numbers, d) },
      ...extremeScales.map((factor) => conditioning(...scaledBy(factor, d))),
    ];
  }
  if (closure === 'scaling') {
    const factors = randomFactors(numbers, d).map((factor, j) => factor * unlikeUnits[j % 5]!);
    return [
      conditioning('a change of the units of each column', { kind: 'columns', factors }),
      ...extremeScales.map((factor) => conditioning(...scaledBy(factor, d))),
    ];
  }
  if (closure === 'rotation') {
    const orthogonal = randomOrthogonal(numbers, d);
    const scale = numbers.between(2, 3);
    return [
      { name: `a rotation and the scale ${scale.toPrecision(3)}`, matrix: orthogonal.map((q) => scale * q) },
      ...extremeScales.map((factor) => conditioning(...scaledBy(factor, d))),
    ];
  }
  return [];
}

function scaledBy(factor: number, dimension: number): [string, LinearMap] {
  return [`the scale ${factor}`, { kind: 'scale', dimension, factor }];
}

/** T Sigma T^T, in its own form where the map allows it. */
export function mapped(covariance: Covariance, { matrix, linear }: DataMap, d: number): Covariance {
  if (linear) return mapCovariance(covariance, linear);
  return covarianceFromDense(congruence(matrix, toDense(covariance), d), d);
}
