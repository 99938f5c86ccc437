import { describe, expect, it } from 'vitest';
import { expectRaised } from '../raises.ts';
import { readTransforms } from './reads-changed.ts';

describe('a document whose transforms do not fit', () => {
  const oneHot = (column: string, ...levels: string[]) => ({ kind: 'one-hot', column, levels });
  const scale = { kind: 'standardize', means: [0, 0], scales: [1, 1] };
  const flat = {
    kind: 'pca',
    mean: [0, 0],
    components: [
      [1, 0],
      [0, 1],
    ],
    variances: [1, 1],
  };

  it.each<[string, unknown[], string]>([
    [
      'is of unknown kind',
      [{ kind: 'log' }],
      't.json, transform 1 of 1: kind must be "one-hot", "standardize" or "pca", got "log".',
    ],
    [
      'has a scale of zero',
      [{ ...scale, scales: [1, 0] }],
      't.json, transform 1 of 1: scales[1] must be positive, got 0.',
    ],
    [
      'has too few means',
      [scale, { ...scale, means: [1] }],
      't.json, transform 2 of 2: means must have 2 numbers, got 1.',
    ],
    [
      'has too many scales',
      [{ ...scale, scales: [1, 2, 3] }],
      't.json, transform 1 of 1: scales must have 2 numbers, got 3.',
    ],
    [
      'has a mean of wrong length',
      [{ ...flat, mean: [0] }],
      't.json, transform 1 of 1: mean must have 2 numbers, got 1.',
    ],
    [
      'has no component',
      [{ ...flat, components: [] }],
      't.json, transform 1 of 1: components must have from 1 to 2 rows, got 0.',
    ],
    [
      'has more components than columns',
      [
        {
          ...flat,
          components: [
            [1, 0],
            [0, 1],
            [1, 1],
          ],
        },
      ],
      't.json, transform 1 of 1: components must have from 1 to 2 rows, got 3.',
    ],
    [
      'has a component of wrong length',
      [
        {
          ...flat,
          components: [
            [1, 0],
            [0, 1, 0],
          ],
        },
      ],
      't.json, transform 1 of 1: components[1] must have 2 numbers, got 3.',
    ],
    [
      'has too few variances',
      [{ ...flat, variances: [1] }],
      't.json, transform 1 of 1: variances must have 2 numbers, got 1.',
    ],
    [
      'has a negative variance',
      [{ ...flat, variances: [1, -1] }],
      't.json, transform 1 of 1: variances[1] must not be negative, got -1.',
    ],
    [
      'encodes a column that is not there',
      [oneHot('color', 'a', 'b')],
      't.json, transform 1 of 1: column must be one of columns, got "color".',
    ],
    [
      'encodes a column twice',
      [oneHot('waiting', 'a', 'b'), oneHot('waiting', 'a', 'b')],
      't.json, transform 1 of 2: column must be encoded once, got "waiting" twice.',
    ],
    [
      'has one level',
      [oneHot('waiting', 'a')],
      't.json, transform 1 of 1: levels must be two or more, got 1.',
    ],
    [
      'has a level twice',
      [oneHot('waiting', 'a', 'b', 'a')],
      't.json, transform 1 of 1: levels must differ from each other, got "a" twice.',
    ],
    [
      'encodes after scaling',
      [scale, oneHot('waiting', 'a', 'b')],
      't.json, transform 2 of 2: one-hot must come before standardize and pca, got it after one.',
    ],
  ])('is refused when one %s', (_, transforms, message) => {
    expectRaised(readTransforms(transforms), 'model-invalid', message);
  });

  it('is refused when columns and transforms give another dimension than the mixture has', () => {
    const message = (d: number) =>
      `t.json, component 1 of 2: mean must have ${d} numbers, as many as columns and transforms give, got 2.`;
    expectRaised(readTransforms([oneHot('waiting', 'a', 'b', 'c')]), 'model-invalid', message(3));
    expectRaised(
      readTransforms([{ ...flat, components: [[1, 0]], variances: [1] }]),
      'model-invalid',
      message(1),
    );
  });

  it('is read when they do give it', () => {
    expect(readTransforms([oneHot('waiting', 'a', 'b'), scale, flat])).not.toThrow();
    expect(readTransforms([oneHot('b', 'p', 'q', 'r')], ['b'])).not.toThrow();
  });
});
