import { invertLower, multiplyLowerInto, solveLowerInto } from '@gaussmix/linalg';
import { diagonalMatrix } from './diagonal-matrix.ts';

/** z -> factor * z. */
export interface ScaleMap {
  readonly kind: 'scale';
  readonly dimension: number;
  /** Positive. */
  readonly factor: number;
}

/** z -> diag(factors) z. */
export interface ColumnsMap {
  readonly kind: 'columns';
  /** d positive numbers. */
  readonly factors: Float64Array;
}

/** z -> T z, T lower triangular with a positive diagonal. */
export interface TriangularMap {
  readonly kind: 'triangular';
  readonly dimension: number;
  /** T, d x d row-major. */
  readonly factor: Float64Array;
}

/** An invertible linear map of d dimensions to itself. Plain data. */
export type LinearMap = ScaleMap | ColumnsMap | TriangularMap;

/**
 * The lower triangular matrix of a map.
 *
 * @returns T, d x d row-major
 */
export function matrixOfMap(map: LinearMap): Float64Array {
  return map.kind === 'triangular' ? map.factor : diagonalMatrix(diagonalOfMap(map));
}

/**
 * x = T z.
 *
 * @param out  d numbers; may be z itself
 */
export function applyMapInto(out: Float64Array, z: Float64Array, map: LinearMap): void {
  if (map.kind === 'triangular') multiplyLowerInto(out, map.factor, z);
  else for (const [j, factor] of diagonalOfMap(map).entries()) out[j] = factor * z[j]!;
}

/**
 * z = T^-1 x.
 *
 * @param out  d numbers; may be x itself
 */
export function undoMapInto(out: Float64Array, x: Float64Array, map: LinearMap): void {
  if (map.kind === 'triangular') solveLowerInto(out, map.factor, x);
  else for (const [j, factor] of diagonalOfMap(map).entries()) out[j] = x[j]! / factor;
}

/**
 * The diagonal of a map's matrix, of which the logarithms sum to ln |T|.
 *
 * @returns d positive numbers
 */
export function diagonalOfMap(map: LinearMap): Float64Array {
  if (map.kind === 'scale') return new Float64Array(map.dimension).fill(map.factor);
  if (map.kind === 'columns') return map.factors;
  return Float64Array.from({ length: map.dimension }, (_, j) => map.factor[j * map.dimension + j]!);
}

/**
 * The map that undoes another.
 *
 * @returns T^-1
 */
export function invertMap(map: LinearMap): LinearMap {
  if (map.kind === 'scale') return { ...map, factor: 1 / map.factor };
  if (map.kind === 'columns') return { kind: 'columns', factors: map.factors.map((f) => 1 / f) };
  return { ...map, factor: invertLower(map.factor, map.dimension) };
}
