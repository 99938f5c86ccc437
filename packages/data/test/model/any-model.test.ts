import { scoreSamples } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixtureOf, parseModel, readModel, transformedNames } from '../../src/index.ts';
import { complete } from './examples.ts';

type Json = Record<string, unknown>;

const base = {
  ...complete(),
  columns: ['eruptions', 'kind'],
  transforms: [
    { kind: 'one-hot', column: 'kind', levels: ['a', 'b', 'c'] },
    { kind: 'standardize', means: [1, 2, 3], scales: [1, 2, 3] },
    {
      kind: 'pca',
      mean: [0, 0, 0],
      components: [
        [1, 0, 0],
        [0, 1, 0],
      ],
      variances: [2, 1],
    },
  ],
};

/** Every place in a value of JSON. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function withChange(document: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = structuredClone(document) as Json;
  copy[key] = withChange(copy[key], rest, value);
  return copy;
}

const changes = fc.record({
  path: fc.constantFrom(...pathsOf(base)),
  value: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      undefined,
      Number.NaN,
      Infinity,
      -1,
      0,
      1e-320,
      1e300,
      'pca',
      'identity',
      [],
      [[]],
      {},
    ),
    fc
      .constantFrom(...pathsOf(base))
      .map((path) => path.reduce<unknown>((at, key) => (at as Json)[key], base)),
  ),
});

describe('any change to a document', () => {
  it('leaves one that can be used, or is refused with a reason', () => {
    expect(readModel(base)).toEqual(base);
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 2 }), (each) => {
        const changed = each.reduce((document: unknown, { path, value }) => {
          const isThere = path
            .slice(0, -1)
            .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
          return path.length === 0 || (typeof isThere === 'object' && isThere !== null)
            ? withChange(document, path, value)
            : document;
        }, base);
        try {
          const document = readModel(changed);
          const mixture = mixtureOf(document);
          expect(transformedNames(document)).toHaveLength(mixture.dimension);
          const [score] = scoreSamples(mixture, [Array.from(mixture.means[0]!)]);
          expect(typeof score).toBe('number');
        } catch (error) {
          expect(error).toBeInstanceOf(GaussmixError);
          expect((error as GaussmixError).code).toMatch(/^model-/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused with a reason when the document is any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseModel(text)).toThrow(GaussmixError);
      }),
    );
  });
});
