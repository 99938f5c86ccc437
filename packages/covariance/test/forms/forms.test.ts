import { describe, expect, test } from 'vitest';
import type { Covariance } from '../../src/covariance.ts';
import type { CovarianceJSON } from '../../src/covariance-json.ts';
import { covarianceToJSON } from '../../src/covariance-to-json.ts';
import {
  deviationsOf,
  dimensionOf,
  leastVariance,
  logDeterminant,
  toDense,
  toFactor,
} from '../../src/form-of.ts';
import { unwhitenInto, whitenRowsInto } from '../../src/whiten.ts';

/** A covariance, and what it must answer. Every number is small enough to be exact. */
interface Example {
  readonly name: string;
  readonly covariance: Covariance;
  readonly matrix: readonly number[];
  readonly factor: readonly number[];
  readonly determinant: number;
  /** A row, and the row whitened. */
  readonly row: readonly number[];
  readonly whitened: readonly number[];
  readonly leastVariance: number;
  readonly deviations: readonly number[] | undefined;
  readonly json: CovarianceJSON;
}

const examples: Example[] = [
  {
    name: 'identity, d = 1',
    covariance: { form: 'identity', dimension: 1, variance: 9 },
    ...{ matrix: [9], factor: [3], determinant: 9, row: [6], whitened: [2] },
    ...{ leastVariance: 9, deviations: [3] },
    json: { kind: 'identity', variance: 9, dimension: 1 },
  },
  {
    name: 'identity, d = 2',
    covariance: { form: 'identity', dimension: 2, variance: 0.25 },
    ...{ matrix: [0.25, 0, 0, 0.25], factor: [0.5, 0, 0, 0.5], determinant: 1 / 16 },
    ...{ row: [1, -3], whitened: [2, -6], leastVariance: 0.25, deviations: [0.5, 0.5] },
    json: { kind: 'identity', variance: 0.25, dimension: 2 },
  },
  {
    name: 'identity, d = 3',
    covariance: { form: 'identity', dimension: 3, variance: 4 },
    ...{ matrix: [4, 0, 0, 0, 4, 0, 0, 0, 4], factor: [2, 0, 0, 0, 2, 0, 0, 0, 2], determinant: 64 },
    ...{ row: [2, -4, 7], whitened: [1, -2, 3.5], leastVariance: 4, deviations: [2, 2, 2] },
    json: { kind: 'identity', variance: 4, dimension: 3 },
  },
  {
    name: 'diagonal, d = 1',
    covariance: { form: 'diagonal', variances: Float64Array.of(9) },
    ...{ matrix: [9], factor: [3], determinant: 9, row: [6], whitened: [2] },
    ...{ leastVariance: 9, deviations: [3] },
    json: { kind: 'diagonal', variances: [9] },
  },
  {
    name: 'diagonal, d = 2',
    covariance: { form: 'diagonal', variances: Float64Array.of(0.25, 16) },
    ...{ matrix: [0.25, 0, 0, 16], factor: [0.5, 0, 0, 4], determinant: 4 },
    ...{ row: [1, -6], whitened: [2, -1.5], leastVariance: 0.25, deviations: [0.5, 4] },
    json: { kind: 'diagonal', variances: [0.25, 16] },
  },
  {
    name: 'diagonal, d = 3',
    covariance: { form: 'diagonal', variances: Float64Array.of(4, 9, 0.25) },
    ...{ matrix: [4, 0, 0, 0, 9, 0, 0, 0, 0.25], factor: [2, 0, 0, 0, 3, 0, 0, 0, 0.5], determinant: 9 },
    ...{ row: [4, 6, 1], whitened: [2, 2, 2], leastVariance: 0.25, deviations: [2, 3, 0.5] },
    json: { kind: 'diagonal', variances: [4, 9, 0.25] },
  },
  {
    name: 'dense, d = 1',
    covariance: { form: 'dense', dimension: 1, factor: Float64Array.of(4) },
    ...{ matrix: [16], factor: [4], determinant: 16, row: [6], whitened: [1.5] },
    ...{ leastVariance: 16, deviations: undefined },
    json: { kind: 'dense', matrix: [[16]], factor: [[4]] },
  },
  {
    // Sigma^-1 = [5 -2; -2 4] / 16 has trace 9/16; the eigenvalues are (9 +- sqrt 17) / 2, the least 2.44.
    name: 'dense, d = 2',
    covariance: { form: 'dense', dimension: 2, factor: Float64Array.of(2, 0, 1, 2) },
    ...{ matrix: [4, 2, 2, 5], factor: [2, 0, 1, 2], determinant: 16 },
    ...{ row: [2, 5], whitened: [1, 2], leastVariance: 16 / 9, deviations: undefined },
    json: {
      kind: 'dense',
      matrix: [
        [4, 2],
        [2, 5],
      ],
      factor: [
        [2, 0],
        [1, 2],
      ],
    },
  },
  {
    // L^-1 = [1/2 0 0; -1/4 1/2 0; 1 -1 1], the sum of whose squares is 57/16.
    name: 'dense, d = 3',
    covariance: { form: 'dense', dimension: 3, factor: Float64Array.of(2, 0, 0, 1, 2, 0, -1, 2, 1) },
    ...{ matrix: [4, 2, -2, 2, 5, 3, -2, 3, 6], factor: [2, 0, 0, 1, 2, 0, -1, 2, 1], determinant: 16 },
    ...{ row: [2, -1, -1], whitened: [1, -1, 2], leastVariance: 16 / 57, deviations: undefined },
    json: {
      kind: 'dense',
      matrix: [
        [4, 2, -2],
        [2, 5, 3],
        [-2, 3, 6],
      ],
      factor: [
        [2, 0, 0],
        [1, 2, 0],
        [-1, 2, 1],
      ],
    },
  },
];

/** log is right to an ulp; d of them are added. */
const rounding = 2e-15;

describe.each(examples)('$name', (example) => {
  const { covariance } = example;
  const d = example.row.length;

  test('has its dimension, matrix and factor', () => {
    expect(dimensionOf(covariance)).toBe(d);
    expect(toDense(covariance)).toEqual(Float64Array.from(example.matrix));
    expect(toFactor(covariance)).toEqual(Float64Array.from(example.factor));
  });

  test('has the logarithm of its determinant', () => {
    expect(Math.abs(logDeterminant(covariance) - Math.log(example.determinant))).toBeLessThan(rounding);
  });

  test('whitens rows and unwhitens one', () => {
    const rows = Float64Array.from([...example.row, ...example.row.map((x) => -2 * x)]);
    const whitened = new Float64Array(2 * d);
    whitenRowsInto(whitened, rows, covariance);
    expect(whitened).toEqual(
      Float64Array.from([...example.whitened, ...example.whitened.map((y) => -2 * y)]),
    );
    const row = new Float64Array(d);
    unwhitenInto(row, Float64Array.from(example.whitened), covariance);
    expect(row).toEqual(Float64Array.from(example.row));
  });

  test('whitens and unwhitens in place', () => {
    const row = Float64Array.from(example.row);
    whitenRowsInto(row, row, covariance);
    expect(row).toEqual(Float64Array.from(example.whitened));
    unwhitenInto(row, row, covariance);
    expect(row).toEqual(Float64Array.from(example.row));
  });

  test('has a least variance, and deviations when it is diagonal', () => {
    expect(leastVariance(covariance)).toBeCloseTo(example.leastVariance, 15);
    const deviations = deviationsOf(covariance);
    expect(deviations && Array.from(deviations)).toEqual(example.deviations);
  });

  test('is spelled in JSON', () => {
    expect(covarianceToJSON(covariance)).toEqual(example.json);
  });
});
