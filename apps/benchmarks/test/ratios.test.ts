import { describe, expect, it } from 'vitest';
import { planRounds } from '../src/compare/plan-rounds.ts';
import { geometricMean, medianOf, ratioOf } from '../src/compare/ratios.ts';

describe('ratios of rounds', () => {
  it('have a median and a range, whatever their order', () => {
    expect(ratioOf([9, 1, 4])).toEqual({ median: 4, least: 1, most: 9, rounds: 3 });
    expect(medianOf([4, 1])).toBe(2.5);
    expect(medianOf([4, 1, 2, 8])).toBe(3);
  });

  it('have a geometric mean, so that twice and half are even', () => {
    expect(geometricMean([2, 0.5])).toBe(1);
    expect(geometricMean([1, 4, 16])).toBeCloseTo(4, 14);
    expect(geometricMean([])).toBeNaN();
  });
});

describe('a plan', () => {
  it('does ten iterations where they are cheap, often enough to be timed', () => {
    // A round is ten iterations: 10 ms of ours six times, 20 ms of theirs three times, 0.12 s together.
    const plan = { iterations: 10, ourRepeats: 6, theirRepeats: 3, rounds: 8 };
    expect(planRounds(0.001, 0.002, 1)).toEqual(plan);
  });

  it('gives up iterations before rounds, and rounds only where a pair of iterations takes more than the budget', () => {
    const once = { iterations: 1, ourRepeats: 1, theirRepeats: 1 };
    expect(planRounds(0.5, 0.5, 3.5)).toEqual({ ...once, rounds: 3 });
    expect(planRounds(0.5, 2.5, 3.5)).toEqual({ ...once, rounds: 3 });
    expect(planRounds(0.5, 9.5, 3.5)).toEqual({ ...once, rounds: 1 });
  });
});
