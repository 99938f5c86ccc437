import { toDense } from '@gaussmix/covariance';
import { type Mixture, predict, predictProba, scoreSamples } from '@gaussmix/distributions';
import { describe, expect, test } from 'vitest';
import { fitMixture } from '../src/index.ts';
import { correctDigits, flatMeans } from './support/closeness.ts';
import { reference, rowsOf } from './support/csv.ts';

interface SklearnCase {
  readonly dataset: string;
  readonly columns: string[];
  readonly components: number;
  readonly covarianceType: 'full' | 'tied' | 'diag' | 'spherical';
  readonly iterations: number;
  readonly regCovar: number;
  readonly start: { rows: number[]; variances: number[]; sphericalVariance: number };
  readonly weights: number[];
  readonly means: number[][];
  readonly covariances: number[] | number[][] | number[][][];
  readonly meanLogLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly posteriorsOfFirst5Rows: number[][];
  readonly logDensityOfFirst5Rows: number[];
  readonly labelCounts: number[];
}

// Both programs round in their own order; 1e-9 relative is what the comparison is asked to hold.
const DIGITS = 9;

/** The numbers that scikit-learn keeps of each kind of covariance. */
const kept: Record<SklearnCase['covarianceType'], (mixture: Mixture) => number[]> = {
  full: ({ covariances }) => covariances.flatMap((covariance) => [...toDense(covariance)]),
  tied: ({ covariances }) => [...toDense(covariances[0]!)],
  diag: ({ covariances, dimension: d }) =>
    covariances.flatMap((covariance) => Array.from({ length: d }, (_, j) => toDense(covariance)[j * d + j]!)),
  spherical: ({ covariances }) => covariances.map((covariance) => toDense(covariance)[0]!),
};

const { cases } = reference<{ cases: SklearnCase[] }>('sklearn-reference.json');

describe.each(cases)(
  'agrees with scikit-learn: $dataset $covarianceType, $components components, $iterations iterations',
  (expected) => {
    const x = rowsOf(expected.dataset, expected.columns);
    const { components, covarianceType, start } = expected;
    const covariance = covarianceType === 'spherical' ? start.sphericalVariance : start.variances;
    const fit = fitMixture(x, {
      components,
      covariance: covarianceType,
      regularization: expected.regCovar,
      tolerance: 0,
      maxIterations: expected.iterations,
      initial: { means: start.rows.map((i) => x[i]!), covariances: start.rows.map(() => covariance) },
    });

    test('in its parameters', () => {
      expect(correctDigits(fit.mixture.weights, expected.weights)).toBeGreaterThan(DIGITS);
      expect(correctDigits(flatMeans(fit.mixture), expected.means.flat())).toBeGreaterThan(DIGITS);
      const covariances = (expected.covariances as number[]).flat(2);
      expect(correctDigits(kept[covarianceType](fit.mixture), covariances)).toBeGreaterThan(DIGITS);
    });

    test('in likelihood, AIC and BIC', () => {
      const aic = 2 * fit.parameters - 2 * fit.logLikelihood;
      const bic = Math.log(fit.rows) * fit.parameters - 2 * fit.logLikelihood;
      const got = [fit.logLikelihood / fit.rows, aic, bic];
      expect(correctDigits(got, [expected.meanLogLikelihood, expected.aic, expected.bic])).toBeGreaterThan(
        DIGITS,
      );
    });

    test('in posteriors, densities and labels', () => {
      const first = x.slice(0, 5);
      const posteriors = predictProba(fit.mixture, first).data;
      expect(correctDigits(posteriors, expected.posteriorsOfFirst5Rows.flat())).toBeGreaterThan(DIGITS);
      const densities = scoreSamples(fit.mixture, first);
      expect(correctDigits(densities, expected.logDensityOfFirst5Rows)).toBeGreaterThan(DIGITS);
      const counts = new Array<number>(components).fill(0);
      for (const label of predict(fit.mixture, x)) counts[label]!++;
      expect(counts).toEqual(expected.labelCounts);
    });
  },
);
