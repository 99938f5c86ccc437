import { asMatrix } from '@gaussmix/linalg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTransforms, parseTable, prepare, transformedNames } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';
import { referenceTable } from '../reads.ts';
import { rowsOf } from '../rows.ts';

const iris = referenceTable('iris.csv');
const faithful = referenceTable('faithful.csv');
const measures = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'];

describe('prepare', () => {
  it('leaves columns as they are when nothing is asked for', () => {
    const { matrix, ...rest } = prepare(iris);
    expect(rowsOf(matrix)[0]).toEqual([5.1, 3.5, 1.4, 0.2]);
    expect(rest).toEqual({ names: measures, columns: measures, transforms: [], leftOut: ['species'] });
  });

  it('encodes, then standardizes, then rotates', () => {
    const prepared = prepare(iris, { oneHot: 'species', standardize: true, pca: 3 });
    expect(prepared.transforms.map(({ kind }) => kind)).toEqual(['one-hot', 'standardize', 'pca']);
    expect(prepared.columns).toEqual([...measures, 'species']);
    expect(prepared.names).toEqual(['pc1', 'pc2', 'pc3']);
    expect([prepared.matrix.rows, prepared.matrix.columns]).toEqual([150, 3]);
    // The first component carries more variance than any of the six columns of variance 1 that it is made of.
    const first = rowsOf(prepared.matrix).map(([value]) => value!);
    expect(first.reduce((sum, value) => sum + value * value, 0) / 150).toBeGreaterThan(1);
  });

  it('keeps as many components as there are columns when asked to', () => {
    expect(prepare(faithful, { pca: 2 }).names).toEqual(['pc1', 'pc2']);
  });

  it.each([0, 3, 1.5])('refuses %s principal components of two columns', (pca) => {
    expectRaised(
      () => prepare(faithful, { pca }),
      'pca',
      `faithful.csv: pca must be a whole number from 1 to the number of columns (2), got ${pca}.`,
    );
  });

  it('counts encoded columns when it counts components', () => {
    expectRaised(
      () => prepare(iris, { columns: 'petal_width', oneHot: 'species', pca: 4 }),
      'pca',
      'iris.csv: pca must be a whole number from 1 to the number of columns (3), got 4.',
    );
  });

  it('refuses to standardize a constant column, by its name', () => {
    expectRaised(
      () => prepare(parseTable('x,y\n1,7\n2,7', { name: 'flat.csv' }), { standardize: true }),
      'constant',
      'flat.csv: column "y" must vary to be standardized, got 7 in every row. Leave it out.',
    );
  });
});

describe('transformedNames', () => {
  it('are the names of the matrix that was prepared', () => {
    for (const options of [{}, { oneHot: 'species' }, { oneHot: 'species', standardize: true, pca: 4 }]) {
      const prepared = prepare(iris, options);
      expect(transformedNames(prepared)).toEqual(prepared.names);
    }
  });
});

describe('applyTransforms', () => {
  it('does to the data of a fit what was done before the fit, to the bit', () => {
    const names = fc.subarray(measures, { minLength: 1 });
    fc.assert(
      fc.property(names, fc.boolean(), fc.boolean(), fc.nat(), (columns, encode, scale, count) => {
        const pca = count % (columns.length + 1);
        const prepared = prepare(iris, {
          columns,
          ...(encode && { oneHot: 'species' }),
          standardize: scale,
          ...(pca > 0 && { pca }),
        });
        expect(applyTransforms(iris, prepared)).toEqual(prepared.matrix);
        const reread = JSON.parse(
          JSON.stringify({ columns: prepared.columns, transforms: prepared.transforms }),
        );
        expect(applyTransforms(iris, reread)).toEqual(prepared.matrix);
      }),
      { numRuns: 50 },
    );
  });

  it('finds columns by name, in whatever order and among others', () => {
    const table = parseTable('id,waiting,note,eruptions\n1,79,a,3.6\n2,54,b,1.8');
    const { matrix } = prepare(parseTable('eruptions,waiting\n3.6,79\n1.8,54'), { standardize: true });
    const prepared = prepare(parseTable('eruptions,waiting\n3.6,79\n1.8,54'), { standardize: true });
    expect(applyTransforms(table, prepared)).toEqual(matrix);
  });

  it('takes columns by position when the table has no header', () => {
    const table = parseTable('3.6,79\n1.8,54');
    const rows = rowsOf(applyTransforms(table, { columns: ['eruptions', 'waiting'], transforms: [] }));
    expect(rows).toEqual([
      [3.6, 79],
      [1.8, 54],
    ]);
  });

  it('finds the numbered columns of another table without a header, text between them or not', () => {
    const model = prepare(parseTable('1,a,2\n3,b,4'));
    expect(model.columns).toEqual(['x1', 'x3']);
    expect(rowsOf(applyTransforms(parseTable('5,c,6'), model))).toEqual([[5, 6]]);
  });

  it('takes the columns that the caller chooses for those of the model', () => {
    const table = parseTable('wait,note,minutes\n79,a,3.6');
    const model = { columns: ['eruptions', 'waiting'], transforms: [] };
    expect(rowsOf(applyTransforms(table, model, { columns: 'minutes,wait' }))).toEqual([[3.6, 79]]);
    expect(rowsOf(applyTransforms(table, model, { columns: ['3', '1'] }))).toEqual([[3.6, 79]]);
  });

  it('encodes a chosen column that has another name than the model gave it', () => {
    const model = prepare(iris, { columns: 'petal_width', oneHot: 'species' });
    const table = parseTable('width,kind\n1.5,virginica\n1,setosa');
    expect(rowsOf(applyTransforms(table, model, { columns: 'width,kind' }))).toEqual([
      [1.5, 0, 1],
      [1, 0, 0],
    ]);
  });

  it('takes numbers in the order of the columns', () => {
    const model = prepare(faithful, { standardize: true, pca: 1 });
    const rows = faithful.columns[0]!.cells.map((_, i) =>
      faithful.columns.map(({ cells }) => Number(cells[i])),
    );
    expect(applyTransforms(rows, model)).toEqual(model.matrix);
    expect(applyTransforms(asMatrix(rows, 'test'), model)).toEqual(model.matrix);
  });

  it('names the columns that the data lack, and lists those that they have', () => {
    const has = 'sepal_length, sepal_width, petal_length, petal_width, species';
    expectRaised(
      () =>
        applyTransforms(
          iris,
          { columns: ['petal_width', 'waiting'], transforms: [] },
          { where: 'predict', model: 'model.json' },
        ),
      'columns',
      `predict: model.json needs column "waiting", iris.csv has ${has}. ` +
        "Rename its columns, or choose them in the model's order (petal_width, waiting).",
    );
    expectRaised(
      () => applyTransforms(iris, { columns: ['eruptions', 'waiting'], transforms: [] }),
      'columns',
      `applyTransforms: the model needs columns "eruptions", "waiting", iris.csv has ${has}. ` +
        "Rename its columns, or choose them in the model's order (eruptions, waiting).",
    );
  });

  it('refuses a table without a header whose number of columns is not that of the model', () => {
    const table = parseTable('1,2,3', { name: 'three.csv' });
    expectRaised(
      () =>
        applyTransforms(table, { columns: ['a', 'b'], transforms: [] }, { where: 'score', model: 'ab.json' }),
      'columns',
      'score: ab.json needs 2 columns (a, b), three.csv has 3 and no header. ' +
        'Give it a header with these names, or choose its columns in this order.',
    );
    expectRaised(
      () => applyTransforms(table, { columns: ['a'], transforms: [] }),
      'columns',
      'applyTransforms: the model needs 1 column (a), three.csv has 3 and no header. ' +
        'Give it a header with these names, or choose its columns in this order.',
    );
  });

  it('refuses a choice of too few columns', () => {
    expectRaised(
      () =>
        applyTransforms(
          iris,
          { columns: ['a', 'b', 'c'], transforms: [] },
          { columns: '1,2', where: 'predict', model: 'abc.json' },
        ),
      'columns',
      'predict: abc.json needs 3 columns (a, b, c), got 2. Choose as many, in this order.',
    );
  });

  it('refuses numbers with another number of columns', () => {
    expectRaised(
      () =>
        applyTransforms(
          [[1, 2, 3]],
          { columns: ['a', 'b'], transforms: [] },
          { where: 'predict', model: 'ab.json' },
        ),
      'columns',
      'predict: x must have the 2 columns of ab.json (a, b), got 3.',
    );
  });

  it('refuses numbers for a model with encoded columns', () => {
    expectRaised(
      () =>
        applyTransforms([[1, 2]], prepare(iris, { columns: '4', oneHot: 'species' }), {
          where: 'predict',
          model: 'iris.json',
        }),
      'columns',
      'predict: iris.json has one-hot column "species", which must come from a table, got numbers. Try parseTable.',
    );
  });

  it('names the cell that is not a number', () => {
    const table = parseTable('eruptions,waiting\n3.6,79\n1.8,', { name: 'gap.csv' });
    expectRaised(
      () => applyTransforms(table, { columns: ['waiting', 'eruptions'], transforms: [] }),
      'cell',
      'gap.csv, line 3, column "waiting": must be a number, got an empty cell. ' +
        'Fill the cell in, remove its row, or leave the column out.',
    );
  });
});
