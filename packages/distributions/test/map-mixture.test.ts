import { applyMapInto, type LinearMap, toDense } from '@gaussmix/covariance';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Coordinates,
  createMixture,
  logDeterminantOfMap,
  type Mixture,
  mahalanobis,
  mapMixture,
  predictProba,
  scoreSamples,
  unmapMixture,
} from '../src/index.ts';
import { expectWithin } from './closeness.ts';
import { lowerTriangles, matrices, mixtures, PLANE, positives, vectors } from './mixtures.ts';

/** Numbers up to a few hundred, through solves and products of 4 x 4 matrices of condition below 1e3. */
const ROUNDING = 1e-10;

/** A mixture of z, coordinates x = c + T z, and rows of z. */
const mapped = mixtures.chain((mixture) => {
  const d = mixture.dimension;
  return fc.record({
    mixture: fc.constant(mixture),
    coordinates: fc.record({ origin: vectors(d, 8), map: maps(d) }),
    z: matrices(3, d),
  });
});

function maps(dimension: number): fc.Arbitrary<LinearMap> {
  return fc.oneof(
    positives(1).map(([factor]): LinearMap => ({ kind: 'scale', dimension, factor: factor! })),
    positives(dimension).map((factors): LinearMap => ({ kind: 'columns', factors })),
    lowerTriangles(dimension).map((factor): LinearMap => ({ kind: 'triangular', dimension, factor })),
  );
}

describe('mapMixture', () => {
  it('lowers every log-density by ln |T|, and leaves posteriors and distances as they were', () => {
    fc.assert(
      fc.property(mapped, ({ mixture, coordinates, z }) => {
        const image = mapMixture(mixture, coordinates);
        const x = pointsOf(z, coordinates);
        const before = scoreSamples(mixture, z);
        const lost = logDeterminantOfMap(coordinates.map);
        expectWithin(
          scoreSamples(image, x),
          before.map((value) => value - lost),
          (i) => ROUNDING * (1 + Math.abs(before[i]!)),
        );
        const scale = 1 + Math.max(...before.map(Math.abs));
        expectWithin(predictProba(image, x).data, predictProba(mixture, z).data, () => ROUNDING * scale);
        expectWithin(mahalanobis(image, x).data, mahalanobis(mixture, z).data, () => ROUNDING * scale);
      }),
    );
  });

  it('moves means to c + T mu and covariances to T Sigma T^T, weights staying: a worked example', () => {
    const map: LinearMap = { kind: 'triangular', dimension: 2, factor: Float64Array.of(2, 0, 1, 3) };
    const image = mapMixture(PLANE, { origin: Float64Array.of(10, 20), map });
    expect(image.weights).toEqual(PLANE.weights);
    expect(image.means).toEqual([Float64Array.of(10, 20), Float64Array.of(10 + 6, 20 + 3 - 3)]);
    // T diag(4, 0.25) T^T = [[16, 8], [8, 4 + 2.25]].
    expect([...toDense(image.covariances[1]!)]).toEqual([16, 8, 8, 6.25]);
  });

  it('takes the origin along: offsets are mapped, and origins add', () => {
    const mixture = createMixture({
      weights: [1],
      means: [[5, 7]],
      origin: [4, 4],
      covariances: [{ form: 'identity', dimension: 2, variance: 1 }],
    });
    const map: LinearMap = { kind: 'columns', factors: Float64Array.of(2, 0.5) };
    const image = mapMixture(mixture, { origin: Float64Array.of(100, 200), map });
    expect(image.origin).toEqual(Float64Array.of(108, 202));
    expect(image.offsets).toEqual([Float64Array.of(2, 1.5)]);
    expect(image.means).toEqual([Float64Array.of(110, 203.5)]);
  });

  it('keeps the digits of offsets where the data lie at 1e9', () => {
    const third = createMixture({
      weights: [1],
      means: [[1 / 3]],
      covariances: [{ form: 'identity', dimension: 1, variance: 1 }],
    });
    const map: LinearMap = { kind: 'scale', dimension: 1, factor: 2 };
    const far = mapMixture(third, { origin: Float64Array.of(1e9), map });
    expect(far.offsets[0]![0]).toBe(2 / 3);
    // Powers of two round nothing: the density is that of z, but for the constant.
    expect(mahalanobis(far, [1e9 + 0.5]).data[0]).toBe(mahalanobis(third, [0.25]).data[0]);
  });

  it('keeps a shared covariance one object, and others apart', () => {
    fc.assert(
      fc.property(mapped, ({ mixture, coordinates }) => {
        for (const image of [mapMixture(mixture, coordinates), unmapMixture(mixture, coordinates)]) {
          expect(sharing(image)).toEqual(sharing(mixture));
        }
      }),
    );
  });

  it('leaves its arguments as they were', () => {
    fc.assert(
      fc.property(mapped, ({ mixture, coordinates }) => {
        const before = structuredClone({ mixture, coordinates });
        mapMixture(mixture, coordinates);
        unmapMixture(mixture, coordinates);
        expect({ mixture, coordinates }).toEqual(before);
      }),
    );
  });
});

describe('unmapMixture', () => {
  it('undoes mapMixture, and is undone by it', () => {
    fc.assert(
      fc.property(mapped, ({ mixture, coordinates }) => {
        expectSame(unmapMixture(mapMixture(mixture, coordinates), coordinates), mixture);
        expectSame(mapMixture(unmapMixture(mixture, coordinates), coordinates), mixture);
      }),
    );
  });

  it('has the origin at zero', () => {
    const map: LinearMap = { kind: 'scale', dimension: 2, factor: 4 };
    const image = unmapMixture(PLANE, { origin: Float64Array.of(1, 1), map });
    expect(image.origin).toEqual(Float64Array.of(0, 0));
    expect(image.means).toEqual([Float64Array.of(-0.25, -0.25), Float64Array.of(0.5, -0.5)]);
    expect(image.offsets).toEqual(image.means);
  });
});

describe('logDeterminantOfMap', () => {
  it('is the logarithm of the product of the diagonal', () => {
    const worked: [LinearMap, number][] = [
      [{ kind: 'scale', dimension: 3, factor: 2 }, 8],
      [{ kind: 'columns', factors: Float64Array.of(0.5, 4, 3) }, 6],
      [{ kind: 'triangular', dimension: 2, factor: Float64Array.of(5, 0, 7, 2) }, 10],
    ];
    for (const [map, determinant] of worked) {
      expect(Math.abs(logDeterminantOfMap(map) - Math.log(determinant))).toBeLessThan(1e-15);
    }
  });

  it('does not overflow where the determinant does', () => {
    const logDeterminant = logDeterminantOfMap({ kind: 'scale', dimension: 100, factor: 1e300 });
    expect(Math.abs(logDeterminant / (30000 * Math.LN10) - 1)).toBeLessThan(1e-13);
  });
});

/** x = c + T z for each row. */
function pointsOf(z: Matrix, { origin, map }: Coordinates): Matrix {
  const x = createMatrix(z.rows, z.columns);
  for (let i = 0; i < z.rows; i++) {
    const row = x.data.subarray(i * z.columns, (i + 1) * z.columns);
    applyMapInto(row, z.data.subarray(i * z.columns, (i + 1) * z.columns), map);
    for (let j = 0; j < row.length; j++) row[j]! += origin[j]!;
  }
  return x;
}

/** For each component, the first whose covariance is the same object. */
function sharing({ covariances }: Mixture): number[] {
  return covariances.map((covariance) => covariances.indexOf(covariance));
}

function expectSame(ours: Mixture, expected: Mixture): void {
  expect([...ours.weights]).toEqual([...expected.weights]);
  for (const [k, mean] of expected.means.entries()) {
    expectWithin(ours.means[k]!, mean, () => ROUNDING);
    const covariance = toDense(expected.covariances[k]!);
    expectWithin(toDense(ours.covariances[k]!), covariance, () => ROUNDING);
  }
}
