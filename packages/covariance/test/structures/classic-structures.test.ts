import { describe, expect, test } from 'vitest';
import { type ClassicStructureName, classicStructures } from '../../src/classic-structures.ts';
import { toDense } from '../../src/form-of.ts';
import type { ComponentMoments, MomentShape } from '../../src/structure.ts';
import { diag } from '../../src/structures/diag.ts';
import { full } from '../../src/structures/full.ts';
import { spherical } from '../../src/structures/spherical.ts';
import { tied } from '../../src/structures/tied.ts';
import { readReference } from '../read-reference.ts';

interface ReferenceCase {
  readonly dataset: string;
  readonly covariance: ClassicStructureName;
  readonly dimension: number;
  readonly counts: readonly number[];
  /** K matrices. */
  readonly scatters: readonly (readonly (readonly number[])[])[];
}

/** scikit-learn's diagonals are differences of squares, which on these data lose two or three digits. */
const DIGITS = 1e-12;

/** The moments of a case in the shape that a structure reads. */
function momentsFor(
  { dimension, counts, scatters }: ReferenceCase,
  shape: Exclude<MomentShape, 'sketch'>,
): ComponentMoments {
  const flat = scatters.map((scatter) => Float64Array.from(scatter.flat()));
  const shaped = {
    full: flat,
    diagonal: scatters.map((scatter) => Float64Array.from(scatter, (row, j) => row[j]!)),
    pooled: [flat[0]!.map((_, at) => flat.reduce((sum, scatter) => sum + scatter[at]!, 0))],
  };
  return { dimension, counts: Float64Array.from(counts), scatters: shaped[shape] };
}

/** The largest difference of two matrices, as a share of the largest entry. */
function difference(actual: Float64Array, expected: readonly number[]): number {
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((entry, at) => Math.abs(actual[at]! - entry) / size));
}

function covariancesOf(one: ReferenceCase): Float64Array[] {
  const structure = classicStructures[one.covariance];
  return structure
    .estimate(momentsFor(one, structure.moments as Exclude<MomentShape, 'sketch'>))
    .map(toDense);
}

describe('From soft responsibilities, one M-step gives the covariances of scikit-learn', () => {
  const { cases } = readReference<{ cases: (ReferenceCase & { covariances: unknown })[] }>(
    'sklearn-mstep.json',
  );
  test.each(cases)('for $covariance on $dataset', (one) => {
    const covariances = covariancesOf(one);
    for (const [k, expected] of matricesOf(one).entries()) {
      expect(difference(covariances[k]!, expected)).toBeLessThan(DIGITS);
    }
  });
});

/** K matrices from scikit-learn's shapes: K matrices, one, K diagonals, or K variances. */
function matricesOf(one: ReferenceCase & { covariances: unknown }): number[][] {
  const { covariance, dimension: d, counts, covariances } = one;
  const diagonal = (variances: readonly number[]): number[] =>
    Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? variances[at % d]! : 0));
  if (covariance === 'full') return (covariances as number[][][]).map((matrix) => matrix.flat());
  if (covariance === 'tied') return counts.map(() => (covariances as number[][]).flat());
  if (covariance === 'diag') return (covariances as number[][]).map(diagonal);
  return (covariances as number[]).map((variance) => diagonal(Array(d).fill(variance)));
}

test('The four stand under their names.', () => {
  expect(classicStructures).toEqual({ full, tied, diag, spherical });
  for (const [name, structure] of Object.entries(classicStructures)) expect(structure.name).toBe(name);
});

describe('On numbers that a person can check', () => {
  const counts = Float64Array.of(2, 4);
  const full2 = [Float64Array.of(8, 4, 4, 10), Float64Array.of(4, 0, 0, 36)];

  test('full divides each scatter by its count', () => {
    const moments = { dimension: 2, counts, scatters: full2 };
    expect(full.estimate(moments)).toEqual([
      { form: 'dense', dimension: 2, factor: Float64Array.of(2, 0, 1, 2) },
      { form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, 0, 3) },
    ]);
  });

  test('tied divides the pooled scatter by the rows, and gives one object', () => {
    const moments = { dimension: 2, counts, scatters: [Float64Array.of(24, 12, 12, 30)] };
    const [first, second] = tied.estimate(moments);
    expect(first).toEqual({ form: 'dense', dimension: 2, factor: Float64Array.of(2, 0, 1, 2) });
    expect(second).toBe(first);
  });

  const diagonals = [Float64Array.of(8, 10), Float64Array.of(4, 36)];

  test('diag divides each diagonal by its count', () => {
    expect(diag.estimate({ dimension: 2, counts, scatters: diagonals })).toEqual([
      { form: 'diagonal', variances: Float64Array.of(4, 5) },
      { form: 'diagonal', variances: Float64Array.of(1, 9) },
    ]);
  });

  test('spherical averages each diagonal', () => {
    expect(spherical.estimate({ dimension: 2, counts, scatters: diagonals })).toEqual([
      { form: 'identity', dimension: 2, variance: 4.5 },
      { form: 'identity', dimension: 2, variance: 5 },
    ]);
  });
});

describe('A singular scatter is refused by its component', () => {
  const healthy = Float64Array.of(4, 5);
  const counts = Float64Array.of(2, 2, 2);

  test('full', () => {
    const [round, flat] = [Float64Array.of(4, 1, 1, 4), Float64Array.of(1, 2, 2, 4)];
    expect(() => full.estimate({ dimension: 2, counts, scatters: [round, round, flat] })).toThrow(
      expect.objectContaining({
        name: 'SingularCovarianceError',
        code: 'singular-covariance',
        component: 2,
        message: 'estimate: the covariance of component 3 must be positive definite, got a singular one.',
      }),
    );
  });

  test('diag', () => {
    const flat = Float64Array.of(1, 0);
    expect(() => diag.estimate({ dimension: 2, counts, scatters: [healthy, flat, healthy] })).toThrow(
      expect.objectContaining({
        component: 1,
        message: 'estimate: the covariance of component 2 must be positive definite, got a singular one.',
      }),
    );
  });

  test('spherical', () => {
    const point = Float64Array.of(0, 0);
    expect(() => spherical.estimate({ dimension: 2, counts, scatters: [point, healthy, healthy] })).toThrow(
      expect.objectContaining({
        component: 0,
        message: 'estimate: the covariance of component 1 must be positive definite, got a singular one.',
      }),
    );
  });

  test('tied, which has none', () => {
    const flat = Float64Array.of(1, 2, 2, 4);
    expect(() => tied.estimate({ dimension: 2, counts, scatters: [flat] })).toThrow(
      expect.objectContaining({
        component: undefined,
        message: 'estimate: the shared covariance must be positive definite, got a singular one.',
      }),
    );
  });
});
