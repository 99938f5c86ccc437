import { diag, fixed, full, spherical, tied, toDense } from '@gaussmix/covariance';
import { predict } from '@gaussmix/distributions';
import { kmeans, lloyd } from '@gaussmix/kmeans';
import { describe, expect, test } from 'vitest';
import { eStep, fitMixture, type InitialName, mStep } from '../src/index.ts';
import { correctDigits, flatMeans, parametersOf } from './support/closeness.ts';
import { faithful, iris, reference, stretchedBlobs } from './support/csv.ts';

const recipes: readonly InitialName[] = ['kmeans', 'k-means++', 'random', 'random-from-data'];

describe.each(recipes)('the start "%s"', (initial) => {
  test('finds the best optimum of the stretched blobs', () => {
    const { stretchedBlobs: blobs } = reference<{ stretchedBlobs: { best: { meanLogLikelihood: number } } }>(
      'seeds.json',
    );
    const fit = fitMixture(stretchedBlobs(), { components: 4, initial });
    expect(fit.logLikelihood / 400).toBeGreaterThan(blobs.best.meanLogLikelihood - 1e-6);
  });

  test('gives the same bits for the same seed, and in the order of descending weight', () => {
    const options = { components: 3, initial, restarts: 2, seed: 7, maxIterations: 20 };
    const fit = fitMixture(iris(), options);
    expect(fitMixture(iris(), options)).toEqual(fit);
    expect([...fit.mixture.weights]).toEqual([...fit.mixture.weights].sort((a, b) => b - a));
  });
});

test('defaults find the best optimum of the stretched blobs from every one of a hundred seeds', () => {
  const { stretchedBlobs: blobs } = reference<{ stretchedBlobs: { best: { meanLogLikelihood: number } } }>(
    'seeds.json',
  );
  const x = stretchedBlobs();
  for (let seed = 0; seed < 100; seed++) {
    const fit = fitMixture(x, { components: 4, seed });
    expect(Math.abs(fit.logLikelihood / 400 - blobs.best.meanLogLikelihood)).toBeLessThan(1e-6);
  }
});

test('labels start with one M-step: means and scatter of each class', () => {
  const x = iris();
  const labels = x.map((_, i) => Math.floor(i / 50));
  const start = fitMixture(x, { components: 3, initial: { labels }, maxIterations: 0 });
  for (const k of [0, 1, 2]) {
    const rows = x.slice(k * 50, k * 50 + 50);
    const mean = [0, 1, 2, 3].map((j) => rows.reduce((sum, row) => sum + row[j]!, 0) / 50);
    const sigma = [0, 1, 2, 3].flatMap((i) =>
      [0, 1, 2, 3].map(
        (j) => rows.reduce((sum, row) => sum + (row[i]! - mean[i]!) * (row[j]! - mean[j]!), 0) / 50,
      ),
    );
    expect(correctDigits(start.mixture.means[k]!, mean)).toBeGreaterThan(13);
    expect(correctDigits(toDense(start.mixture.covariances[k]!), sigma)).toBeGreaterThan(12);
  }
  expect([start.iterations, start.trace.length]).toEqual([0, 1]);
});

test('responsibilities of 0 and 1 start as the same labels do', () => {
  const x = faithful();
  const labels = x.map(([, waiting]) => (waiting! > 70 ? 1 : 0));
  const responsibilities = labels.map((label) => [1 - label, label]);
  const fromLabels = fitMixture(x, { initial: { labels } });
  expect(fitMixture(x, { initial: { responsibilities } })).toEqual(fromLabels);
});

test('with a given start component k of the answer grows from component k of the start', () => {
  const low = [2, 55];
  const high = [4.3, 80];
  const fit = fitMixture(faithful(), { initial: { means: [low, high] } });
  const swapped = fitMixture(faithful(), { initial: { means: [high, low] } });
  expect(fit.mixture.means[0]![0]).toBeLessThan(fit.mixture.means[1]![0]!);
  expect(
    correctDigits(flatMeans(swapped.mixture), [...fit.mixture.means[1]!, ...fit.mixture.means[0]!]),
  ).toBeGreaterThan(6);
});

test('a fitted mixture is a start: no iteration gives it back, and going on goes on', () => {
  const x = faithful();
  const first = fitMixture(x, { initial: { means: [x[0]!, x[1]!] }, tolerance: 0, maxIterations: 5 });
  const same = fitMixture(x, { initial: first.mixture, maxIterations: 0 });
  expect(correctDigits(parametersOf(same.mixture), parametersOf(first.mixture))).toBeGreaterThan(14);
  const gone = fitMixture(x, { initial: first.mixture, tolerance: 0, maxIterations: 5 });
  const whole = fitMixture(x, { initial: { means: [x[0]!, x[1]!] }, tolerance: 0, maxIterations: 10 });
  expect(correctDigits(parametersOf(gone.mixture), parametersOf(whole.mixture))).toBeGreaterThan(12);
});

test('covariances are written as a variance, variances, a matrix or a form', () => {
  const x = faithful();
  const means = [x[0]!, x[1]!];
  const written = [
    [2, 2],
    [
      [2, 2],
      [2, 2],
    ],
    [
      [
        [2, 0],
        [0, 2],
      ],
      [
        [2, 0],
        [0, 2],
      ],
    ],
    [
      { form: 'identity', dimension: 2, variance: 2 },
      { form: 'diagonal', variances: Float64Array.of(2, 2) },
    ],
  ] as const;
  const fits = written.map((covariances) =>
    fitMixture(x, { initial: { means, covariances }, maxIterations: 3, tolerance: 0 }),
  );
  for (const fit of fits) {
    expect(correctDigits(parametersOf(fit.mixture), parametersOf(fits[0]!.mixture))).toBeGreaterThan(12);
  }
});

test.each([full, tied, diag, spherical])(
  'an E-step and an M-step by hand are one iteration: $name',
  (covariance) => {
    const x = iris();
    const options = { covariance, regularization: 1e-6 };
    const start = fitMixture(x, { ...options, components: 3, maxIterations: 2, tolerance: 0, restarts: 1 });
    const { responsibilities, logLikelihood } = eStep(start.mixture, x);
    expect(correctDigits([logLikelihood], [start.logLikelihood])).toBeGreaterThan(12);
    const byHand = mStep(x, responsibilities, options);
    const once = fitMixture(x, { ...options, initial: start.mixture, maxIterations: 1, tolerance: 0 });
    expect(correctDigits(parametersOf(byHand), parametersOf(once.mixture))).toBeGreaterThan(10);
  },
);

test('k-means is the special case of hard assignment, equal weights and one fixed spherical covariance', () => {
  for (const x of [iris(), faithful()]) {
    const means = [x[0]!, x[60]!, x[120]!];
    const byKmeans = kmeans(x, { clusters: 3, initial: means, restarts: 1 });
    const fit = fitMixture(x, {
      components: 3,
      covariance: fixed({ form: 'identity', dimension: x[0]!.length, variance: 0.7 }),
      assignment: 'hard',
      weights: 'equal',
      initial: { means },
    });
    expect(fit.converged).toBe(true);
    expect([...predict(fit.mixture, x)]).toEqual([...byKmeans.labels]);
    expect(correctDigits(flatMeans(fit.mixture), byKmeans.centers.data)).toBeGreaterThan(12);
    expect([...fit.mixture.weights]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(fit.parameters).toBe(3 * x[0]!.length);
  }
});

test('k-means and its special case agree step by step', () => {
  const x = faithful();
  const means = [x[0]!, x[1]!];
  const steps = [...lloyd(x, { centers: means })];
  for (const [t, step] of steps.slice(0, 4).entries()) {
    const fit = fitMixture(x, {
      covariance: fixed({ form: 'identity', dimension: 2, variance: 1 }),
      assignment: 'hard',
      weights: 'equal',
      initial: { means },
      tolerance: 0,
      maxIterations: t,
    });
    expect(correctDigits(flatMeans(fit.mixture), step.centers.data)).toBeGreaterThan(12);
  }
});
