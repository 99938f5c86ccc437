import { readFileSync } from 'node:fs';
import { covarianceLaws } from '@gaussmix/covariance/conformance';
import { describe, expect, test } from 'vitest';
import {
  type CovarianceStructure,
  fitMixture,
  mixtureOf,
  parseModel,
  predict,
  SingularCovarianceError,
  sample,
  scoreSamples,
  selectMixture,
  stringifyModel,
  writeModel,
} from '../src/index.ts';

/**
 * A structure that somebody contributes: one covariance for all components, diagonal (EEI).
 *
 *   Sigma = diag(sum_k S_k) / n
 */
const equalDiagonal: CovarianceStructure = {
  name: 'equal-diagonal',
  moments: 'diagonal',
  closedUnder: 'scaling',
  estimate({ counts, scatters, dimension }) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const sumOf = (j: number): number => scatters.reduce((sum, scatter) => sum + scatter[j]!, 0);
    const variances = Float64Array.from({ length: dimension }, (_, j) => sumOf(j) / total);
    if (!variances.every((variance) => variance > 0)) throw new SingularCovarianceError(undefined);
    const shared = { form: 'diagonal', variances } as const;
    return Array.from(counts, () => shared);
  },
  parameterCount: (_components, dimension) => dimension,
};

const x = readFileSync(new URL('../../../reference/datasets/iris.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').slice(0, 4).map(Number));

describe('a structure from outside', () => {
  test.each(covarianceLaws(equalDiagonal))('holds the law: $title', ({ check }) => check());

  // mclust 6.0.0: me(iris[1:4], modelName = "EEI", z = unmap(species)) converges to -361.4255.
  test('is fitted, and reaches the optimum that mclust finds from the species', () => {
    const labels = x.map((_, i) => Math.floor(i / 50));
    const fit = fitMixture(x, { covariance: equalDiagonal, initial: { labels } });
    const { cases } = JSON.parse(
      readFileSync(new URL('../../../reference/mclust-reference.json', import.meta.url), 'utf8'),
    );
    expect(fit.logLikelihood).toBeGreaterThan(cases[0].models.EEI.em.loglik - 1e-5);
    expect(fit.parameters).toBe(cases[0].models.EEI.freeParameters);
    expect(fit.structure).toBe('equal-diagonal');
  });

  test('is saved, reloaded, sampled and scored like any other', () => {
    const fit = fitMixture(x, { components: 3, covariance: equalDiagonal, seed: 2 });
    const columns = ['a', 'b', 'c', 'd'];
    const text = stringifyModel(
      writeModel({ mixture: fit.mixture, columns, transforms: [], structure: fit.structure }),
    );
    const reloaded = mixtureOf(parseModel(text));
    expect(scoreSamples(reloaded, x)).toEqual(scoreSamples(fit.mixture, x));
    expect(predict(reloaded, x)).toEqual(predict(fit.mixture, x));
    expect(sample(reloaded, 20, { seed: 1 })).toEqual(sample(fit.mixture, 20, { seed: 1 }));
    expect(new Set(reloaded.covariances).size).toBe(1);
  });

  test('is chosen among others', () => {
    const { table } = selectMixture(x, {
      components: [2, 3],
      covariances: ['full', equalDiagonal],
      restarts: 2,
    });
    expect(table.map(({ covariance }) => covariance)).toContain('equal-diagonal');
  });
});
