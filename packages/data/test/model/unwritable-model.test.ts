import { describe, it } from 'vitest';
import { stringifyModel, writeModel } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';
import { complete } from './examples.ts';

describe('writing', () => {
  const mixture = {
    dimension: 1,
    weights: Float64Array.of(1),
    means: [Float64Array.of(0)],
    covariances: [{ form: 'dense', dimension: 1, factor: Float64Array.of(1) } as const],
    origin: Float64Array.of(0),
    offsets: [Float64Array.of(0)],
  };

  it('refuses columns that are not those of the mixture', () => {
    expectRaised(
      () => writeModel({ mixture, columns: ['x', 'y'] }),
      'model-invalid',
      'writeModel, component 1 of 1: mean must have 2 numbers, as many as columns and transforms give, got 1.',
    );
  });

  it('refuses a covariance beyond what a double can hold', () => {
    const covariances = [{ form: 'dense', dimension: 1, factor: Float64Array.of(1e200) } as const];
    expectRaised(
      () => writeModel({ mixture: { ...mixture, covariances }, columns: ['x'] }),
      'model-invalid',
      'writeModel, component 1 of 1: covariance.matrix[0][0] must be a finite number, got Infinity.',
    );
  });

  it('refuses a number that JSON does not have', () => {
    expectRaised(
      () => stringifyModel({ ...complete(), note: [1, Number.NaN] }),
      'model-invalid',
      'stringifyModel: numbers must be finite, got NaN. JSON has no such number.',
    );
  });
});
