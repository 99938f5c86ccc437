import { symmetricEigen } from '@gaussmix/linalg';

/** Where EM's map was evaluated, in natural coordinates. */
export interface Secant {
  readonly from: Float64Array;
  /** How far the plain step goes: the gradient of the log-likelihood, in these coordinates. */
  readonly step: Float64Array;
}

/** What the last evaluations say of the map. */
export interface SecantModel {
  /** One coefficient for each evaluation, summing to 1: the combination of their images to go to. */
  readonly coefficients: Float64Array;
  /** The least curvature seen, 1 - rho for a direction that EM shrinks by rho a pass; at most 0 where it grows. */
  readonly leastCurvature: number;
}

/** No direction is followed further than this many plain steps. */
const FURTHEST = 100;

/** A difference of which less than this is left beside the newer ones says nothing new. */
const NEW = 0.01;

/**
 * Newton's method on the span of the last differences, EM elsewhere.
 *
 * The differences q of `from` and w of -`step` are made orthonormal in q, newest first; Q^T W, made symmetric, is the
 * curvature there. Along an eigenvector v with curvature c the way to the maximum is v^T step / c: near a saddle, where c
 * is negative, the same way along -c leads uphill. This is Anderson's mixing (type I) with the symmetry that EM's map has
 * in natural coordinates, and without its attraction to saddles.
 *
 * @param secants  oldest first, one at least
 *
 * Fang & Saad (2009); Jamshidian & Jennrich (1997).
 */
export function secantModel(secants: readonly Secant[]): SecantModel {
  const last = secants.length - 1;
  const basis = orthonormalDifferences(secants);
  const m = basis.length;
  const coefficients = new Float64Array(last + 1);
  coefficients[last] = 1;
  if (m === 0) return { coefficients, leastCurvature: 0 };
  const curvature = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      curvature[i * m + j] = (dot(basis[i]!.from, basis[j]!.step) + dot(basis[j]!.from, basis[i]!.step)) / 2;
    }
  }
  const { values, vectors } = symmetricEigen(curvature, m);
  const slopes = basis.map(({ from }) => dot(from, secants[last]!.step));
  for (let e = 0; e < m; e++) {
    const slope = slopes.reduce((sum, value, i) => sum + vectors[i * m + e]! * value, 0);
    const length = slope / Math.max(Math.abs(values[e]!), 1 / FURTHEST);
    for (const [i, { of }] of basis.entries()) addInto(coefficients, of, length * vectors[i * m + e]!);
  }
  return { coefficients, leastCurvature: values[m - 1]! };
}

interface Difference {
  readonly from: Float64Array;
  /** Minus the difference of the steps. */
  readonly step: Float64Array;
  /** Which evaluations it is made of. */
  readonly of: Float64Array;
}

function orthonormalDifferences(secants: readonly Secant[]): Difference[] {
  const basis: Difference[] = [];
  for (let j = secants.length - 1; j > 0; j--) {
    const from = minus(secants[j]!.from, secants[j - 1]!.from);
    const step = minus(secants[j - 1]!.step, secants[j]!.step);
    const of = new Float64Array(secants.length);
    of[j] = 1;
    of[j - 1] = -1;
    const before = Math.sqrt(dot(from, from));
    for (const known of [...basis, ...basis]) {
      const share = -dot(from, known.from);
      addInto(from, known.from, share);
      addInto(step, known.step, share);
      addInto(of, known.of, share);
    }
    const after = Math.sqrt(dot(from, from));
    if (!(after > NEW * before)) continue;
    const [unit, ...rest] = [from, step, of].map((vector) => vector.map((value) => value / after));
    basis.push({ from: unit!, step: rest[0]!, of: rest[1]! });
  }
  return basis;
}

/** Inner product of two vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** a - b. */
export function minus(a: Float64Array, b: Float64Array): Float64Array {
  const difference = a.slice();
  addInto(difference, b, -1);
  return difference;
}

/** Adds factor times a vector. */
export function addInto(out: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < out.length; i++) out[i] = out[i]! + factor * vector[i]!;
}
