import { describe, expect, test } from 'vitest';
import { covarianceLaws } from '../../src/conformance.ts';
import type { Covariance } from '../../src/covariance.ts';
import { covarianceFromDense } from '../../src/covariance-from.ts';
import { fixed } from '../../src/structures/fixed.ts';

const round: Covariance = { form: 'identity', dimension: 2, variance: 3 };
const upright: Covariance = { form: 'diagonal', variances: Float64Array.of(1, 4) };
const slanted = covarianceFromDense(Float64Array.of(2, 1, 1, 3), 2);

/** Moments of K components in d dimensions; what is fixed does not look at them. */
const moments = (components: number, dimension: number) => ({
  dimension,
  counts: new Float64Array(components).fill(5),
  scatters: Array.from({ length: components }, () => new Float64Array(dimension).fill(1)),
});

describe.each([
  ['a round', round],
  ['an upright', upright],
  ['a slanted', slanted],
])('One covariance for all, %s one', (_, covariance) => {
  for (const { title, check } of covarianceLaws(fixed(covariance), { dimensions: [2] })) test(title, check);
});

describe('One covariance for each component', () => {
  const laws = covarianceLaws(fixed([round, upright, slanted]), {
    components: [3],
    dimensions: [2],
    except: {
      'relabeling the components relabels the covariances': 'each component keeps the one it was given',
    },
  });
  for (const { title, check } of laws) test(title, check);
});

test('The covariances that come out are the ones that went in.', () => {
  const one = fixed(slanted).estimate(moments(3, 2));
  expect(one).toHaveLength(3);
  for (const covariance of one) expect(covariance).toBe(slanted);
  const given = [round, slanted];
  expect(
    fixed(given)
      .estimate(moments(2, 2))
      .every((covariance, k) => covariance === given[k]),
  ).toBe(true);
});

test('Any number of components in any dimension has no parameters.', () => {
  expect(fixed(round).parameterCount(7, 2)).toBe(0);
});

test('A wrong number of covariances is refused.', () => {
  expect(() => fixed([round, upright]).estimate(moments(3, 2))).toThrow(
    expect.objectContaining({
      code: 'shape',
      message: 'fixed: there must be one covariance, or one for each of the 3 components, got 2.',
    }),
  );
});

test('A covariance of another dimension than the data is refused.', () => {
  const wide: Covariance = { form: 'diagonal', variances: new Float64Array(5).fill(1) };
  expect(() => fixed([round, wide]).estimate(moments(2, 2))).toThrow(
    expect.objectContaining({
      code: 'shape',
      message: "fixed: covariance 2 must have the data's dimension (2), got 5.",
    }),
  );
});
