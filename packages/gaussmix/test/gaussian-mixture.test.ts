import { fixed } from '@gaussmix/covariance';
import { predict, sample } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { GaussianMixture } from '../src/gaussian-mixture.ts';
import { readRows } from './read-reference.ts';

const x = readRows('faithful.csv', ['eruptions', 'waiting']);

describe('Without options', () => {
  const gmm = new GaussianMixture().fit(x);

  test('it has one component with the mean and the covariance of the rows, divisor n', () => {
    // R, options(digits = 16): colMeans(faithful); cov(faithful) * 271 / 272
    expect(gmm.weights).toEqual([1]);
    expect(gmm.means[0]![0]).toBeCloseTo(3.487783088235294, 12);
    expect(gmm.means[0]![1]).toBeCloseTo(70.897058823529406, 12);
    expect(gmm.covariances[0]![0]![0]).toBeCloseTo(1.297938890449286, 12);
    expect(gmm.covariances[0]![0]![1]).toBeCloseTo(13.92641884731834, 12);
    expect(gmm.covariances[0]![1]![1]).toBeCloseTo(184.14381487889273, 11);
  });

  test('it labels every row 0, with certainty', () => {
    expect(gmm.predict(x)).toEqual(new Int32Array(272));
    expect(gmm.predictProba(x)).toEqual({ data: new Float64Array(272).fill(1), rows: 272, columns: 1 });
  });
});

describe('With options', () => {
  const options = { components: 2, covarianceType: 'diag', seed: 7, restarts: 3 } as const;
  const gmm = new GaussianMixture(options).fit(x);
  const { covarianceType: covariance, ...rest } = options;
  const fit = fitMixture(x, { ...rest, covariance });

  test('it holds the fit that fitMixture returns, as plain data', () => {
    expect(gmm.fitted).toEqual(fit);
    expect(gmm.mixture).toBe(gmm.fitted.mixture);
    expect(structuredClone(gmm.fitted)).toEqual(fit);
    expect([gmm.converged, gmm.iterations, gmm.logLikelihood]).toEqual([
      fit.converged,
      fit.iterations,
      fit.logLikelihood,
    ]);
  });

  test('covariance is another word for covarianceType', () => {
    expect(new GaussianMixture({ ...rest, covariance }).fit(x).fitted).toEqual(fit);
  });

  test('means and covariances are plain arrays, d x d whatever the structure', () => {
    expect(gmm.means).toEqual(fit.mixture.means.map((mean) => [...mean]));
    expect(gmm.covariances.map((matrix) => matrix.map((row) => row.length))).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(gmm.covariances.map((matrix) => [matrix[0]![1], matrix[1]![0]])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('fitPredict is fit, then predict', () => {
    const another = new GaussianMixture(options);
    expect(another.fitPredict(x)).toEqual(predict(fit.mixture, x));
    expect(another.fitted).toEqual(fit);
  });

  test('score is the mean of scoreSamples', () => {
    const rows = x.slice(0, 2);
    const [first, second] = gmm.scoreSamples(rows);
    expect(gmm.score(rows)).toBe((first! + second!) / 2);
  });

  test('bic and aic judge whatever rows they are given', () => {
    const rows = x.slice(0, 100);
    // Two components in two dimensions: 1 weight, 4 means, 4 variances.
    expect(gmm.aic(rows)).toBeCloseTo(-200 * gmm.score(rows) + 18, 9);
    expect(gmm.bic(rows)).toBeCloseTo(-200 * gmm.score(rows) + 9 * Math.log(100), 9);
  });

  test('sample draws by the seed of the fit, or by its own', () => {
    expect(gmm.sample(5)).toEqual(sample(fit.mixture, 5, { seed: 7 }));
    expect(gmm.sample(5, { seed: 8 })).toEqual(sample(fit.mixture, 5, { seed: 8 }));
    expect(gmm.sample(5, { seed: 8 })).not.toEqual(gmm.sample(5));
  });
});

test('A given start says how many components there are.', () => {
  const gmm = new GaussianMixture({
    initial: {
      means: [
        [2, 55],
        [4, 80],
      ],
    },
  }).fit(x);
  expect(gmm.means).toHaveLength(2);
  expect(gmm.means[0]![0]).toBeLessThan(gmm.means[1]![0]!);
});

test('A structure object will do for covarianceType.', () => {
  const unit = fixed({ form: 'identity', dimension: 2, variance: 1 });
  const gmm = new GaussianMixture({ components: 2, covarianceType: unit }).fit(x);
  expect(gmm.fitted.structure).toBe(unit.name);
  expect(gmm.covariances).toEqual([
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 0],
      [0, 1],
    ],
  ]);
});

test('Fitting again forgets the fit before, unless the new one fails.', () => {
  const gmm = new GaussianMixture({ covarianceType: 'diag' }).fit([1, 3]);
  expect(gmm.fit([5, 9]).means).toEqual([[7]]);
  expect(() => gmm.fit([1, Number.NaN])).toThrow('fitMixture: x must hold finite numbers');
  expect(gmm.means).toEqual([[7]]);
});

describe('Before the first fit', () => {
  const asked: [string, (gmm: GaussianMixture) => unknown][] = [
    ['predict', (gmm) => gmm.predict(x)],
    ['predictProba', (gmm) => gmm.predictProba(x)],
    ['scoreSamples', (gmm) => gmm.scoreSamples(x)],
    ['score', (gmm) => gmm.score(x)],
    ['sample', (gmm) => gmm.sample(1)],
    ['bic', (gmm) => gmm.bic(x)],
    ['aic', (gmm) => gmm.aic(x)],
    ['fitted', (gmm) => gmm.fitted],
    ['mixture', (gmm) => gmm.mixture],
    ['weights', (gmm) => gmm.weights],
    ['means', (gmm) => gmm.means],
    ['covariances', (gmm) => gmm.covariances],
    ['converged', (gmm) => gmm.converged],
    ['iterations', (gmm) => gmm.iterations],
    ['logLikelihood', (gmm) => gmm.logLikelihood],
    ['lowerBound', (gmm) => gmm.lowerBound],
  ];

  test.each(asked)('%s says that fit has to be called', (member, ask) => {
    expect(() => ask(new GaussianMixture())).toThrow(
      new GaussmixError('not-fitted', `GaussianMixture.${member}: call fit(x) first.`),
    );
  });
});

test('Two words for the covariance at once are refused.', () => {
  expect(() => new GaussianMixture({ covariance: 'full', covarianceType: 'diag' })).toThrow(
    new GaussmixError(
      'covariance',
      'GaussianMixture: covarianceType and covariance must not both be given, as they mean the same.',
    ),
  );
});
