import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eStep, fitMixture, iterate } from '../../src/index.ts';
import { correctDigits, parametersOf } from '../support/closeness.ts';

/** What `tempered.py` says. */
interface TemperedState {
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly covariances: readonly (readonly (readonly number[])[])[];
  readonly logLikelihood: number;
  readonly objective: number;
}

interface TemperedCase {
  readonly temperature: number;
  readonly rows: number[][];
  readonly shares: readonly (readonly number[])[];
  readonly objectives: readonly number[];
  readonly states: Readonly<Record<string, TemperedState>>;
}

const cases: readonly TemperedCase[] = JSON.parse(
  readFileSync(new URL('tempered.json', import.meta.url), 'utf8'),
);

/** Both sides round: numpy inverts matrices. */
const DIGITS = 12;

describe.each(cases)('at temperature $temperature', ({ temperature, rows, shares, objectives, states }) => {
  const assignment = { temperature };
  const { weights, means, covariances } = states[0]!;
  const initial = { weights, means, covariances };

  test('shares of rows are those that numpy computes', () => {
    const start = fitMixture(rows, { initial, maxIterations: 0 }).mixture;
    const { responsibilities, logLikelihood } = eStep(start, rows, { assignment });
    expect(responsibilities.columns).toBe(3);
    expect(correctDigits(responsibilities.data.slice(0, 30), shares.flat())).toBeGreaterThan(DIGITS);
    expect(correctDigits([logLikelihood], [states[0]!.logLikelihood])).toBeGreaterThan(DIGITS);
  });

  test('one iteration, and eight, are those that numpy computes', () => {
    for (const [iterations, state] of Object.entries(states)) {
      const maxIterations = Number(iterations);
      const fit = fitMixture(rows, { initial, assignment, tolerance: 0, maxIterations });
      const truth = [...state.weights, ...state.means.flat(), ...state.covariances.flat(2)];
      expect(correctDigits(parametersOf(fit.mixture), truth)).toBeGreaterThan(DIGITS);
      expect(correctDigits([fit.logLikelihood], [state.logLikelihood])).toBeGreaterThan(DIGITS);
      expect(correctDigits(fit.trace, objectives.slice(0, maxIterations + 1))).toBeGreaterThan(DIGITS);
    }
  });

  test('iterate tells the objective beside the likelihood of the mixture', () => {
    const told = [...iterate(rows, { initial, assignment, tolerance: 0, maxIterations: 8 })];
    expect(
      correctDigits(
        told.map(({ objective }) => objective),
        objectives,
      ),
    ).toBeGreaterThan(DIGITS);
    for (const [iteration, { logLikelihood }] of Object.entries(states)) {
      const ours = told[Number(iteration)]!.logLikelihood;
      expect(correctDigits([ours], [logLikelihood])).toBeGreaterThan(DIGITS);
    }
  });
});
