import { describe, expect, it } from 'vitest';
import { apart, disagreement } from '../src/compare/agreement.ts';

const answer = { seconds: 1, logLikelihood: -1000, digest: 5 };

describe('two programs', () => {
  it('agree when the last digits of their likelihoods differ', () => {
    expect(
      disagreement(answer, { ...answer, seconds: 9, logLikelihood: -1000 * (1 + 9e-10) }),
    ).toBeUndefined();
  });

  it('disagree on a wrong log-likelihood', () => {
    const wrong = { ...answer, logLikelihood: -1000 * (1 + 2e-9) };
    expect(disagreement(answer, wrong)).toBe('log-likelihoods differ by 2.0e-9');
    expect(disagreement(answer, { ...answer, logLikelihood: Number.NaN })).toBe(
      'log-likelihoods differ by NaN',
    );
  });

  it('disagree on parameters though the likelihoods are as high', () => {
    expect(disagreement(answer, { ...answer, digest: 5.00001 })).toBe('weights and means differ by 2.0e-6');
  });
});

it('Numbers are apart relative to the larger', () => {
  expect(apart(2, 1)).toBe(0.5);
  expect(apart(-1, -4)).toBe(0.75);
  expect(apart(0, 0)).toBe(0);
});
