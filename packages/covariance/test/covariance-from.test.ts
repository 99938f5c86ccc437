import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covarianceFromDense, covarianceFromJSON } from '../src/covariance-from.ts';
import { covarianceToJSON } from '../src/covariance-to-json.ts';
import { SingularCovarianceError } from '../src/singular-covariance-error.ts';
import { covarianceIn, dimension } from './arbitrary-covariance.ts';

describe('From a matrix', () => {
  test('the factor is made of the lower triangle', () => {
    const matrix = Float64Array.of(4, 99, 2, 5);
    expect(covarianceFromDense(matrix, 2)).toEqual({
      form: 'dense',
      dimension: 2,
      factor: Float64Array.of(2, 0, 1, 2),
    });
    expect(matrix).toEqual(Float64Array.of(4, 99, 2, 5));
  });

  test.each([
    ['negative', Float64Array.of(-4), 1, 'row 1 of 1'],
    ['indefinite', Float64Array.of(1, 2, 2, 1), 2, 'row 2 of 2'],
    ['singular', Float64Array.of(4, 2, 2, 2, 5, 5, 2, 5, 5), 3, 'row 3 of 3'],
    ['of NaN', Float64Array.of(1, 0, 0, Number.NaN), 2, 'row 2 of 2'],
  ])('one that is %s is refused by its row', (_, matrix, d, where) => {
    expect(() => covarianceFromDense(matrix, d)).toThrow(
      expect.objectContaining({
        name: 'GaussmixError',
        code: 'not-positive-definite',
        message: `covarianceFromDense: the matrix must be positive definite, got one that fails at ${where}.`,
      }),
    );
  });
});

describe('From JSON', () => {
  test('every covariance reads back to the same bits', () => {
    fc.assert(
      fc.property(dimension.chain(covarianceIn), (covariance) => {
        const text = JSON.stringify(covarianceToJSON(covariance));
        expect(covarianceFromJSON(JSON.parse(text))).toEqual(covariance);
      }),
    );
  });

  test('every covariance is plain data that structuredClone copies', () => {
    fc.assert(
      fc.property(dimension.chain(covarianceIn), (covariance) => {
        expect(structuredClone(covariance)).toEqual(covariance);
      }),
    );
  });

  test('a matrix without its factor is factored', () => {
    const matrix = [
      [4, 2],
      [2, 5],
    ];
    expect(covarianceFromJSON({ kind: 'dense', matrix })).toEqual({
      form: 'dense',
      dimension: 2,
      factor: Float64Array.of(2, 0, 1, 2),
    });
  });

  test('a factor is kept as it is, without a look at the matrix', () => {
    const factor = [[3]];
    expect(covarianceFromJSON({ kind: 'dense', matrix: [[9.000001]], factor })).toEqual({
      form: 'dense',
      dimension: 1,
      factor: Float64Array.of(3),
    });
  });

  test('a matrix that is not positive definite is refused', () => {
    expect(() => covarianceFromJSON({ kind: 'dense', matrix: [[0]] })).toThrow(
      'covarianceFromDense: the matrix must be positive definite, got one that fails at row 1 of 1.',
    );
  });
});

describe('SingularCovarianceError', () => {
  test('names its component, counted from 1 for people and from 0 for programs', () => {
    const error = new SingularCovarianceError(4);
    expect(error).toBeInstanceOf(GaussmixError);
    expect(error).toMatchObject({
      name: 'SingularCovarianceError',
      code: 'singular-covariance',
      component: 4,
      message: 'estimate: the covariance of component 5 must be positive definite, got a singular one.',
    });
  });

  test('names none when the covariance is shared', () => {
    const error = new SingularCovarianceError(undefined);
    expect(error.component).toBeUndefined();
    expect(error.message).toBe(
      'estimate: the shared covariance must be positive definite, got a singular one.',
    );
  });
});
