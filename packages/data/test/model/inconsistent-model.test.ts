import { describe, it } from 'vitest';
import { expectRaised } from '../raises.ts';
import type { handWritten } from './examples.ts';
import { readChanged, readComponent } from './reads-changed.ts';

describe('a document whose weights are no weights', () => {
  it.each([
    [
      'is negative',
      -0.25,
      'model-invalid',
      'm.json, component 1 of 2: weight must be from 0 to 1, got -0.25.',
    ],
    [
      'is more than one',
      1.25,
      'model-invalid',
      'm.json, component 1 of 2: weight must be from 0 to 1, got 1.25.',
    ],
    [
      'is NaN',
      Number.NaN,
      'model-invalid',
      'm.json, component 1 of 2: weight must be a finite number, got NaN.',
    ],
    [
      'makes their sum more than one',
      0.5,
      'model-invalid',
      'm.json: weights must sum to 1, got 1.25. Divide each of them by their sum.',
    ],
    [
      'makes their sum less than one by more than 1e-6',
      0.2499985,
      'model-invalid',
      'm.json: weights must sum to 1, got 0.9999985. Divide each of them by their sum.',
    ],
  ])('is refused when one %s', (_, weight, code, message) => {
    expectRaised(
      readChanged((m) => {
        m.components[0]!.weight = weight;
      }),
      code,
      message,
    );
  });

  it('is refused when it has no components', () => {
    expectRaised(
      readChanged((m) => {
        m.components = [];
      }),
      'model-invalid',
      'm.json: components must have at least one component, got an empty list.',
    );
  });
});

describe('a document with a covariance of low rank', () => {
  const refused = (covariance: object, message: string): void => {
    expectRaised(
      readChanged((m) => {
        m.components[1]!.covariance = { kind: 'low-rank', ...covariance };
      }),
      'model-invalid',
      `m.json, component 2 of 2: covariance.${message}`,
    );
  };

  it('is refused when noise is not as long as mean', () => {
    refused({ loadings: [[1], [2]], noise: [1, 2, 3] }, 'noise must have 2 numbers, as mean has, got 3.');
  });

  it('is refused when loadings are not as long as mean', () => {
    const message = 'loadings must have 2 rows, as many as mean has numbers, got 1.';
    refused({ loadings: [[1]], noise: [1, 2] }, message);
  });

  it('is refused when rows of loadings differ in length', () => {
    const message = 'loadings[1] must have 2 numbers, as the first row has, got 1.';
    refused({ loadings: [[1, 2], [3]], noise: [1, 2] }, message);
  });

  it('is refused when noise is not positive', () => {
    refused({ loadings: [[1], [2]], noise: [1, 0] }, 'noise[1] must be positive, got 0.');
  });

  it('is refused when the square of a loading is beyond what a double can hold', () => {
    const message = 'loadings[0] must give a variance that is finite, got Infinity.';
    refused({ loadings: [[1e200], [2]], noise: [1, 1] }, message);
  });
});

describe('a document whose lengths differ', () => {
  it.each<[string, (document: ReturnType<typeof handWritten>) => void, string]>([
    [
      'a mean is too long',
      (m) => {
        m.components[1]!.mean = [4, 80, 1];
      },
      'm.json, component 2 of 2: mean must have 2 numbers, as many as columns and transforms give, got 3.',
    ],
    [
      'there are more columns than numbers in a mean',
      (m) => {
        m.columns = ['a', 'b', 'c'];
      },
      'm.json, component 1 of 2: mean must have 3 numbers, as many as columns and transforms give, got 2.',
    ],
    [
      'there are no columns',
      (m) => {
        m.columns = [];
      },
      'm.json: columns must have at least one name, got an empty list.',
    ],
    [
      'two columns have one name',
      (m) => {
        m.columns = ['a', 'a'];
      },
      'm.json: columns must differ from each other, got "a" twice.',
    ],
    [
      'the origin is too short',
      (m) => {
        m.origin = [1];
      },
      'm.json: origin must have 2 numbers, as mean has, got 1.',
    ],
    [
      'a matrix has too few rows',
      (m) => {
        m.components[0]!.covariance = { kind: 'dense', matrix: [[4, 2]] };
      },
      'm.json, component 1 of 2: covariance.matrix must have 2 rows, as many as mean has numbers, got 1.',
    ],
    [
      'a row of a matrix is too long',
      (m) => {
        m.components[0]!.covariance = {
          kind: 'dense',
          matrix: [
            [4, 2],
            [2, 10, 1],
          ],
        };
      },
      'm.json, component 1 of 2: covariance.matrix[1] must have 2 numbers, as mean has, got 3.',
    ],
    [
      'there are too many variances',
      (m) => {
        m.components[1]!.covariance = { kind: 'diagonal', variances: [1, 2, 3] };
      },
      'm.json, component 2 of 2: covariance.variances must have 2 numbers, as mean has, got 3.',
    ],
    [
      'an identity has another dimension',
      (m) => {
        m.components[1]!.covariance = { kind: 'identity', variance: 1, dimension: 4 };
      },
      'm.json, component 2 of 2: covariance.dimension must be 2, the length of mean, got 4.',
    ],
  ])('is refused when %s', (_, change, message) => {
    expectRaised(readChanged(change), 'model-invalid', message);
  });

  it('is refused when an offset or a factor is of another size', () => {
    expectRaised(
      readComponent({ offset: [-1] }),
      'model-invalid',
      'one.json, component 1 of 1: offset must have 2 numbers, as mean has, got 1.',
    );
    expectRaised(
      readComponent({
        covariance: {
          kind: 'dense',
          matrix: [
            [4, 2],
            [2, 10],
          ],
          factor: [[2], [1, 3]],
        },
      }),
      'model-invalid',
      'one.json, component 1 of 1: covariance.factor[0] must have 2 numbers, as mean has, got 1.',
    );
    expectRaised(
      readComponent({
        covariance: {
          kind: 'dense',
          matrix: [
            [4, 2],
            [2, 10],
          ],
          factor: [
            [2, 0],
            [1, 3],
            [0, 0],
          ],
        },
      }),
      'model-invalid',
      'one.json, component 1 of 1: covariance.factor must have 2 rows, as many as mean has numbers, got 3.',
    );
  });
});
