import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import {
  bootstrapLikelihoodRatio,
  type LikelihoodRatioTest,
  range,
  testComponents,
  testComponentsAsync,
} from '../../src/index.ts';
import { readDataset } from '../read-reference.ts';

const x = readDataset('faithful', ['eruptions', 'waiting']).x.filter((_, i) => i % 3 === 0);

test('Tests go on until one is not rejected, and the fit that won is the next null hypothesis.', () => {
  const seen: LikelihoodRatioTest[] = [];
  const options = { covariance: 'tied', replicates: 19, seed: 2 } as const;
  const result = testComponents(x, { ...options, components: range(1, 5), onTest: (t) => seen.push(t) });
  const { components, fit, conclusive, tests } = result;
  expect(conclusive).toBe(true);
  expect(tests).toEqual(seen);
  expect(tests.map((t) => t.components)).toEqual(range(1, components));
  for (const [at, { pValue, nullFit }] of tests.entries()) {
    if (at < tests.length - 1) expect(pValue).toBeLessThanOrEqual(0.05);
    else expect(pValue).toBeGreaterThan(0.05);
    if (at > 0) expect(nullFit).toEqual(tests[at - 1]!.alternativeFit);
  }
  expect(fit).toEqual(tests.at(-1)!.nullFit);
  expect(tests[0]).toEqual(bootstrapLikelihoodRatio(x, { ...options, components: 1 }));
});

test('Where the last is all that is left, there may be more.', () => {
  const { components, conclusive, fit, tests } = testComponents(x, {
    components: [1, 2],
    replicates: 19,
    covariance: 'diag',
  });
  expect([components, conclusive, tests.length]).toEqual([2, false, 1]);
  expect(fit).toEqual(tests[0]!.alternativeFit);
});

test('In the background the answer has the same bits.', async () => {
  const options = { components: [1, 2, 3], replicates: 4, level: 0.2, covariance: 'diag' } as const;
  expect(await testComponentsAsync(x, options)).toEqual(testComponents(x, options));
});

describe('What cannot be tested is refused', () => {
  test.each([
    { components: [2], got: '2' },
    { components: [], got: 'none' },
    { components: [1, 3], got: '1, 3' },
    { components: 4 as never, got: '4' },
  ])('components $got', ({ components, got }) => {
    expect(() => testComponents(x, { components })).toThrow(
      new GaussmixError(
        'components',
        'testComponents: components must be two whole numbers or more, each one more than the last, ' +
          `got ${got}. Try range(1, 5).`,
      ),
    );
  });

  test.each([0, 1, Number.NaN])('level %d', (level) => {
    expect(() => testComponents(x, { components: [1, 2], level })).toThrow(
      new GaussmixError('level', `testComponents: level must be between 0 and 1, got ${level}. Try 0.05.`),
    );
  });
});
