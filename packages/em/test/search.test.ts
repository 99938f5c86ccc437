import { covarianceFromDense, toDense } from '@gaussmix/covariance';
import { createMixture, type Mixture, sample } from '@gaussmix/distributions';
import { describe, expect, test } from 'vitest';
import { efforts, fitMixture, splitAndMerge } from '../src/index.ts';
import { cheapestMerges, splitComponent } from '../src/search/reshape.ts';
import { iris as irisRows } from './support/csv.ts';

const three = createMixture({
  weights: [0.5, 0.3, 0.2],
  means: [
    [0, 0],
    [1, 0.5],
    [8, -4],
  ],
  covariances: [
    covarianceFromDense(Float64Array.of(2, 0.6, 0.6, 1), 2),
    covarianceFromDense(Float64Array.of(1, -0.2, -0.2, 0.5), 2),
    covarianceFromDense(Float64Array.of(0.3, 0, 0, 4), 2),
  ],
});

/** The mean and the covariance of what a mixture describes: E x and E (x - E x)(x - E x)^T. */
function momentsOf({ dimension: d, weights, means, covariances }: Mixture) {
  const mean = Array.from({ length: d }, (_, j) =>
    means.reduce((sum, own, k) => sum + weights[k]! * own[j]!, 0),
  );
  const covariance = Array.from({ length: d * d }, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    return means.reduce((sum, own, k) => {
      const apart = (own[i]! - mean[i]!) * (own[j]! - mean[j]!);
      return sum + weights[k]! * (toDense(covariances[k]!)[at]! + apart);
    }, 0);
  });
  return [...mean, ...covariance];
}

function expectClose(got: readonly number[], wanted: readonly number[]): void {
  for (const [at, value] of wanted.entries()) expect(got[at]).toBeCloseTo(value, 12);
}

describe('Moves', () => {
  test.each([0, 1, 2])('the halves of component %d have its moments', (k) => {
    const halves = splitComponent(three, k)!;
    expect(halves.weights.length).toBe(4);
    expectClose(momentsOf(halves), momentsOf(three));
  });

  test('two components give way to one with their moments, first those that lie closest', () => {
    const merges = cheapestMerges(three);
    expect(merges.map(({ weights }) => weights.length)).toEqual([2, 2, 2]);
    for (const merged of merges) expectClose(momentsOf(merged), momentsOf(three));
    expect(merges[0]!.weights[0]).toBeCloseTo(0.2, 12);
  });

  test('merging the halves of a component undoes the split', () => {
    const halves = splitComponent(three, 2)!;
    const again = cheapestMerges(halves).find(({ weights }) => Math.abs(weights[0]! - 0.5) < 1e-12)!;
    expectClose(momentsOf(again), momentsOf(three));
    expectClose([...again.means[2]!], [8, -4]);
    expectClose([...toDense(again.covariances[2]!)], [0.3, 0, 0, 4]);
  });
});

describe('The budget', () => {
  const iris = irisRows();

  test('must be one of three, or an object', () => {
    expect(() => fitMixture(iris, { components: 2, effort: 'enormous' as 'quick' })).toThrow(
      'fitMixture: effort must be "quick" or "normal" or "thorough", got "enormous"',
    );
    const own = fitMixture(iris, { components: 2, effort: { ...efforts.quick, starts: 3 } });
    expect(own.restarts.total).toBe(3);
  });

  test('is not spent where restarts are given, or a start', () => {
    expect(fitMixture(iris, { components: 2, restarts: 4 }).restarts.total).toBe(4);
    const initial = { means: [iris[0]!, iris[149]!] };
    expect(fitMixture(iris, { components: 2, initial }).restarts.total).toBe(1);
  });

  test('ends where half of a short run is no whole number of iterations', () => {
    const effort = { ...efforts.quick, shortRun: 5 };
    const fit = fitMixture(iris, { components: 3, effort, moves: splitAndMerge });
    expect(fit.converged).toBe(true);
  });

  test('the same seed gives the same bits', () => {
    const options = { components: 4, effort: 'quick', seed: 3 } as const;
    expect(fitMixture(iris, options)).toEqual(fitMixture(iris, options));
  });
});

describe('Suggestions', () => {
  const rows = sample(three, 400, { seed: 5 }).rows;
  const few = { ...efforts.quick, starts: 0 };
  const truth = fitMixture(rows, { components: 3, initial: three });

  test.each([
    ['one with as many components is where the fit ends', truth.mixture],
    [
      'one with fewer is split',
      fitMixture(rows, { components: 2, initial: cheapestMerges(three)[0]! }).mixture,
    ],
    ['one with a component more is merged', splitComponent(truth.mixture, 0)!],
  ])('%s', (_, suggestion) => {
    const fit = fitMixture(rows, {
      components: 3,
      effort: { ...few, grow: true },
      moves: splitAndMerge,
      suggestions: [suggestion],
    });
    expect(fit.logLikelihood).toBeGreaterThan(truth.logLikelihood - 1e-6);
  });
});

describe('Components that look spurious', () => {
  // Two groups of 60 rows, and six rows on a line a millionth wide across one of them.
  const groups = createMixture({
    weights: [0.5, 0.5],
    means: [
      [0, 0],
      [6, 0],
    ],
    covariances: [1, 1].map((variance) => ({ form: 'identity' as const, dimension: 2, variance })),
  });
  const { data } = sample(groups, 120, { seed: 1 }).rows;
  const rows = Array.from({ length: 120 }, (_, i) => [data[2 * i]!, data[2 * i + 1]!]);
  const line = Array.from({ length: 6 }, (_, i) => [0.3 * i - 0.8, 0.3 * i - 0.8 + 1e-6 * ((i * i) % 3)]);
  const x = [...rows, ...line];
  const labels = x.map((_, i) => (i >= 120 ? 2 : data[2 * i]! < 3 ? 0 : 1));

  test('are named, with how many rows they hold', () => {
    const fit = fitMixture(x, { initial: { labels } });
    expect(fit.warnings).toEqual([
      {
        code: 'thin',
        component: 2,
        message:
          "component 3 of 3 has, in one direction, less than a thousandth of the data's variance: a group that lies far " +
          `apart, or ${(fit.mixture.weights[2]! * 126).toPrecision(3)} rows that happen to lie close together. If the ` +
          'latter, try fewer components or a simpler covariance.',
      },
    ]);
  });

  test('do not win a search, though they are likelier', () => {
    const spurious = fitMixture(x, { initial: { labels } });
    const found = fitMixture(x, { components: 3, suggestions: [spurious.mixture] });
    expect(found.warnings).toEqual([]);
    expect(found.logLikelihood).toBeLessThan(spurious.logLikelihood);
  });

  test('are not named where groups lie far apart, however far', () => {
    const apart = x.slice(0, 120).map(([p, q], i) => [p! + (labels[i] === 1 ? 1e4 : 0), q!]);
    expect(fitMixture(apart, { components: 2 }).warnings).toEqual([]);
  });
});
