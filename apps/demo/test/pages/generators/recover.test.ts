import { predict } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { initialList, machinesOf, truthOf } from '../../../src/pages/generators/machines.ts';
import { assess, errorsOf, recover, type Task, thrown } from '../../../src/pages/generators/recover.ts';

const task: Task = { machines: initialList, balls: 2000, seed: 3, start: 'k-means++', startSeed: 1 };
const truth = truthOf(machinesOf(initialList));

describe('the recovery of machines', () => {
  const recovery = recover(task);
  const estimate = recovery.mixtures.at(-1)!;

  it('never loses likelihood on the way', () => {
    const { logLikelihoods } = recovery;
    expect(logLikelihoods).toHaveLength(recovery.mixtures.length);
    for (let i = 1; i < logLikelihoods.length; i++)
      expect(logLikelihoods[i]).toBeGreaterThanOrEqual(logLikelihoods[i - 1] - 1e-9);
    expect(recovery.warnings).toEqual([]);
  });

  it('puts component k where machine k stands', () => {
    errorsOf(truth, estimate, thrown(task)).pairs.forEach((pair, k) => {
      expect([pair.truth, pair.estimate]).toEqual([k, k]);
      // Four standard errors of the longest axis of the machine that throws least: 4 * 1.5 / sqrt(2000 * 0.2).
      expect(pair.distance).toBeLessThan(0.3);
    });
  });

  it('gives the same bits to the same task', () => {
    expect(recover(task)).toEqual(recovery);
  });

  it('ends above the likelihood of the machines themselves', () => {
    expect(recovery.logLikelihoods.at(-1)).toBeGreaterThan(assess(task, estimate).truthLogLikelihood);
  });

  it('has an error that more balls make smaller', () => {
    const few = recover({ ...task, balls: 100 }).mixtures.at(-1)!;
    expect(assess(task, estimate).divergence.divergence).toBeLessThan(
      assess(task, few).divergence.divergence,
    );
  });
});

describe('the errors of an estimate', () => {
  it('are none for the machines themselves', () => {
    const balls = thrown(task);
    const errors = errorsOf(truth, truth, balls);
    for (const { distance, squaredWasserstein, divergence } of errors.pairs) {
      expect([distance, divergence]).toEqual([0, 0]);
      // A square of what rounding leaves of units of the size of one.
      expect(squaredWasserstein).toBeLessThan(1e-30);
    }
    expect(errors.right).toBe(errors.rightByTruth);
    expect(errors.agreement).toBe(errors.agreementByTruth);
    const right = predict(truth, balls.rows).filter((label, i) => label === balls.labels[i]).length;
    expect(errors.right).toBe(right);
    expect(assess(task, truth).divergence.divergence).toBe(0);
  });
});
