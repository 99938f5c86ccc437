import type { Covariance } from '@gaussmix/covariance';
import { describe, expect, it } from 'vitest';
import { createMixture, type MixtureParts } from '../src/index.ts';
import { expectError } from './raises.ts';

const unit = (dimension: number): Covariance => ({ form: 'identity', dimension, variance: 1 });

const good: MixtureParts = {
  weights: [0.25, 0.25, 0.5],
  means: [
    [0, 0],
    [1, 2],
    [3, 5],
  ],
  covariances: [unit(2), unit(2), unit(2)],
};

function expectRefusal(parts: Partial<MixtureParts>, code: string, what: string): void {
  expectError(() => createMixture({ ...good, ...parts }), code, `createMixture: ${what}`);
}

describe('createMixture', () => {
  it('makes plain data of its parts', () => {
    const shared = unit(1);
    const mixture = createMixture({ weights: [0.5, 0.5], means: [[3], [7]], covariances: [shared, shared] });
    expect(mixture).toEqual({
      dimension: 1,
      weights: Float64Array.of(0.5, 0.5),
      means: [Float64Array.of(3), Float64Array.of(7)],
      covariances: [shared, shared],
      origin: Float64Array.of(0),
      offsets: [Float64Array.of(3), Float64Array.of(7)],
    });
    expect(mixture.covariances[0]).toBe(shared);
    expect(mixture.covariances[1]).toBe(shared);
  });

  it('computes offsets from an origin, and keeps those given', () => {
    const parts = { weights: [1], means: [[1e9 + 0.5]], covariances: [unit(1)], origin: [1e9] };
    expect(createMixture(parts).offsets).toEqual([Float64Array.of(0.5)]);
    const offsets = [[0.5 + 2 ** -40]];
    expect(createMixture({ ...parts, offsets }).offsets).toEqual([Float64Array.of(0.5 + 2 ** -40)]);
  });

  it('copies what it is given', () => {
    const parts = { ...good, weights: [...Array.from(good.weights)], origin: [0, 0] };
    const mixture = createMixture(parts);
    parts.weights[0] = 7;
    parts.origin[1] = 7;
    expect([mixture.weights[0], mixture.origin[1]]).toEqual([0.25, 0]);
  });

  it('takes weights whose sum is 1 to a millionth, and weights of 0', () => {
    expect(createMixture({ ...good, weights: [0.3333333, 0.3333333, 0.3333333] }).weights).toHaveLength(3);
    expect(createMixture({ ...good, weights: [0, 0, 1] }).weights).toEqual(Float64Array.of(0, 0, 1));
  });

  it('refuses weights that are none, out of range or of another sum', () => {
    expectRefusal({ weights: [] }, 'shape', 'weights must be at least one number, got none.');
    expectRefusal({ weights: [0.75, -0.25, 0.5] }, 'weights', 'weight 2 must be from 0 to 1, got -0.25.');
    expectRefusal({ weights: [0.75, 0.25, 1.5] }, 'weights', 'weight 3 must be from 0 to 1, got 1.5.');
    expectRefusal({ weights: [NaN, 0.5, 0.5] }, 'weights', 'weight 1 must be from 0 to 1, got NaN.');
    expectRefusal(
      { weights: [0.75, 0.25, 0.125] },
      'weights',
      'weights must sum to 1, got a sum of 1.125. Try each divided by their sum.',
    );
    expectRefusal(
      { weights: [0.25, 0.25, 0.5 + 2 ** -18] },
      'weights',
      'weights must sum to 1, got a sum of 1.0000038146972656. Try each divided by their sum.',
    );
  });

  it('refuses means of another number or length, or not finite', () => {
    expectRefusal({ means: [[0, 0]] }, 'shape', 'means must be as many as weights (3), got 1.');
    expectRefusal(
      { means: [[1, 2], [3], [4, 5]] },
      'shape',
      'mean 2 must have as many numbers as the first mean (2), got 1.',
    );
    expectRefusal(
      {
        means: [
          [1, 2],
          [3, 4],
          [Infinity, 5],
        ],
      },
      'not-finite',
      'mean 3 must hold finite numbers, got Infinity in place 1.',
    );
    expectRefusal(
      { means: [[], [], []] },
      'shape',
      'mean 1 must have at least one number, got none. In one dimension, try [[1], [2]].',
    );
  });

  it('refuses covariances of another number or dimension', () => {
    expectRefusal(
      { covariances: [unit(2), unit(2)] },
      'shape',
      'covariances must be as many as weights (3), got 2.',
    );
    expectRefusal(
      { covariances: [unit(2), unit(2), unit(5)] },
      'shape',
      'covariance 3 must have as many dimensions as the means (2), got 5.',
    );
    expectRefusal(
      { covariances: [unit(2), { form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, 1) }, unit(2)] },
      'shape',
      'covariance 2 must have a factor of 2 * 2 numbers, got 3.',
    );
  });

  it.each<[string, Covariance]>([
    ['a negative variance', { form: 'identity', dimension: 2, variance: -1 }],
    ['a variance of 0', { form: 'diagonal', variances: Float64Array.of(1, 0) }],
    ['a variance that is not finite', { form: 'diagonal', variances: Float64Array.of(Infinity, 1) }],
    ['a variance of NaN', { form: 'identity', dimension: 2, variance: NaN }],
    ['a factor of negative diagonal', { form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, 0, -1) }],
    ['two negative pivots', { form: 'dense', dimension: 2, factor: Float64Array.of(-1, 0, 0, -1) }],
    ['NaN below the diagonal', { form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, NaN, 1) }],
  ])('refuses a covariance with %s', (_, covariance) => {
    expectRefusal(
      { covariances: [unit(2), covariance, unit(2)] },
      'not-positive-definite',
      'covariance 2 must be positive definite and finite, got one that is not. Try covarianceFromDense(matrix, 2).',
    );
  });

  it('takes variances from the least normal double to the largest', () => {
    for (const variance of [2.2250738585072014e-308, 1.7976931348623157e308]) {
      const covariances: Covariance[] = [{ form: 'identity', dimension: 1, variance }];
      expect(createMixture({ weights: [1], means: [[0]], covariances }).covariances).toEqual(covariances);
    }
  });

  it('refuses an origin or offsets of another shape, not finite, or that contradict the means', () => {
    expectRefusal(
      { origin: [1, 2, 3, 4] },
      'shape',
      'origin must have as many numbers as the first mean (2), got 4.',
    );
    expectRefusal({ origin: [1, NaN] }, 'not-finite', 'origin must hold finite numbers, got NaN in place 2.');
    expectRefusal({ offsets: [[0, 0]] }, 'shape', 'offsets must be as many as weights (3), got 1.');
    expectRefusal(
      { offsets: [[0, 0], [1, 2], [3]] },
      'shape',
      'offset 3 must have as many numbers as the first mean (2), got 1.',
    );
    expectRefusal(
      {
        offsets: [
          [0, -Infinity],
          [1, 2],
          [3, 5],
        ],
      },
      'not-finite',
      'offset 1 must hold finite numbers, got -Infinity in place 2.',
    );
    expectRefusal(
      {
        origin: [-1, 1],
        offsets: [
          [1, -1],
          [2, 1],
          [4, 4.5],
        ],
      },
      'shape',
      'offset 3 must be mean - origin (5 - 1) in place 2, got 4.5. Try without offsets, which are then computed.',
    );
    expectRefusal(
      {
        offsets: [
          [0, 0],
          [1.00000001, 2],
          [3, 5],
        ],
      },
      'shape',
      'offset 2 must be mean - origin (1 - 0) in place 1, got 1.00000001. Try without offsets, which are then computed.',
    );
  });
});
