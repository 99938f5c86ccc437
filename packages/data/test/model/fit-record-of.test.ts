import { expect, test } from 'vitest';
import { fitRecordOf } from '../../src/index.ts';

test('of a fit its figures are kept, with AIC and BIC', () => {
  const fit = {
    rows: 272,
    parameters: 11,
    logLikelihood: -1130.25,
    iterations: 12,
    converged: true,
    seed: 42,
  };
  const more = { ...fit, trace: [1, 2, 3], mixture: {} };
  // 2 * 11 + 2260.5, and 11 ln 272 + 2260.5 with ln 272 = 5.605802066295998.
  const { bic, ...record } = fitRecordOf(more);
  expect(record).toEqual({ ...fit, aic: 2282.5 });
  expect(bic).toBeCloseTo(2322.163822729256, 10);
});
