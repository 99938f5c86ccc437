import { readFileSync } from 'node:fs';
import type { ClassicStructureName } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import { describe, expect, test } from 'vitest';
import { type Novelty, onlineMixture, updateMixture } from '../../src/index.ts';
import { correctDigits, parametersOf } from '../support/closeness.ts';

interface Answer {
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly covariances: readonly (readonly (readonly number[])[])[];
}

interface Options {
  readonly forgetting: number;
  readonly covariance: ClassicStructureName;
  readonly weights?: 'free' | 'equal';
  readonly assignment?: 'soft' | 'hard';
  readonly ridge?: number;
  readonly retain?: number;
}

interface Case extends Omit<Options, 'weights'>, Answer {
  readonly name: string;
  readonly counts: readonly number[];
  readonly batch: number;
  readonly startRows: number;
}

interface NovelCase extends Omit<Options, 'weights'>, Answer {
  readonly name: string;
  readonly counts: readonly number[];
  readonly components: number;
  readonly variance: number;
  readonly novel: number;
  readonly novelty: Novelty;
}

const reference = JSON.parse(readFileSync(new URL('online-em.json', import.meta.url), 'utf8')) as {
  readonly rows: readonly (readonly number[])[];
  readonly start: Pick<Answer, 'weights' | 'means'>;
  readonly cases: readonly Case[];
  readonly novel: readonly NovelCase[];
  readonly decreasing: Answer;
};
const rows = reference.rows.map((row) => [...row]);

// The reference sums in 64 bits; a few hundred updates of 53 bits, each a rounding of the ones before, keep 12 digits.
const DIGITS = 12;

function startMixture(): Mixture {
  const identity = { form: 'identity', dimension: 2, variance: 1 } as const;
  return createMixture({ ...reference.start, covariances: [identity, identity] });
}

const flat = ({ weights, means, covariances }: Answer): number[] => [
  ...weights,
  ...means.flat(),
  ...covariances.flat(2),
];

describe('online EM is what sums in long doubles give', () => {
  test.each(reference.cases)('$name', ({ name, batch, startRows, ridge = 0, ...given }) => {
    const { forgetting, covariance, assignment, retain } = given;
    const options = {
      forgetting,
      covariance,
      ...(assignment && { assignment }),
      ...(retain && { retain }),
      weights: name.includes('equal') ? 'equal' : 'free',
      regularization: ridge,
    } as const;
    let state = onlineMixture({ mixture: startMixture(), rows: startRows }, { covariance });
    for (let at = 0; at < rows.length; at += batch) {
      state = updateMixture(state, rows.slice(at, at + batch), options);
    }
    expect(state.rows).toBe(rows.length);
    expect(correctDigits(state.counts, given.counts)).toBeGreaterThan(DIGITS);
    expect(correctDigits(parametersOf(state.mixture), flat(given))).toBeGreaterThan(DIGITS);
  });

  test.each(reference.novel)('with novel rows, $name', ({ components, variance, ridge = 0, ...given }) => {
    const { forgetting, covariance, novelty, assignment, retain } = given;
    const options = {
      forgetting,
      covariance,
      novelty,
      ...(assignment && { assignment }),
      ...(retain && { retain }),
      regularization: ridge,
    };
    let state = onlineMixture({ row: rows[0]!, components, variance }, { covariance });
    for (const row of rows.slice(1)) state = updateMixture(state, [row], options);
    expect(correctDigits(state.counts, given.counts)).toBeGreaterThan(DIGITS);
    expect(correctDigits(parametersOf(state.mixture), flat(given))).toBeGreaterThan(DIGITS);
    expect(given.novel).toBeGreaterThan(20);
  });
});

test('a forgetting that changes from row to row gives the decreasing steps of Cappe and Moulines', () => {
  const step = (t: number): number => (t + 20) ** -0.6;
  let state = onlineMixture({ mixture: startMixture(), rows: 1 / step(0) });
  for (const [i, row] of rows.entries()) {
    // A step eta is one row of 1 / eta: lambda / eta_before + 1 = 1 / eta.
    const forgetting = (1 / step(i + 1) - 1) * step(i);
    state = updateMixture(state, [row], { forgetting });
  }
  expect(correctDigits(parametersOf(state.mixture), flat(reference.decreasing))).toBeGreaterThan(DIGITS);
});
