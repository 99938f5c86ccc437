import { fitMixture } from '@gaussmix/em';
import { expect, test } from 'vitest';
import { aic, bic, type Criterion, type CriterionName, criteria, cv, nec } from '../../src/index.ts';

test('Every criterion is found by its own name.', () => {
  for (const [name, criterion] of Object.entries(criteria)) expect(criterion.name).toBe(name);
  expect(criteria).toMatchObject({ aic, bic, nec, cv });
});

test('Whichever is asked for by name judges a fit that comes with its rows and options, two groups below one.', () => {
  const x = [1, 2, 3, 4, 2.5, 21, 22, 23, 24, 22.5];
  for (const name of Object.keys(criteria) as CriterionName[]) {
    const [one, two] = [1, 2].map((components) => {
      const options = { components, covariance: 'tied' } as const;
      return criteria[name].cost(fitMixture(x, options), { x, options });
    });
    expect(two).toBeLessThan(one!);
  }
});

test('There are seven.', () => {
  const all: Readonly<Record<string, Criterion>> = criteria;
  expect(Object.keys(all)).toEqual(['aic', 'aicc', 'bic', 'icl', 'clc', 'nec', 'cv']);
});
