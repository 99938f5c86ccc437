import type { Covariance } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '../src/index.ts';
import { readJson } from './read-reference.ts';

/** What hard_cases.py says of one row. */
export interface HardRow {
  readonly row: number[];
  readonly componentLogDensities: number[];
  /** Bounds on the error of log-densities. */
  readonly slack: number[];
  readonly mahalanobis: number[];
  readonly distanceSlack: number[];
  readonly posteriors: number[];
  readonly logDensity: number;
  readonly label: number;
}

/** A mixture and rows that are hard on doubles. */
export interface HardCase {
  readonly title: string;
  readonly mixture: Mixture;
  readonly rows: readonly HardRow[];
}

/** A normal distribution at one point. */
export interface HardNormal {
  readonly x: number;
  readonly mean: number;
  readonly variance: number;
  readonly logDensity: number;
  readonly density: number;
  /** A bound on the error of the log-density. */
  readonly slack: number;
}

type Written = number | 'Infinity' | '-Infinity';

type WrittenCovariance =
  | { form: 'identity'; variance: number }
  | { form: 'diagonal'; variances: number[] }
  | { form: 'dense'; factor: number[][] };

interface WrittenCase {
  title: string;
  mixture: {
    weights: number[];
    means: number[][];
    covariances: WrittenCovariance[];
    origin?: number[];
    offsets?: number[][];
    shared?: boolean;
  };
  rows: { [Key in keyof HardRow]: HardRow[Key] extends number ? Written : Written[] }[];
}

/** Every case of hard-cases.json. */
export function readHardCases(): HardCase[] {
  return readJson<{ cases: WrittenCase[] }>('hard-cases.json').cases.map(({ title, mixture, rows }) => ({
    title,
    mixture: mixtureOf(mixture),
    rows: rows.map((row) => ({
      row: row.row.map(Number),
      componentLogDensities: row.componentLogDensities.map(Number),
      slack: row.slack.map(Number),
      mahalanobis: row.mahalanobis.map(Number),
      distanceSlack: row.distanceSlack.map(Number),
      posteriors: row.posteriors.map(Number),
      logDensity: Number(row.logDensity),
      label: Number(row.label),
    })),
  }));
}

/** Every density of one variable in hard-cases.json. */
export function readHardNormals(): HardNormal[] {
  return readJson<{ normals: HardNormal[] }>('hard-cases.json').normals;
}

function mixtureOf({
  weights,
  means,
  covariances,
  origin,
  offsets,
  shared,
}: WrittenCase['mixture']): Mixture {
  const each = covariances.map((covariance) => covarianceOf(covariance, means[0]!.length));
  return createMixture({
    weights,
    means,
    covariances: shared ? weights.map(() => each[0]!) : each,
    ...(origin && { origin }),
    ...(offsets && { offsets }),
  });
}

function covarianceOf(written: WrittenCovariance, dimension: number): Covariance {
  if (written.form === 'identity') return { ...written, dimension };
  if (written.form === 'diagonal') return { ...written, variances: Float64Array.from(written.variances) };
  const factor = new Float64Array(dimension * dimension);
  for (const [i, row] of written.factor.entries()) factor.set(row, i * dimension);
  return { form: 'dense', dimension, factor };
}
