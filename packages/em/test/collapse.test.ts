import { type ClassicStructureName, classicStructures, toDense } from '@gaussmix/covariance';
import { predictProba } from '@gaussmix/distributions';
import { createRandom } from '@gaussmix/random';
import { describe, expect, test } from 'vitest';
import { CollapseError, type Fit, fitMixture } from '../src/index.ts';

const structures = Object.keys(classicStructures) as ClassicStructureName[];
const random = createRandom('collapse');

function normalRows(n: number, d: number, { mean = 0, sigma = 1 } = {}): number[][] {
  return Array.from({ length: n }, () => Array.from({ length: d }, () => mean + sigma * random.normal()));
}

function expectFinite(fit: Fit, x: number[][]): void {
  const { weights, means, covariances } = fit.mixture;
  const numbers = [
    ...weights,
    ...means.flatMap((m) => [...m]),
    ...covariances.flatMap((c) => [...toDense(c)]),
  ];
  expect([...numbers, fit.logLikelihood, ...fit.trace].every(Number.isFinite)).toBe(true);
  const posteriors = predictProba(fit.mixture, x);
  for (let i = 0; i < x.length; i++) {
    const row = posteriors.data.subarray(i * weights.length, (i + 1) * weights.length);
    expect(Math.abs(row.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-14);
  }
}

const collapsedComponents = (fit: Fit): (number | undefined)[] =>
  fit.warnings.filter(({ code }) => code === 'collapsed').map(({ component }) => component);

describe.each(structures)('covariance %s', (covariance) => {
  test('one point at 1e4 standard deviations gets a component of its own, which is named unless the covariance is shared', () => {
    const x = [...normalRows(200, 2), [1e4, 1e4]];
    const fit = fitMixture(x, { components: 2, covariance });
    expectFinite(fit, x);
    expect(fit.mixture.weights[1]).toBeCloseTo(1 / 201, 6);
    expect(collapsedComponents(fit)).toEqual(covariance === 'tied' ? [] : [1]);
  });

  test('fifty copies of one point among fifty others: a healthy optimum, or the component is named', () => {
    const x = [...normalRows(50, 2), ...Array.from({ length: 50 }, () => [0.3, 0.4])];
    const fit = fitMixture(x, { components: 2, covariance });
    expectFinite(fit, x);
    const least = fit.mixture.covariances.map((c) => Math.min(toDense(c)[0]!, toDense(c)[3]!));
    for (const [k, variance] of least.entries()) {
      expect(variance < 1e-15).toBe(collapsedComponents(fit).includes(k));
    }
  });

  test('a hundred columns in units of 1e-4 with two far blobs: the blobs are found', () => {
    const x = [
      ...normalRows(130, 100, { sigma: 1e-4 }),
      ...normalRows(120, 100, { mean: 1e-2, sigma: 1e-4 }),
    ];
    const fit = fitMixture(x, { components: 2, covariance, restarts: 3 });
    expectFinite(fit, x);
    expect([...fit.mixture.weights].map((weight) => weight * 250)).toEqual([
      expect.closeTo(130, 6),
      expect.closeTo(120, 6),
    ]);
    expect(fit.warnings).toEqual([]);
  });

  test('barely more rows than columns: one component is fitted, two are only with a word about it', () => {
    const x = normalRows(12, 10);
    const one = fitMixture(x, { components: 1, covariance });
    expectFinite(one, x);
    expect(one.warnings).toEqual([]);
    const two = fitMixture(x, { components: 2, covariance, maxIterations: 200 });
    expectFinite(two, x);
    // A covariance of its own in ten dimensions needs eleven rows.
    const thin = [0, 1].filter((k) => two.mixture.weights[k]! * 12 < 10.5);
    if (covariance === 'full') expect(collapsedComponents(two)).toEqual(expect.arrayContaining(thin));
    if (covariance === 'full') expect(thin.length).toBeGreaterThan(0);
  });

  test('as many components as rows: every component that is one point is named', () => {
    const x = normalRows(5, 2);
    const fit = fitMixture(x, { components: 5, covariance, restarts: 10 });
    expectFinite(fit, x);
    expect(collapsedComponents(fit)).toEqual([0, 1, 2, 3, 4]);
  });
});

test('the default regularization leaves the estimate of a healthy component alone to the last bit', () => {
  const x = normalRows(60, 3).map(([a, b, c]) => [a! * 1e-5, a! * 1e3 + b!, c! * 1e-9 + 1]);
  for (const covariance of structures) {
    const options = {
      components: 2,
      covariance,
      initial: { means: [x[0]!, x[1]!] },
      tolerance: 0,
      maxIterations: 10,
    };
    const automatic = fitMixture(x, options);
    expect(automatic.mixture).toEqual(fitMixture(x, { ...options, regularization: 0 }).mixture);
  }
});

test('a number is added to the diagonal in the units of the data', () => {
  const x = normalRows(40, 2);
  for (const covariance of structures) {
    const plain = toDense(
      fitMixture(x, { components: 1, covariance, regularization: 0 }).mixture.covariances[0]!,
    );
    const ridged = toDense(
      fitMixture(x, { components: 1, covariance, regularization: 0.25 }).mixture.covariances[0]!,
    );
    for (const e of [0, 1, 2, 3])
      expect(ridged[e]! - plain[e]!).toBeCloseTo(e === 0 || e === 3 ? 0.25 : 0, 13);
  }
});

test('without regularization a component that collapses is an error with component, iteration and last whole mixture', () => {
  const x = [...normalRows(30, 2), [50, 50], [50, 50], [50, 50]];
  const labels = x.map(([a]) => (a === 50 ? 1 : 0));
  const start = { means: [x[0]!, [49, 49]], covariances: [1, 1] };
  const caught = catchCollapse(() => fitMixture(x, { components: 2, regularization: 0, initial: start }));
  expect(caught.message).toBe(
    'fitMixture: component 2 of 2 collapsed at iteration 1: its covariance is no longer positive definite.\n' +
      'Usually it holds one repeated point, or two columns are collinear. ' +
      'Try fewer components, a positive regularization, or covariance "diag".',
  );
  expect([caught.code, caught.component, caught.iteration]).toEqual(['collapsed', 1, 1]);
  expect([...caught.mixture!.means[1]!]).toEqual([expect.closeTo(49, 12), expect.closeTo(49, 12)]);
  const atStart = catchCollapse(() =>
    fitMixture(x, { components: 2, regularization: 0, initial: { labels } }),
  );
  expect([atStart.component, atStart.iteration, atStart.mixture]).toEqual([1, 0, undefined]);
});

test('a component that no row chooses is an error that says so', () => {
  const x = normalRows(30, 2);
  const start = { means: [x[0]!, [1e9, 1e9]], covariances: [1, 1] };
  const caught = catchCollapse(() => fitMixture(x, { components: 2, initial: start }));
  expect(caught.message).toBe(
    'fitMixture: component 2 of 2 lost all its rows at iteration 1. ' +
      'Its mean lies far from the data, or other components fit every row better. Try another start or fewer components.',
  );
  expect(caught.reason).toBe('empty');
});

test('a start that fails does not end the fit: the result says how many failed and how often the best was found', () => {
  const x = [...normalRows(50, 2), ...Array.from({ length: 50 }, () => [0.3, 0.4])];
  const { restarts } = fitMixture(x, {
    components: 2,
    regularization: 0,
    initial: 'random-from-data',
    restarts: 30,
  });
  expect(restarts.total).toBe(30);
  expect(restarts.failed).toBeGreaterThan(0);
  expect(restarts.failed).toBeLessThan(30);
  expect(restarts.failures).toHaveLength(restarts.failed);
  expect(restarts.failures[0]).toMatch(/^component [12] of 2 collapsed at iteration \d+: its covariance/);
  expect(restarts.best).toBeGreaterThan(0);
  expect(restarts.best + restarts.failed).toBeLessThanOrEqual(30);
});

test('when every start fails the error says how many there were', () => {
  const x = [...normalRows(30, 2), ...Array.from({ length: 30 }, () => [90, 90])];
  const caught = catchCollapse(() => fitMixture(x, { components: 2, regularization: 0, restarts: 4 }));
  expect(caught.message).toMatch(
    /^fitMixture: each of 4 starts failed; the first: component [12] of 2 collapsed at/,
  );
});

function catchCollapse(work: () => unknown): CollapseError {
  try {
    work();
  } catch (error) {
    if (error instanceof CollapseError) return error;
    throw error;
  }
  throw new Error('nothing collapsed');
}

test('groups that lie a hundred million standard deviations apart are healthy', () => {
  const near = normalRows(50, 2);
  const x = [...near, ...near.map(([a, b]) => [a! + 2 ** 27, b! - 2 ** 27])];
  for (const covariance of structures) {
    const fit = fitMixture(x, { components: 2, covariance });
    expect(fit.warnings).toEqual([]);
    expect([...fit.mixture.weights]).toEqual([0.5, 0.5]);
  }
});

test('every component that would collapse is held up, also beside one that is singular', () => {
  const x = [
    ...normalRows(20, 1),
    ...Array.from({ length: 5 }, () => [10]),
    ...Array.from({ length: 5 }, (_, i) => [20 + i * 1e-12]),
  ];
  const labels = x.map((_, i) => (i < 20 ? 0 : i < 25 ? 1 : 2));
  const fit = fitMixture(x, { initial: { labels }, maxIterations: 3, tolerance: 0 });
  expect(collapsedComponents(fit)).toEqual([1, 2]);
});
