import { describe, expect, it } from 'vitest';
import { expectRaised } from '../raises.ts';
import { readChanged, readComponent } from './reads-changed.ts';

describe('a document whose covariances are none', () => {
  const readMatrix = (matrix: number[][]) =>
    readChanged((m) => {
      m.components[0]!.covariance = { kind: 'dense', matrix };
    });

  it('is refused when a matrix is not symmetric', () => {
    expectRaised(
      readMatrix([
        [4, 2],
        [2.5, 10],
      ]),
      'model-invalid',
      'm.json, component 1 of 2: covariance.matrix must be symmetric, got 2.5 in [1][0] and 2 in [0][1].',
    );
  });

  it('is read when a matrix is symmetric up to rounding', () => {
    expect(
      readMatrix([
        [4, 2],
        [2 + 1e-9, 10],
      ]),
    ).not.toThrow();
  });

  it.each([
    [
      'indefinite',
      [
        [1, 2],
        [2, 1],
      ],
      2,
    ],
    [
      'singular',
      [
        [1, 1],
        [1, 1],
      ],
      2,
    ],
    [
      'of negative variance',
      [
        [-1, 0],
        [0, 1],
      ],
      1,
    ],
    [
      'zero',
      [
        [0, 0],
        [0, 0],
      ],
      1,
    ],
  ])('is refused when a matrix is %s', (_, matrix, row) => {
    expectRaised(
      readMatrix(matrix),
      'model-invalid',
      `m.json, component 1 of 2: covariance.matrix must be positive definite, got one that fails at row ${row} of 2. ` +
        'Was it rounded, or edited?',
    );
  });

  it.each([
    [
      'a variance of zero',
      { kind: 'diagonal', variances: [1, 0] },
      'covariance.variances[1] must be positive, got 0',
    ],
    [
      'a negative variance',
      { kind: 'identity', variance: -2, dimension: 2 },
      'covariance.variance must be positive, got -2',
    ],
  ])('is refused with %s', (_, covariance, problem) => {
    expectRaised(
      readChanged((m) => {
        m.components[1]!.covariance = covariance;
      }),
      'model-invalid',
      `m.json, component 2 of 2: ${problem}.`,
    );
  });
});

describe('a document that says a thing twice', () => {
  it('is refused when mean is not origin + offset', () => {
    expectRaised(
      readComponent({ offset: [-1, 5.5] }),
      'model-invalid',
      'one.json, component 1 of 1: mean[1] must be origin[1] + offset[1] (55.5), got 55. Correct it, or leave origin and offset out.',
    );
  });

  it('is refused when mean differs from origin + offset in the 11th digit, however large origin is', () => {
    const origin = 1e9;
    const mean = origin + 0.25;
    const read = (offset: number) =>
      readComponent({ mean: [mean, 55], offset: [offset, 5] }, { origin: [origin, 50] });
    // 1e-12 of the sizes, 2e9 together, is 0.002.
    expect(read(0.251)).not.toThrow();
    expectRaised(
      read(0.253),
      'model-invalid',
      'one.json, component 1 of 1: mean[0] must be origin[0] + offset[0] (1000000000.253), got 1000000000.25. ' +
        'Correct it, or leave origin and offset out.',
    );
  });

  it('is refused when it has an offset and no origin', () => {
    expectRaised(
      readComponent({}, { origin: undefined }),
      'model-invalid',
      'one.json, component 1 of 1: offset must come with an origin at the top of the document, got none.',
    );
  });

  const readFactor = (factor: number[][]) =>
    readComponent({
      covariance: {
        kind: 'dense',
        matrix: [
          [4, 2],
          [2, 10],
        ],
        factor,
      },
    });

  it('is refused when factor times its transpose is not matrix', () => {
    expectRaised(
      readFactor([
        [2, 0],
        [1.5, 3],
      ]),
      'model-invalid',
      'one.json, component 1 of 1: covariance.factor times its transpose must be matrix (2 in [1][0]), got 3. ' +
        'Correct it, or leave factor out.',
    );
    // 1e-8 apart relative to the entries, where 1e-9 is allowed.
    expect(
      readFactor([
        [2, 0],
        [1 + 1e-8, 3],
      ]),
    ).toThrow(expect.objectContaining({ code: 'model-invalid' }));
    expect(
      readFactor([
        [2, 0],
        [1 + 1e-9, 3],
      ]),
    ).not.toThrow();
  });

  it('is refused when factor is not lower triangular with a positive diagonal', () => {
    expectRaised(
      readFactor([
        [2, 1],
        [0, 3],
      ]),
      'model-invalid',
      'one.json, component 1 of 1: covariance.factor[0][1] must be 0, above the diagonal, got 1.',
    );
    expectRaised(
      readFactor([
        [2, 0],
        [1, -3],
      ]),
      'model-invalid',
      'one.json, component 1 of 1: covariance.factor[1][1] must be positive, got -3.',
    );
  });
});
