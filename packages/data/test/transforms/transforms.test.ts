import { asMatrix } from '@gaussmix/linalg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneHot, parseTable, pca, selectColumns, standardize } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';
import { referenceTable, referenceText } from '../reads.ts';
import { rowsOf } from '../rows.ts';

const reference = JSON.parse(referenceText('transforms.json'));
const iris = selectColumns(referenceTable('iris.csv')).matrix;

/** What scikit-learn's own sums of 150 rows may be off by, in numbers of size 1. */
const sklearnRounding = 1e-13;

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(sklearnRounding * (1 + Math.abs(expected[i]!)));
  });
}

const chosenRows = (x: Parameters<typeof rowsOf>[0]) => reference.chosen.flatMap((i: number) => rowsOf(x)[i]);

describe('standardize', () => {
  it("gives scikit-learn's numbers for iris", () => {
    const fitted = standardize.fit(iris);
    expect(fitted.kind).toBe('standardize');
    expectClose(fitted.means, reference.standardize.means);
    expectClose(fitted.scales, reference.standardize.scales);
    expectClose(chosenRows(standardize.apply(fitted, iris)), reference.standardize.rows.flat());
  });

  it('gives columns with mean 0 and mean square 1', () => {
    const x = asMatrix(
      [
        [1, 10],
        [2, 30],
        [6, 20],
      ],
      'test',
    );
    const fitted = standardize.fit(x);
    expect(fitted.means).toEqual([3, 20]);
    expectClose(fitted.scales, [Math.sqrt(14 / 3), Math.sqrt(200 / 3)]);
  });

  it('keeps the digits of data 1e8 standard deviations from zero', () => {
    // Multiples of 1/256 near 2^27: the shift is exact, so the standardized rows must not move.
    const near = asMatrix(
      [-3, -1, 0, 1, 2, 5].map((v) => [v / 256]),
      'test',
    );
    const far = asMatrix(
      [-3, -1, 0, 1, 2, 5].map((v) => [134217728 + v / 256]),
      'test',
    );
    const scales = [standardize.fit(near).scales[0]!, standardize.fit(far).scales[0]!];
    expect(scales[1]! / scales[0]!).toBeCloseTo(1, 14);
    const [a, b] = [near, far].map((x) => rowsOf(standardize.apply(standardize.fit(x), x)).flat());
    const spreads = [a!, b!].map((z) => z.map((value) => value - z[0]!));
    expectClose(spreads[1]!, spreads[0]!);
  });

  it.each([1e-300, 1e-150, 1e150, 1e300])('neither overflows nor underflows in units of %s', (unit) => {
    const { scales } = standardize.fit(asMatrix([[-unit], [unit], [-unit], [unit]], 'test'));
    expect(scales).toEqual([unit]);
  });

  it('refuses a constant column and names it', () => {
    const table = asMatrix(
      [
        [1, 0.1],
        [2, 0.1],
        [3, 0.1],
      ],
      'test',
    );
    expectRaised(
      () => standardize.fit(table, { names: ['x', 'height'], where: 'people.csv' }),
      'constant',
      'people.csv: column "height" must vary to be standardized, got 0.1 in every row. Leave it out.',
    );
    expectRaised(
      () => standardize.fit(table),
      'constant',
      'standardize: column 2 must vary to be standardized, got 0.1 in every row. Leave it out.',
    );
  });

  it('refuses a column whose numbers are too far apart', () => {
    expectRaised(
      () =>
        standardize.fit(asMatrix([1.7e308, -1.7e308, -1.7e308], 'test'), { names: ['y'], where: 'far.csv' }),
      'range',
      'far.csv: column "y" must have differences below 1.8e308 to be standardized, got larger ones. Try larger units.',
    );
  });
});

describe('pca', () => {
  it("gives scikit-learn's components, signs and rows for iris", () => {
    const fitted = pca.fit(iris, { components: 3 });
    expectClose(fitted.mean, reference.pca.mean);
    expectClose(fitted.components.flat(), reference.pca.components.flat());
    expectClose(fitted.variances, reference.pca.variances);
    expectClose(chosenRows(pca.apply(fitted, iris)), reference.pca.rows.flat());
  });

  it("gives scikit-learn's numbers after standardizing", () => {
    const x = standardize.apply(standardize.fit(iris), iris);
    const fitted = pca.fit(x, { components: 2 });
    expectClose(fitted.components.flat(), reference.standardizedPca.components.flat());
    expectClose(fitted.variances, reference.standardizedPca.variances);
    expectClose(chosenRows(pca.apply(fitted, x)), reference.standardizedPca.rows.flat());
  });

  it('centers before it multiplies, so that data far from zero keep their digits', () => {
    const far = asMatrix(
      [
        [1e9, 1],
        [1e9 + 1, 2],
        [1e9 + 2, 3],
      ],
      'test',
    );
    const fitted = pca.fit(far, { components: 1 });
    const half = Math.sqrt(1 / 2);
    expectClose(fitted.components.flat(), [half, half]);
    expectClose(rowsOf(pca.apply(fitted, far)).flat(), [-2 * half, 0, 2 * half]);
  });

  it.each([0, 3, -1, 1.5, Number.NaN])('refuses %s components of two columns', (components) => {
    expectRaised(
      () =>
        pca.fit(
          asMatrix(
            [
              [1, 2],
              [3, 5],
            ],
            'test',
          ),
          { components, where: 'two.csv' },
        ),
      'pca',
      `two.csv: pca must be a whole number from 1 to the number of columns (2), got ${components}.`,
    );
  });
});

describe('one-hot', () => {
  const table = referenceTable('iris.csv');
  const species = table.columns[4]!;

  it("gives scikit-learn's columns with the first level dropped", () => {
    const fitted = oneHot.fit(table, species);
    expect(fitted).toEqual({ kind: 'one-hot', column: 'species', levels: reference.oneHot.levels });
    const { matrix, names } = selectColumns(table, { columns: 'species', oneHot: 'species' });
    expect(names).toEqual(reference.oneHot.names.map((name: string) => name.replace('_', '=')));
    expect(chosenRows(matrix)).toEqual(reference.oneHot.rows.flat());
  });

  it('orders levels by code units and reads them without white space', () => {
    const odd = parseTable('x\nb\n a\nB\nä\nb ', { header: true });
    expect(oneHot.fit(odd, odd.columns[0]!).levels).toEqual(['B', 'a', 'b', 'ä']);
  });

  it('gives each row the number of its level', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '__proto__'), { minLength: 2 });
    fc.assert(
      fc.property(
        text.filter((cells) => new Set(cells).size > 1),
        (cells) => {
          const one = parseTable(cells.join('\n'), { header: false });
          const fitted = oneHot.fit(one, one.columns[0]!);
          const levels = Array.from(
            oneHot.apply(fitted, one, one.columns[0]!),
            (level) => fitted.levels[level],
          );
          expect(levels).toEqual(cells);
        },
      ),
    );
  });

  it('refuses a level that it has not seen, naming file, line and column', () => {
    const other = parseTable('species,size\nvirginica,1\noak,2', { name: 'trees.csv' });
    expectRaised(
      () => oneHot.apply(oneHot.fit(table, species), other, other.columns[0]!),
      'cell',
      'trees.csv, line 3, column "species": must be one of the levels that the model knows ' +
        '(setosa, versicolor, virginica), got "oak". Remove the row, or fit the model again with such rows.',
    );
  });
});
