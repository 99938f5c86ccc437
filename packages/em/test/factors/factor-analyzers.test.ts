import { readFileSync } from 'node:fs';
import { factorAnalyzers, toDense } from '@gaussmix/covariance';
import { sample, scoreSamples } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { eStep, fitMixture, iterate, mStep } from '../../src/index.ts';
import { drawGroups } from './draw-groups.ts';

interface ReferenceCase {
  readonly name: string;
  readonly factors: number;
  readonly rows: number[][];
  readonly logLikelihood: number;
  readonly covariance: number[][];
}

const { cases } = JSON.parse(readFileSync(new URL('factor-analysis.json', import.meta.url), 'utf8')) as {
  cases: ReferenceCase[];
};

describe('one component is the factor analysis of scikit-learn', () => {
  it.each(cases)('$name', ({ factors, rows, logLikelihood, covariance }) => {
    const fit = fitMixture(rows, { components: 1, covariance: factorAnalyzers(factors), tolerance: 1e-12 });
    expect(fit.converged).toBe(true);
    // scikit-learn stops when a step of another algorithm gains less than 1e-13 of the likelihood.
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(1e-6);
    const d = rows[0]!.length;
    const deviations = covariance.map((row, j) => Math.sqrt(row[j]!));
    for (const [at, entry] of toDense(fit.mixture.covariances[0]!).entries()) {
      const [i, j] = [Math.floor(at / d), at % d];
      expect(Math.abs(entry - covariance[i]![j]!) / deviations[i]! / deviations[j]!).toBeLessThan(1e-4);
    }
  });
});

describe('a mixture of factor analyzers', () => {
  const groups = drawGroups({ rows: 600, columns: 50, groups: 3, factors: 2, seed: 5 });
  const covariance = factorAnalyzers(2);

  it('never loses likelihood on the way', () => {
    const { trace } = fitMixture(groups.rows, { components: 3, covariance, restarts: 1, initial: 'random' });
    for (let iteration = 1; iteration < trace.length; iteration++) {
      const before = trace[iteration - 1]!;
      expect(trace[iteration]! - before).toBeGreaterThanOrEqual(-1e-12 * Math.abs(before));
    }
    expect(trace.length).toBeGreaterThan(10);
  });

  it('finds groups of 50 columns that full covariances have too few rows for', () => {
    const fit = fitMixture(groups.rows, { components: 3, covariance });
    expect([fit.converged, fit.warnings]).toEqual([true, []]);
    expect(fit.structure).toBe('factor-analyzers(2)');
    // 3 (50 x 2 - 1 + 50) of covariances, 150 of means, 2 of weights.
    expect(fit.parameters).toBe(3 * (100 - 1 + 50) + 150 + 2);
    const { responsibilities } = eStep(fit.mixture, groups.rows);
    const componentOf = [0, 1, 2].map((group) => {
      const row = groups.labels.indexOf(group);
      return responsibilities.data.subarray(3 * row, 3 * row + 3).findIndex((value) => value > 0.5);
    });
    expect(new Set(componentOf).size).toBe(3);
    for (const [i, group] of groups.labels.entries()) {
      expect(responsibilities.data[3 * i + componentOf[group]!]).toBeGreaterThan(0.999);
    }
    for (const [group, k] of componentOf.entries()) {
      const truth = groups.covariances[group]!;
      const entries = toDense(fit.mixture.covariances[k]!);
      // 200 rows a group: standard errors of correlations are 1 / sqrt 200, and 2500 are looked at.
      for (const [at, entry] of entries.entries()) {
        const size = Math.sqrt(truth[Math.floor(at / 50) * 51]! * truth[(at % 50) * 51]!);
        expect(Math.abs(entry - truth[at]!) / size).toBeLessThan(4.5 / Math.sqrt(200));
      }
    }
  });

  it('needs no more rows than columns', () => {
    const few = drawGroups({ rows: 40, columns: 50, groups: 2, factors: 1, seed: 6 });
    const fit = fitMixture(few.rows, { components: 2, covariance: factorAnalyzers(1) });
    expect([fit.converged, fit.warnings]).toEqual([true, []]);
    expect(Array.from(fit.mixture.weights)).toEqual([0.5, 0.5]);
  });

  it('scores its rows to the likelihood of the fit, and what it draws alike', () => {
    const fit = fitMixture(groups.rows, { components: 3, covariance, restarts: 2 });
    const total = scoreSamples(fit.mixture, groups.rows).reduce((sum, value) => sum + value, 0);
    expect(Math.abs(total / fit.logLikelihood - 1)).toBeLessThan(1e-12);
    const drawn = sample(fit.mixture, 2000, { seed: 1 });
    const mean = scoreSamples(fit.mixture, drawn.rows).reduce((sum, value) => sum + value / 2000, 0);
    // Standard error of the mean: sqrt(50 / 2) / sqrt 2000 = 0.11; fitted to 600 rows, those are likelier than new ones.
    expect(Math.abs(mean - fit.logLikelihood / 600)).toBeLessThan(0.5);
  });

  it('goes at the pace of plain EM, for sketches of two passes look elsewhere', () => {
    const options = { components: 3, covariance, restarts: 1, initial: 'random' } as const;
    const fits = (['anderson', 'none'] as const).map((acceleration) =>
      fitMixture(groups.rows, { ...options, acceleration }),
    );
    expect(fits[0]).toEqual(fits[1]);
  });

  it('starts from covariances of any form', () => {
    const means = [0, 1, 2].map((group) => groups.rows[groups.labels.indexOf(group)]!);
    const variances = new Array<number>(50).fill(4);
    const dense = variances.map((variance, i) => variances.map((_, j) => (i === j ? variance : 0.5)));
    const best = fitMixture(groups.rows, { components: 3, covariance }).logLikelihood;
    for (const given of [4, variances, dense]) {
      const initial = { means, covariances: [given, given, given] };
      const fit = fitMixture(groups.rows, { covariance, initial });
      expect(Math.abs(fit.logLikelihood - best)).toBeLessThan(1e-4);
    }
    const { mixture } = fitMixture(groups.rows, { components: 3, covariance });
    const again = fitMixture(groups.rows, { covariance, initial: mixture });
    expect(Math.abs(again.logLikelihood - best)).toBeLessThan(1e-5);
  });

  it('has a regularization added to every variance, in the units of the data', () => {
    const plain = mStep(groups.rows, oneComponent(600), { covariance });
    const ridged = mStep(groups.rows, oneComponent(600), { covariance, regularization: 0.75 });
    const [before, after] = [plain, ridged].map(({ covariances }) => toDense(covariances[0]!));
    for (let j = 0; j < 50; j++) expect(after![j * 51]! - before![j * 51]!).toBeCloseTo(0.75, 10);
  });

  it('is refused with as many factors as columns', () => {
    expect(() =>
      fitMixture(
        [
          [1, 2],
          [2, 1],
          [3, 4],
          [5, 3],
        ],
        { components: 1, covariance: factorAnalyzers(2) },
      ),
    ).toThrow(
      'factorAnalyzers: factors must be fewer than the columns (2), got 2. Try fewer factors, or covariance "full".',
    );
  });

  it('tells of a component with fewer rows than its factors need', () => {
    const rows = [
      ...groups.rows.slice(0, 60),
      ...[1, 2, 3].map((scale) => groups.rows[0]!.map((x) => 1e4 + x * scale)),
    ];
    const labels = rows.map((_, i) => (i < 60 ? 0 : 1));
    const steps = iterate(rows, { covariance, initial: { labels }, maxIterations: 0 });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const codes = step.value.warnings.map(({ code, component }) => `${code} ${component}`);
    expect(codes.some((code) => code === 'few-rows 1' || code === 'collapsed 1')).toBe(true);
  });
});

function oneComponent(rows: number): number[][] {
  return Array.from({ length: rows }, () => [1]);
}
