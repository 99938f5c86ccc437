import { fixed } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { aic, bic, type Cell, type Criterion, icl, range, selectMixture } from '../src/index.ts';
import { readDataset } from './read-reference.ts';

const { x: iris } = readDataset('iris', ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']);

/** Two groups on a line, far apart and easy: any start finds them. */
const twoGroups = [0, 1, 2, 3, 20, 21, 22, 23];

/** 20 copies of one point among 20 others: two components would put one on the copies. */
const copies = [...new Array(20).fill(5), ...Array.from({ length: 20 }, (_, i) => i * i)];

describe('A search', () => {
  const { best, bestCell, table } = selectMixture(iris, {
    components: [3, 1],
    covariances: ['tied', 'spherical'],
    restarts: 2,
  });

  test('lists every cell, structure after structure in the order given', () => {
    expect(table.map(({ covariance, components }) => [covariance, components])).toEqual([
      ['tied', 3],
      ['tied', 1],
      ['spherical', 3],
      ['spherical', 1],
    ]);
  });

  test('picks the cell that costs least, by BIC unless told otherwise', () => {
    expect(bestCell).toBe(table[0]);
    expect(table.every(({ value }) => value! >= bestCell.value)).toBe(true);
    expect(table.map(({ value }) => value)).toEqual(table.map((cell) => cell.bic));
  });

  test('returns the fit that won, and its line says what the fit says', () => {
    expect(bestCell).toEqual({
      components: best.mixture.weights.length,
      covariance: best.structure,
      logLikelihood: best.logLikelihood,
      parameters: best.parameters,
      iterations: best.iterations,
      converged: best.converged,
      aic: aic.cost(best),
      bic: bic.cost(best),
      icl: icl.cost(best),
      value: bic.cost(best),
      warnings: best.warnings,
    });
  });

  test('returns plain data', () => {
    expect(structuredClone({ best, bestCell, table })).toEqual({ best, bestCell, table });
  });
});

test('One number of components needs no list, and covariances are full unless told otherwise.', () => {
  const { table } = selectMixture(twoGroups, { components: 2 });
  expect(table.map(({ components, covariance }) => [components, covariance])).toEqual([[2, 'full']]);
});

test('The criterion is the caller’s: any name, any cost.', () => {
  const fewest: Criterion = { name: 'fewest parameters', cost: (fit) => fit.parameters };
  const { bestCell } = selectMixture(twoGroups, { components: [3, 2, 1, 4], criterion: fewest });
  expect([bestCell.components, bestCell.value]).toEqual([1, 2]);
});

test('Of two cells that cost the same the first wins, and one whose cost is NaN never does.', () => {
  const oddIsNaN: Criterion = {
    name: 'odd',
    cost: (fit) => (fit.mixture.weights.length % 2 ? Number.NaN : 7),
  };
  const { bestCell } = selectMixture(twoGroups, { components: [1, 2, 3, 4], criterion: oddIsNaN });
  expect(bestCell.components).toBe(2);
});

test('A structure object takes part under its own name.', () => {
  const unit = fixed({ form: 'identity', dimension: 1, variance: 1.25 });
  const { table, best } = selectMixture(twoGroups, { components: 2, covariances: ['spherical', unit] });
  expect(table.map(({ covariance }) => covariance)).toEqual(['spherical', unit.name]);
  expect(best.structure).toBe(unit.name); // as likely, with fewer parameters
});

test('The options of a fit reach every cell.', () => {
  const { table } = selectMixture(iris, { components: [2, 3], restarts: 1, maxIterations: 3, tolerance: 0 });
  expect(table.map(({ iterations }) => iterations)).toEqual([3, 3]);
});

test('onCell is told every line as it is made.', () => {
  const told: Cell[] = [];
  const { table } = selectMixture(twoGroups, { components: [1, 2], onCell: (cell) => told.push(cell) });
  expect(told).toEqual(table);
});

test('A cell with more components than different rows fails by itself, and says so.', () => {
  const { best, table } = selectMixture([1, 1, 1, 4, 4, 6, 6], { components: [1, 4], restarts: 2 });
  expect(best.mixture.weights.length).toBe(1);
  expect(table[1]!.error).toBe(
    'components must be at most the number of different rows (3), got 4. Try fewer components.',
  );
});

describe('A cell whose component collapsed', () => {
  test('stands in the table with its warning, and does not win though it costs least', () => {
    const { bestCell, table } = selectMixture(copies, { components: [1, 2], restarts: 10 });
    const [healthy, collapsed] = table;
    expect(collapsed!.warnings!.map(({ code }) => code)).toContain('collapsed');
    expect(collapsed!.value).toBeLessThan(healthy!.value!);
    expect(bestCell).toBe(healthy);
  });

  test('wins when there is no healthy one, and still carries its warning', () => {
    const { best, bestCell } = selectMixture(copies, { components: 2, restarts: 10 });
    expect(bestCell.components).toBe(2);
    expect(best.warnings.map(({ code }) => code)).toContain('collapsed');
  });
});

describe('A cell that fails', () => {
  const flat = twoGroups.map((value) => [value, value + (value % 2), 7]);

  test('stands in the table with its reason, and the search goes on', () => {
    const { bestCell, table } = selectMixture(flat, { components: 1, covariances: ['diag', 'spherical'] });
    expect(table[0]).toEqual({
      components: 1,
      covariance: 'diag',
      error:
        'every column must vary for covariance "diag", got column 3 that is 7 in every row. ' +
        'Leave the column out, or try covariance "spherical" or a positive regularization.',
    });
    expect(bestCell.covariance).toBe('spherical');
  });

  test('is listed with its reason in the error when every cell fails', () => {
    expect(() => selectMixture(flat, { components: [1, 2], covariances: ['diag'] })).toThrow(
      new GaussmixError(
        'nothing-fitted',
        [
          'selectMixture: at least one of the 2 cells must be fitted, got none.',
          '  1 x diag: every column must vary for covariance "diag", got column 3 that is 7 in every row. ' +
            'Leave the column out, or try covariance "spherical" or a positive regularization.',
          '  2 x diag: every column must vary for covariance "diag", got column 3 that is 7 in every row. ' +
            'Leave the column out, or try covariance "spherical" or a positive regularization.',
        ].join('\n'),
      ),
    );
  });
});

describe('Bad input is refused before any work is done', () => {
  const neverCalled = () => {
    throw new Error('work was done');
  };
  const refusing = (components: unknown, options = {}) =>
    expect(() =>
      selectMixture(twoGroups, {
        components: components as number[],
        onIteration: neverCalled,
        onCell: neverCalled,
        ...options,
      }),
    );

  test.each([
    ['no list', [], 'none'],
    ['nothing', undefined, 'none'],
    ['0', [1, 0], '0'],
    ['a fraction', [2, 1.5], '1.5'],
    ['a negative number', -3, '-3'],
    ['more than rows', range(7, 10), '9'],
    ['text', '2', '2'],
  ])('when components are %s', (_, components, got) => {
    refusing(components).toThrow(
      new GaussmixError(
        'components',
        'selectMixture: components must be whole numbers from 1 to the number of rows (8), ' +
          `got ${got}. Try range(1, 8).`,
      ),
    );
  });

  test.each([
    ['unknown', ['full', 'fulll'], '"fulll"'],
    ['inherited from Object', ['constructor'], '"constructor"'],
    ['an object that estimates nothing', [{ name: 'EII' }], '{"name":"EII"}'],
    ['none', [], '[]'],
    ['not in a list', 'full', '"full"'],
  ])('when a covariance is %s', (_, covariances, got) => {
    refusing([1, 2], { covariances }).toThrow(
      new GaussmixError(
        'covariance',
        'selectMixture: covariances must be a list of "full", "tied", "diag", "spherical" or structure objects, ' +
          `got ${got}.`,
      ),
    );
  });

  test('when the criterion is only a name', () => {
    refusing([1, 2], { criterion: 'aic' }).toThrow(
      new GaussmixError(
        'criterion',
        'selectMixture: criterion must be an object with a cost, such as the exported bic, got "aic".',
      ),
    );
  });

  test('when one start is given for several numbers of components', () => {
    refusing([2, 3], { initial: { means: [1, 21] } }).toThrow(
      new GaussmixError(
        'initial',
        'selectMixture: initial must be the name of a start when several numbers of components are tried, ' +
          'got a given start for 2, 3 components. Try "kmeans".',
      ),
    );
  });

  test('when an option of the fit is wrong', () => {
    refusing([1, 2], { tolerance: -1 }).toThrow(
      new GaussmixError(
        'tolerance',
        'fitMixture: tolerance must be a number of nats per row, at least 0, got -1',
      ),
    );
  });

  test('when the data are not numbers', () => {
    expect(() => selectMixture([1, Number.NaN], { components: 1 })).toThrow(
      new GaussmixError(
        'not-finite',
        'selectMixture: x must hold finite numbers, got NaN in row 2, column 1. ' +
          'Leave such rows out, or fill them in.',
      ),
    );
  });
});
