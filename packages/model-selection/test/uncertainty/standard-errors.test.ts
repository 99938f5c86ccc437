import {
  type CovarianceStructure,
  covarianceFromDense,
  factorAnalyzers,
  fixed,
  spherical,
  toDense,
  VEE,
  VEI,
} from '@gaussmix/covariance';
import { createMixture, sample } from '@gaussmix/distributions';
import { fitMixture, type StructureLike } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { type StandardErrors, standardErrors } from '../../src/index.ts';
import { readReference } from '../read-reference.ts';
import { varyingVolume, varyingVolumeOriented } from './varying-volume.ts';

interface Case {
  title: string;
  covariance: string;
  weights: 'free' | 'equal';
  rows: number[][];
  components: number;
  logLikelihood: number;
  parameters: number;
  /** Weights, means, lower triangles. */
  estimates: number[];
  standardErrors: number[];
  parameterCovariance: number[][];
}

const { cases } = readReference<{ cases: Case[] }>('standard-errors.json');

/** The covariances that the reference takes as given. */
const given = [
  covarianceFromDense(Float64Array.of(0.1, 0.5, 0.5, 30), 2),
  covarianceFromDense(Float64Array.of(0.2, 0, 0, 40), 2),
];

/** Structures of each family: of some, another's beside the package's own. */
const structures: Record<string, readonly StructureLike[]> = {
  full: ['full'],
  tied: ['tied'],
  diag: ['diag'],
  spherical: ['spherical'],
  'varying-volume': [VEI, varyingVolume],
  'varying-volume-oriented': [VEE, varyingVolumeOriented],
  'one-factor': [factorAnalyzers(1)],
  fixed: [fixed(given)],
};

/** The maximum, as the reference has it, to all digits that EM can find. */
function fitOf({ rows, components, weights, estimates }: Case, covariance: StructureLike) {
  const d = rows[0]!.length;
  const triangle = (d * (d + 1)) / 2;
  const each = Array.from({ length: components }, (_, k) => k);
  const covariances = each.map((k) => {
    const first = components * (1 + d) + k * triangle;
    const entry = (i: number, j: number) =>
      estimates[first + (Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]!;
    return Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => entry(i, j)));
  });
  const initial = {
    weights: estimates.slice(0, components),
    means: each.map((k) => estimates.slice(components + k * d, components + (k + 1) * d)),
    covariances,
  };
  return fitMixture(rows, { initial, covariance, weights, tolerance: 1e-15 });
}

/** All entries in the order of the reference. */
function flat({ weights, means, covariances }: StandardErrors): number[] {
  const triangles = covariances.flatMap(({ data, columns: d }) =>
    Array.from(data).filter((_, at) => at % d <= Math.floor(at / d)),
  );
  return [...weights, ...means.flatMap((mean) => Array.from(mean)), ...triangles];
}

/**
 * What differences of `estimate` leave, and its inner loop, as a share: those here stop where rounding does. A structure
 * that only climbs stops 1e-15 nats per row below the maximum, 3e-7 standard errors from it.
 */
const agreementOf = ({ covariance }: Case): number => (covariance === 'one-factor' ? 1e-6 : 1e-9);

const settings = cases.flatMap((reference) =>
  structures[reference.covariance]!.map((structure) => ({ ...reference, reference, structure })),
);

describe('Standard errors are those of the second derivatives of the log-likelihood in 40 digits', () => {
  test.each(settings)('$title, $structure.name', ({ reference, structure: covariance }) => {
    const { weights, rows } = reference;
    const fit = fitOf(reference, covariance);
    const errors = standardErrors(fit, rows, { covariance, weights });
    expect(Math.abs(fit.logLikelihood / reference.logLikelihood - 1)).toBeLessThan(1e-12);
    expect(errors.parameters).toBe(reference.parameters);
    const scales = reference.standardErrors;
    const agreement = agreementOf(reference);
    for (const [i, error] of flat(errors).entries()) {
      expect(Math.abs(error - scales[i]!)).toBeLessThanOrEqual(agreement * scales[i]!);
    }
    const { data, rows: p } = errors.parameterCovariance;
    for (const [at, entry] of data.entries()) {
      const [i, j] = [Math.floor(at / p), at % p];
      const difference = Math.abs(entry - reference.parameterCovariance[i]![j]!);
      expect(difference).toBeLessThanOrEqual(agreement * scales[i]! * scales[j]!);
    }
  });
});

test('For one normal they are sigma / sqrt(n) and sigma^2 sqrt(2 / n).', () => {
  const x = [1, 2, 4, 4.5, 7, 8, 8.5, 13];
  const mean = 6; // 48 / 8
  const variance = x.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 8;
  const { weights, means, covariances, information } = standardErrors(fitMixture(x, { components: 1 }), x);
  expect(weights[0]).toBe(0);
  expect(means[0]![0]! / Math.sqrt(variance / 8)).toBeCloseTo(1, 12);
  expect(covariances[0]!.data[0]! / (variance * Math.sqrt(2 / 8))).toBeCloseTo(1, 12);
  expect([information.smallest, information.largest].map((value) => value.toFixed(10))).toEqual([
    '1.0000000000',
    '1.0000000000',
  ]);
});

test('For one normal in two dimensions a covariance has the error sqrt((s_ii s_jj + s_ij^2) / n).', () => {
  // Anderson (2003), theorem 3.4.4: the entries of a Wishart matrix.
  const { rows: x } = sample(skewed, 50, { seed: 1 });
  const { mixture } = fitMixture(x, { components: 1 });
  const [a = 0, c = 0, , b = 0] = toDense(mixture.covariances[0]!);
  const { data } = standardErrors(mixture, x).covariances[0]!;
  const expected = [2 * a * a, a * b + c * c, a * b + c * c, 2 * b * b].map((v) => Math.sqrt(v / 50));
  expected.forEach((value, at) => {
    expect(data[at]! / value).toBeCloseTo(1, 10);
  });
});

const skewed = createMixture({
  weights: [1],
  means: [[1e3, -2]],
  covariances: [covarianceFromDense(Float64Array.of(4, 1, 1, 0.5), 2)],
});

test('Units and shifts change the errors as they change the parameters.', () => {
  const reference = cases.find(({ title }) => title === 'two components in two dimensions, full')!;
  const moved = reference.rows.map(([a = 0, b = 0]) => [1e6 + 1024 * a, b / 4096]);
  const options = { components: 2, seed: 3, tolerance: 1e-14 };
  const here = standardErrors(fitMixture(reference.rows, options), reference.rows);
  const there = standardErrors(fitMixture(moved, options), moved);
  for (const k of [0, 1]) {
    expect(there.weights[k]! / here.weights[k]!).toBeCloseTo(1, 6);
    expect(there.means[k]![0]! / here.means[k]![0]! / 1024).toBeCloseTo(1, 6);
    expect(there.covariances[k]!.data[1]! / here.covariances[k]!.data[1]!).toBeCloseTo(1 / 4, 6);
    expect((there.covariances[k]!.data[3]! / here.covariances[k]!.data[3]!) * 4096 * 4096).toBeCloseTo(1, 6);
  }
});

test('They are how far estimates do scatter from sample to sample.', () => {
  const truth = createMixture({
    weights: [0.6, 0.4],
    means: [[0], [3]],
    covariances: [0.8, 1].map((variance) => ({ form: 'identity', dimension: 1, variance })),
  });
  const samples = 200;
  const estimates: number[][] = [];
  const claims: number[][] = [];
  for (let seed = 0; seed < samples; seed++) {
    const { rows } = sample(truth, 600, { seed });
    const fit = fitMixture(rows, { initial: truth });
    const { mixture } = fit;
    const errors = standardErrors(fit, rows);
    estimates.push([mixture.weights[0]!, ...mixture.means.map(([mean = 0]) => mean)]);
    claims.push([errors.weights[0]!, ...errors.means.map(([error = 0]) => error)]);
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / samples;
  for (const j of [0, 1, 2]) {
    const center = mean(estimates.map((row) => row[j]!));
    const spread = Math.sqrt(mean(estimates.map((row) => (row[j]! - center) * (row[j]! - center))));
    const claimed = Math.sqrt(mean(claims.map((row) => row[j]! * row[j]!)));
    // A standard deviation of 200 samples is known to 1 / sqrt(400), 5 in 100; three times that.
    expect(Math.abs(spread / claimed - 1)).toBeLessThan(3 / Math.sqrt(2 * samples));
  }
});

test('They are plain data.', () => {
  const x = [1, 2, 4, 4.5, 7, 8, 8.5, 13];
  const errors = standardErrors(fitMixture(x, { components: 1 }), x);
  expect(structuredClone(errors)).toEqual(errors);
});

describe('What has no standard errors is refused', () => {
  const x = cases[0]!.rows;
  const fit = fitMixture(x, { components: 2, covariance: 'tied' });
  const refusing = (...given: Parameters<typeof standardErrors>) => expect(() => standardErrors(...given));

  test('a covariance that it was not fitted with', () => {
    refusing(fit, x).toThrow(
      new GaussmixError(
        'parameters',
        'standardErrors: covariance and weights must be those of the fit, which has 4 free parameters, got options ' +
          'that make 5. Try the options that were given to fitMixture.',
      ),
    );
  });

  test('a mixture that is not at a maximum', () => {
    const early = createMixture({
      weights: [1],
      means: [[2]],
      covariances: [{ form: 'identity', dimension: 1, variance: 2 }],
    });
    // One component is known, so that the information is that of complete data: in units of it the mean has the score
    // n (m - 2) / sqrt(2 n) = sqrt(2), the variance (14 / 2 - n) / sqrt(2 n) = 3 / sqrt(8), together sqrt(25 / 8).
    refusing(early, [1, 2, 4, 5]).toThrow(
      new GaussmixError(
        'information',
        'standardErrors: the mixture must be at a maximum of the likelihood of x, got one that is 1.77 standard ' +
          'errors away from it. Try a smaller tolerance or more iterations, without regularization, and give the ' +
          'covariance and weights that it was fitted with.',
      ),
    );
  });

  test('a saddle', () => {
    // Both components are the whole data's normal: whatever parts them costs nothing yet, so that two eigenvalues are 0.
    const mean = x.reduce((sum, [value = 0]) => sum + value, 0) / x.length;
    const variance = x.reduce((sum, [value = 0]) => sum + (value - mean) * (value - mean), 0) / x.length;
    const whole = { form: 'identity', dimension: 1, variance } as const;
    const saddle = createMixture({
      weights: [0.5, 0.5],
      means: [[mean], [mean]],
      covariances: [whole, whole],
    });
    refusing(saddle, x, { covariance: 'tied' }).toThrow(
      new RegExp(
        '^standardErrors: the observed information must be positive definite, got -?[0-9.]+e-[0-9]+ for its least ' +
          'eigenvalue as a share of complete data. The rows do not determine all parameters, or the fit ended at a ' +
          'saddle. Try more iterations, fewer components or a simpler covariance.$',
      ),
    );
  });

  test('a component that collapsed', () => {
    const rows = [0, 0.5, 1, 1.2, 2, 2.2, 9, 9];
    const collapsed = fitMixture(rows, { initial: { labels: [0, 0, 0, 0, 0, 0, 1, 1] } });
    refusing(collapsed, rows).toThrow(
      new GaussmixError(
        'collapsed',
        'standardErrors: no component may have collapsed, got component 2 of 2, whose covariance was held up: the ' +
          'likelihood has no maximum there. Try fewer components or a simpler covariance.',
      ),
    );
  });

  test('a component without rows', () => {
    const { mixture } = fitMixture(x, { components: 1 });
    const far = createMixture({
      weights: [0.75, 0.25],
      means: [mixture.means[0]!, [1e6]],
      covariances: [mixture.covariances[0]!, mixture.covariances[0]!],
    });
    refusing(far, x).toThrow(
      new GaussmixError(
        'information',
        'standardErrors: every component must hold rows of x, got 0.00 rows in component 2. Try the rows that the ' +
          'mixture was fitted to.',
      ),
    );
  });

  test('rows of another width', () => {
    refusing(fit, [[1, 2, 3]], { covariance: 'tied' }).toThrow(
      new GaussmixError('shape', 'standardErrors: x must have as many columns as the mixture (1), got 3.'),
    );
  });

  test('a structure whose parameters are not what it counts', () => {
    const boastful: CovarianceStructure = { ...spherical, parameterCount: () => 2 };
    const rows = cases.find(({ title }) => title === 'two components in two dimensions, full')!.rows;
    const { mixture } = fitMixture(rows, { components: 1, covariance: 'spherical' });
    refusing(mixture, rows, { covariance: boastful }).toThrow(
      new GaussmixError(
        'information',
        'standardErrors: the covariances must be able to move in as many ways as their family has parameters (2), ' +
          'got 1. Where the family is not smooth, as where directions of equal variance have no orientation, try a ' +
          'simpler covariance, or bootstrapIntervals.',
      ),
    );
  });
});
