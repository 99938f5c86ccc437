import { scoreSamples } from '@gaussmix/distributions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mixtureOf,
  parseModel,
  readModel,
  stringifyModel,
  type Transform,
  writeModel,
} from '../../src/index.ts';
import { mixtures } from '../mixtures.ts';
import { complete, fullComponent, handWritten } from './examples.ts';

const names = (dimension: number) => Array.from({ length: dimension }, (_, j) => `column ${j + 1}`);
const scaled = fc.integer({ min: 1, max: 4 }).chain((dimension) => mixtures({ dimension, exponent: 150 }));

describe('a mixture that is written and read', () => {
  it('is the same to the bit, in every form of covariance, in units from 1e-150 to 1e150', () => {
    fc.assert(
      fc.property(scaled, (mixture) => {
        const document = writeModel({ mixture, columns: names(mixture.dimension) });
        const again = mixtureOf(parseModel(stringifyModel(document)));
        expect(again).toEqual(mixture);
      }),
    );
  });

  it('gives the same document again', () => {
    fc.assert(
      fc.property(scaled, (mixture) => {
        const columns = names(mixture.dimension);
        const document = writeModel({ mixture, columns });
        expect(parseModel(stringifyModel(document))).toEqual(document);
        expect(writeModel({ mixture: mixtureOf(document), columns })).toEqual(document);
      }),
    );
  });

  it('keeps covariances shared that were shared', () => {
    fc.assert(
      fc.property(scaled, (mixture) => {
        const again = mixtureOf(
          parseModel(stringifyModel(writeModel({ mixture, columns: names(mixture.dimension) }))),
        );
        mixture.covariances.forEach((covariance, k) => {
          if (covariance === mixture.covariances[0]) expect(again.covariances[k]).toBe(again.covariances[0]);
        });
      }),
    );
  });

  it('scores rows far from zero to the same bit', () => {
    const origin = Float64Array.of(1e9);
    const offsets = [Float64Array.of(0.1), Float64Array.of(-0.3)];
    const mixture = {
      dimension: 1,
      weights: Float64Array.of(0.5, 0.5),
      means: offsets.map((offset) => Float64Array.of(1e9 + offset[0]!)),
      covariances: [1, 2].map((variance) => ({ form: 'identity', dimension: 1, variance }) as const),
      origin,
      offsets,
    };
    const again = mixtureOf(parseModel(stringifyModel(writeModel({ mixture, columns: ['x'] }))));
    const rows = [[1e9], [1e9 + 0.25], [1e9 - 1]];
    expect(scoreSamples(again, rows)).toEqual(scoreSamples(mixture, rows));
    expect(Array.from(again.offsets, ([offset]) => offset)).toEqual([0.1, -0.3]);
  });

  it('keeps minus zero and the smallest doubles', () => {
    const mean = [-0, Number.MIN_VALUE, -Number.MIN_VALUE, 2.2250738585072014e-308, Number.MAX_VALUE];
    const document = readModel({
      ...handWritten(),
      columns: names(5),
      components: [{ weight: 1, mean, covariance: { kind: 'identity', variance: 1, dimension: 5 } }],
    });
    const text = stringifyModel(document);
    expect(text).toContain('[-0, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e+308]');
    expect(mixtureOf(parseModel(text)).means[0]).toEqual(Float64Array.from(mean));
  });

  it('keeps transforms, the fit and the structure', () => {
    const transforms: Transform[] = [
      { kind: 'one-hot', column: 'b', levels: ['p', 'q', 'r'] },
      { kind: 'standardize', means: [1, 0.25, 0.5], scales: [0.1, 2, 3] },
      { kind: 'pca', mean: [0, 0, 1e-17], components: [[0.6, 0.8, 0]], variances: [1.5] },
    ];
    const mixture = fc.sample(mixtures({ dimension: 1, exponent: 3 }), { numRuns: 1, seed: 3 })[0]!;
    const fit = { ...complete().fit, note: 'by hand' };
    const document = writeModel({ mixture, columns: ['a', 'b'], transforms, structure: 'VVE', fit });
    const again = parseModel(stringifyModel(document));
    expect([again.columns, again.transforms, again.structure, again.fit]).toEqual([
      ['a', 'b'],
      transforms,
      'VVE',
      fit,
    ]);
  });
});

describe('a document written by hand', () => {
  it('needs neither transforms nor structure, fit, origin, offsets and factors', () => {
    const document = readModel(handWritten());
    expect([document.transforms, document.structure, document.fit]).toEqual([[], 'custom', undefined]);
    const mixture = mixtureOf(document);
    expect(mixture.weights).toEqual(Float64Array.of(0.25, 0.75));
    expect(mixture.means).toEqual([Float64Array.of(2, 55), Float64Array.of(4, 80)]);
    expect(mixture.covariances).toEqual([
      { form: 'dense', dimension: 2, factor: Float64Array.of(2, 0, 1, 3) },
      { form: 'diagonal', variances: Float64Array.of(0.5, 36) },
    ]);
  });

  it('may have an origin and no offsets', () => {
    const mixture = mixtureOf(readModel({ ...handWritten(), origin: [3, 60] }));
    expect(mixture.origin).toEqual(Float64Array.of(3, 60));
    expect(mixture.offsets).toEqual([Float64Array.of(-1, -5), Float64Array.of(1, 20)]);
  });

  it('may have weights that sum to one within 1e-6, which stay as they are', () => {
    const document = handWritten();
    document.components[0]!.weight = 0.2500009;
    expect(mixtureOf(readModel(document)).weights).toEqual(Float64Array.of(0.2500009, 0.75));
  });

  it('may have an offset and a factor that differ from mean and matrix by rounding: they are what is used', () => {
    const component = fullComponent();
    const document = {
      ...complete(),
      components: [
        {
          ...component,
          offset: [-1 + 1e-12, 5],
          covariance: {
            ...component.covariance,
            factor: [
              [2, 0],
              [1 + 1e-10, 3],
            ],
          },
        },
      ],
    };
    const mixture = mixtureOf(readModel(document));
    expect(mixture.offsets).toEqual([Float64Array.of(-1 + 1e-12, 5)]);
    expect(mixture.covariances).toEqual([
      { form: 'dense', dimension: 2, factor: Float64Array.of(2, 0, 1 + 1e-10, 3) },
    ]);
  });

  it('may begin with a byte-order mark', () => {
    expect(parseModel(`\uFEFF${JSON.stringify(complete())}`)).toEqual(complete());
  });

  it('shares covariances that are written alike, whatever the structure is called', () => {
    const [first, second] = handWritten().components;
    const alike = { ...second, covariance: structuredClone(first!.covariance) };
    const { covariances } = mixtureOf(
      readModel({ ...handWritten(), structure: 'full', components: [first, alike] }),
    );
    expect(covariances[1]).toBe(covariances[0]);
    const apart = mixtureOf(readModel({ ...handWritten(), structure: 'tied' })).covariances;
    expect(apart[1]).not.toBe(apart[0]);
  });

  it('keeps what others put beside it', () => {
    const document = { ...complete(), selection: [{ components: 1, error: 'collapsed' }], note: null };
    expect(readModel(document)).toEqual(document);
    expect(parseModel(stringifyModel(readModel(document)))).toEqual(document);
  });
});

describe('stringifyModel', () => {
  it('indents by two spaces and keeps short lists on one line', () => {
    expect(
      stringifyModel({ ...complete(), fit: { rows: 3, converged: true }, selection: [], note: {} }),
    ).toBe(`{
  "format": "gaussmix-mixture",
  "version": 1,
  "columns": ["eruptions", "waiting"],
  "transforms": [],
  "structure": "full",
  "origin": [3, 50],
  "components": [
    {
      "weight": 1,
      "mean": [2, 55],
      "offset": [-1, 5],
      "covariance": {
        "kind": "dense",
        "matrix": [
          [4, 2],
          [2, 10]
        ],
        "factor": [
          [2, 0],
          [1, 3]
        ]
      }
    }
  ],
  "fit": {
    "rows": 3,
    "converged": true
  },
  "selection": [],
  "note": {}
}
`);
  });

  it('fills lines of up to 100 characters with long lists', () => {
    const trace = Array.from({ length: 40 }, (_, i) => -1000 - i);
    const text = stringifyModel({ ...complete(), trace });
    const lines = text.split('\n');
    const start = lines.indexOf('  "trace": [');
    // Four spaces, 13 times "-1000," with blanks between: 4 + 13 * 6 + 12. The 14 of the last line end without a comma.
    expect(lines.slice(start + 1, start + 4).map((line) => line.length)).toEqual([
      94,
      94,
      4 + 14 * 6 + 13 - 1,
    ]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(JSON.parse(text).trace).toEqual(trace);
  });

  it('leaves out what is undefined', () => {
    expect(stringifyModel({ ...complete(), fit: undefined, selection: undefined })).not.toMatch(
      /fit|selection/,
    );
  });

  it('writes what JSON.parse reads as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (more) => {
        expect(JSON.parse(stringifyModel({ ...complete(), more })).more).toEqual(more);
      }),
    );
  });
});
