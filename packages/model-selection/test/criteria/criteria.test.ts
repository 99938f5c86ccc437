import { expect, test } from 'vitest';
import { aic, bic, criteria, cv, nec } from '../../src/index.ts';

test('Every criterion is found by its own name.', () => {
  for (const [name, criterion] of Object.entries(criteria)) expect(criterion.name).toBe(name);
  expect(criteria).toMatchObject({ aic, bic, nec, cv });
});

test('There are seven.', () => {
  expect(Object.keys(criteria)).toEqual(['aic', 'aicc', 'bic', 'icl', 'clc', 'nec', 'cv']);
});
