import { describe, expect, test } from 'vitest';
import { logLikelihood } from '../../src/conformance/log-likelihood.ts';
import { momentsFor, randomMoments } from '../../src/conformance/moments.ts';
import { createSequence } from '../../src/conformance/sequence.ts';
import { toDense } from '../../src/form-of.ts';
import type { ComponentMoments, CovarianceStructure } from '../../src/structure.ts';
import { EEI } from '../../src/structures/eei.ts';
import { EEV } from '../../src/structures/eev.ts';
import { EII } from '../../src/structures/eii.ts';
import { EVE } from '../../src/structures/eve.ts';
import { EVI } from '../../src/structures/evi.ts';
import { EVV } from '../../src/structures/evv.ts';
import { full } from '../../src/structures/full.ts';
import { VEE } from '../../src/structures/vee.ts';
import { VEI } from '../../src/structures/vei.ts';
import { VEV } from '../../src/structures/vev.ts';
import { VVE } from '../../src/structures/vve.ts';

/** Two dimensions: [a, b, c] is the matrix (a b; b c), and [a, c] is diagonal. */
type Symmetric = readonly number[];

const matrix = (entries: Symmetric): Float64Array => {
  const [a, b, c] = entries.length === 2 ? [entries[0]!, 0, entries[1]!] : entries;
  return Float64Array.of(a!, b!, b!, c!);
};

function momentsOf(counts: readonly number[], scatters: readonly Symmetric[]): ComponentMoments {
  return { dimension: 2, counts: Float64Array.from(counts), scatters: scatters.map(matrix) };
}

const estimate = (structure: CovarianceStructure, moments: ComponentMoments) =>
  structure.estimate(momentsFor(structure, moments));

/** A few operations on numbers of one or two digits. */
const DIGITS = 13;

/** Common axes are turned until less than 1e-10 is left to turn. */
const DIGITS_OF_AXES = 10;

function expectCovariances(
  structure: CovarianceStructure,
  moments: ComponentMoments,
  expected: readonly Symmetric[],
) {
  const digits = structure === EVE || structure === VVE ? DIGITS_OF_AXES : DIGITS;
  const covariances = estimate(structure, moments);
  expect(covariances).toHaveLength(expected.length);
  for (const [k, entries] of expected.entries()) {
    const wanted = matrix(entries);
    toDense(covariances[k]!).forEach((entry, at) => {
      expect(entry).toBeCloseTo(wanted[at]!, digits);
    });
  }
}

describe('On numbers that a person can check', () => {
  const sums = momentsOf(
    [2, 4],
    [
      [8, 3, 10],
      [4, -1, 14],
    ],
  );

  test('EII averages all diagonals, and gives one object', () => {
    const [first, second] = estimate(EII, sums);
    expect(first).toEqual({ form: 'identity', dimension: 2, variance: 3 });
    expect(second).toBe(first);
  });

  test('EEI divides the sum of the diagonals by the rows, and gives one object', () => {
    const [first, second] = estimate(EEI, sums);
    expect((first as { form: 'diagonal' }).form).toBe('diagonal');
    expectCovariances(EEI, sums, [
      [2, 4],
      [2, 4],
    ]);
    expect(second).toBe(first);
  });

  // Volumes sqrt(2 * 8) = 4 and sqrt(16 * 4) = 8, so that lambda = (4 + 8) / 6 = 2.
  test('EVI brings each diagonal to the volume of all', () => {
    const moments = momentsOf(
      [2, 4],
      [
        [2, 8],
        [16, 4],
      ],
    );
    expectCovariances(EVI, moments, [
      [1, 4],
      [4, 1],
    ]);
  });

  // The same after the shear x -> (x1, x1 + x2), which has determinant 1.
  test('EVV brings each scatter to the volume of all', () => {
    const moments = momentsOf(
      [2, 4],
      [
        [2, 2, 10],
        [16, 16, 20],
      ],
    );
    expectCovariances(EVV, moments, [
      [1, 1, 5],
      [4, 4, 5],
    ]);
  });

  // With B^-1 = (t, 1/t) and equal counts, (a t + b/t)(c t + e/t) is least at t^4 = b e / (a c) = 16; so B = (1/2, 2), and
  // lambda = (2 + 1/2) / 2 = 5/4 and (2 + 16/2) / 2 = 5.
  test('VEI finds the shape of all, and the volume of each', () => {
    const moments = momentsOf(
      [1, 1],
      [
        [1, 1],
        [1, 16],
      ],
    );
    expectCovariances(VEI, moments, [
      [0.625, 2.5],
      [2.5, 10],
    ]);
  });

  test('VEE does the same along any axes: here after the shear', () => {
    const moments = momentsOf(
      [1, 1],
      [
        [1, 1, 2],
        [1, 1, 17],
      ],
    );
    expectCovariances(VEE, moments, [
      [0.625, 0.625, 3.125],
      [2.5, 2.5, 12.5],
    ]);
  });

  // Eigenvalues (8, 2) and (16, 4): their sum over 6 rows is (4, 1).
  test('EEV averages the eigenvalues, and turns them to the axes of each', () => {
    const moments = momentsOf(
      [2, 4],
      [
        [8, 2],
        [4, 16],
      ],
    );
    expectCovariances(EEV, moments, [
      [4, 1],
      [1, 4],
    ]);
  });

  // Eigenvalues (8, 2) and (8, 1/2): t^4 = 2 * 1/2 / (8 * 8), so that the shape is (8, 1) to one another;
  // (12, 3/2) is 12 (1, 1/8), with 12 = (8 / 1 + 2 * 8) / 2, and (6, 3/4) is 6 = (8 / 1 + 8 / 2) / 2 times it.
  test('VEV shares the shape of the eigenvalues, and turns it to the axes of each', () => {
    const moments = momentsOf(
      [1, 1],
      [
        [8, 2],
        [0.5, 8],
      ],
    );
    expectCovariances(VEV, moments, [
      [12, 1.5],
      [0.75, 6],
    ]);
  });

  // Both have the axes (1, 1) and (1, -1), with 3, 1 and 2, 6 along them. Volumes sqrt 3 and 2 sqrt 3, lambda = 3/2 sqrt 3.
  const mirrored = momentsOf(
    [1, 1],
    [
      [2, 1, 2],
      [4, -2, 4],
    ],
  );

  test('VVE leaves scatters that have common axes as they are', () => {
    expectCovariances(VVE, mirrored, [
      [2, 1, 2],
      [4, -2, 4],
    ]);
  });

  test('EVE brings scatters that have common axes to one volume', () => {
    expectCovariances(EVE, mirrored, [
      [3, 1.5, 3],
      [3, -1.5, 3],
    ]);
  });

  // What is off the diagonal after a turn by psi / 2 is o = -v' with v = 3/2 cos psi +- sin psi, and the cost is the sum of
  // ln(9 + o^2): even in psi, so 0 is stationary, and convex there, as (v^2 - o^2) / 10 > 2 o^2 v^2 / 100 for v = 3/2, o = 1.
  test('EVE and VVE turn to the middle of axes that are not common', () => {
    const moments = momentsOf(
      [1, 1],
      [
        [5, 1, 2],
        [5, -1, 2],
      ],
    );
    for (const structure of [EVE, VVE]) {
      expectCovariances(structure, moments, [
        [5, 2],
        [5, 2],
      ]);
    }
  });
});

describe('A scatter that is too flat for the family', () => {
  const round: Symmetric = [4, 1, 4];
  const flat: Symmetric = [1, 2, 4];
  const point: Symmetric = [0, 0];
  const counts = [2, 2, 2];

  test.each([
    ['EII, when all are points', EII, [point, point, point], undefined],
    ['EEI, when no component varies along a column', EEI, [[1, 0], [3, 0], point], undefined],
    ['VEI, when one is a point', VEI, [round, point, round], 1],
    ['EVI, when one does not vary along a column', EVI, [round, round, [1, 0]], 2],
    ['VEE, when all lie on one line', VEE, [flat, flat, flat], undefined],
    ['VEE, when one is a point', VEE, [point, round, round], 0],
    ['EVE, when the only one is flat', EVE, [flat], 0],
    ['VVE, when the only one is flat', VVE, [flat], 0],
    ['VVE, when one is a point', VVE, [round, point, round], 1],
    ['EEV, when all are flat', EEV, [flat, flat, flat], undefined],
    ['VEV, when one is a point', VEV, [round, round, point], 2],
    ['EVV, when one is flat', EVV, [flat, round, round], 0],
  ])('is refused by its component in %s', (_, structure, scatters, component) => {
    const moments = momentsOf(counts.slice(0, scatters.length), scatters);
    const which =
      component === undefined ? 'the shared covariance' : `the covariance of component ${component + 1}`;
    expect(() => estimate(structure, moments)).toThrow(
      expect.objectContaining({
        code: 'singular-covariance',
        component,
        message: `estimate: ${which} must be positive definite, got a singular one.`,
      }),
    );
  });

  // (1 2; 2 4) has the eigenvalues 5 and 0, (4 1; 1 4) has 5 and 3.
  test('does no harm in EEV, where others make up for it', () => {
    const moments = momentsOf([1, 1], [round, flat]);
    const [, second] = estimate(EEV, moments).map(toDense);
    expect(second![0]! + second![3]!).toBeCloseTo((5 + 5 + 3 + 0) / 2, DIGITS);
    expect(second![0]! * second![3]! - second![1]! * second![2]!).toBeCloseTo((5 * 3) / 2, DIGITS);
  });

  test.each([EVE, VVE])('does no harm in $name where the others turn the axes away from it', (structure) => {
    const line: Symmetric = [1, 1, 1];
    const covariances = estimate(structure, momentsOf([20, 20, 2], [[90, 10], [80, 9], line])).map(toDense);
    for (const covariance of covariances) expect(covariance[0]! * covariance[3]!).toBeGreaterThan(0);
  });

  // Of n rows a flat component may have less than half: else the likelihood grows without end as its volume shrinks.
  test('does no harm in VEE unless most rows are its own', () => {
    const few = estimate(VEE, momentsOf([3, 2], [round, flat]));
    expect(few).toHaveLength(2);
    expect(() => estimate(VEE, momentsOf([2, 3], [round, flat]))).toThrow(
      expect.objectContaining({ component: 1 }),
    );
  });
});

describe('The search for common axes from nothing', () => {
  test.each([EVE, VVE])('ends no lower in $name than from the axes of any component', (structure) => {
    const numbers = createSequence(5);
    for (let trial = 0; trial < 20; trial++) {
      const moments = randomMoments(numbers, 4, 3);
      const cold = logLikelihood(structure.estimate(moments), moments);
      for (const covariance of full.estimate(moments)) {
        const previous = Array.from(moments.counts, () => covariance);
        const warm = logLikelihood(structure.estimate(moments, previous), moments);
        expect(cold).toBeGreaterThan(warm - 1e-12);
      }
    }
  });
});
