import { readFileSync } from 'node:fs';
import { parseModel } from '@gaussmix/data';
import { fitMixture } from '@gaussmix/em';
import { aic, bic, icl, selectMixture } from '@gaussmix/model-selection';
import { describe, expect, it } from 'vitest';
import { fitDocument } from '../fit-document.ts';
import { readNumbers } from '../read-numbers.ts';
import { runCli } from '../run-cli.ts';
import { dataSet, scratch } from '../scratch.ts';

const files = scratch();
const faithful = dataSet('faithful');
const iris = dataSet('iris');
const faithfulRows = readNumbers('faithful', 2);
const irisRows = readNumbers('iris', 4);

describe('fit --json', () => {
  it('prints the model document of the fit that the library makes, and nothing else', async () => {
    const fit = fitMixture(faithfulRows, { components: 2, covariance: 'tied', seed: 5, restarts: 3 });
    const { stdout, stderr } = await runCli(
      ['fit', faithful, '-k', '2', '--covariance', 'tied', '--seed', '5', '--restarts', '3', '--json'],
      { isTTY: true },
    );
    expect(stderr).toBe('');
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual([
      ...['format', 'version', 'columns', 'transforms', 'structure', 'origin', 'components', 'fit'],
    ]);
    expect(document).toMatchObject({
      format: 'gaussmix-mixture',
      version: 1,
      columns: ['eruptions', 'waiting'],
      transforms: [],
      structure: 'tied',
      components: Array.from(fit.mixture.weights, (weight, k) => ({
        weight,
        mean: Array.from(fit.mixture.means[k]!),
        covariance: { kind: 'dense' },
      })),
      fit: {
        rows: 272,
        logLikelihood: fit.logLikelihood,
        parameters: 8,
        aic: aic.cost(fit),
        bic: bic.cost(fit),
        icl: icl.cost(fit),
        iterations: fit.iterations,
        converged: true,
        seed: 5,
        restarts: { total: 3, failed: 0, best: fit.restarts.best },
      },
    });
  });

  it('prints what --out writes', async () => {
    const out = files.path('model.json');
    const { stdout } = await runCli(['fit', faithful, '-k', '1..2', '--json', '--out', out]);
    expect(readFileSync(out, 'utf8')).toBe(stdout);
    expect(parseModel(stdout).components).toHaveLength(2);
  });

  it('has beside the model a line for every model that was tried', async () => {
    const options = { seed: 1, restarts: 2 };
    const { table, bestCell } = selectMixture(irisRows, {
      ...options,
      components: [2, 1],
      covariances: ['diag', 'spherical'],
      criterion: aic,
    });
    const document = await fitDocument([
      ...[
        iris,
        '-k',
        '2,1',
        '--covariance',
        'diag,spherical',
        '--criterion',
        'aic',
        '--seed',
        '1',
        '--restarts',
        '2',
      ],
    ]);
    expect(document.selection).toEqual(table.map(({ value, warnings, error, ...cell }) => cell));
    expect(document.components).toHaveLength(bestCell.components);
    expect(document.structure).toBe(bestCell.covariance);
  });

  it('says of a model that failed why, and of one that collapsed that it did', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i * i},${i < 20 ? 5 : i}`);
    const file = files.write('copies.csv', `a,b\n${rows.join('\n')}\n`);
    const { selection, fit } = await fitDocument([file, '-k', '1,2', '--restarts', '2']);
    expect(selection![1]!.warnings!.map(({ code, component }) => [code, component])).toContainEqual([
      'collapsed',
      selection![1]!.warnings![0]!.component,
    ]);
    expect(fit!.warnings).toBeUndefined();
    const flat = files.write('flat.csv', 'a,flat\n1,7\n2,7\n4,7\n8,7\n');
    const document = await fitDocument([flat, '-k', '1', '--covariance', 'diag,spherical']);
    expect(document.selection![0]).toEqual({
      components: 1,
      covariance: 'diag',
      error:
        'every column must vary for --covariance diag, got column "flat" that is 7 in every row. ' +
        'Leave the column out, or try --covariance spherical or a positive --regularization.',
    });
  });

  it('runs exactly as many iterations as asked for, none included', async () => {
    for (const iterations of [0, 7]) {
      const { fit } = await fitDocument([
        ...[
          faithful,
          '-k',
          '3',
          '--tolerance',
          '0',
          '--max-iterations',
          String(iterations),
          '--acceleration',
          'none',
        ],
      ]);
      expect(fit!.iterations).toBe(iterations);
    }
  });

  it('takes fewer iterations to the same optimum when accelerated, which is the default', async () => {
    const start = [faithful, '-k', '3', '--restarts', '1', '--initial', 'kmeans'];
    const plain = await fitDocument([...start, '--acceleration', 'none']);
    const accelerated = await fitDocument([...start, '--acceleration', 'anderson']);
    const standard = await fitDocument(start);
    expect(plain.fit!.converged && accelerated.fit!.converged).toBe(true);
    expect(accelerated.fit!.iterations!).toBeLessThan(plain.fit!.iterations! / 3);
    expect(Math.abs(accelerated.fit!.logLikelihood! - plain.fit!.logLikelihood!)).toBeLessThan(
      2 * 272 * 1e-8,
    );
    expect(standard.fit).toEqual(accelerated.fit);
  });

  it('passes regularization, assignment and weights on', async () => {
    const { mixture, logLikelihood } = fitMixture(faithfulRows, {
      ...{ components: 2, regularization: 0.5, assignment: 'hard', weights: 'equal', restarts: 1 },
    });
    const { components, fit } = await fitDocument([
      ...[faithful, '-k', '2', '--regularization', '0.5', '--assignment', 'hard', '--weights', 'equal'],
      ...['--restarts', '1', '--threads', '2'],
    ]);
    expect(components.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    expect(components.map(({ mean }) => mean)).toEqual(mixture.means.map((mean) => Array.from(mean)));
    expect(fit!.logLikelihood).toBe(logLikelihood);
  });
});

describe('the columns of the data', () => {
  it('are those that hold numbers, or those chosen by name or number, in the order chosen', async () => {
    expect((await fitDocument([iris, '-k', '1'])).columns).toEqual([
      ...['sepal_length', 'sepal_width', 'petal_length', 'petal_width'],
    ]);
    expect((await fitDocument([iris, '-k', '1', '--columns', 'petal_width,1'])).columns).toEqual([
      ...['petal_width', 'sepal_length'],
    ]);
  });

  it('may come without a header, with other delimiters, and from standard input', async () => {
    const stdin = '1;2\n3;5\n5;4\n8;8\n';
    const guessed = await fitDocument(['-', '-k', '1'], { stdin });
    expect(guessed.columns).toEqual(['x1', 'x2']);
    expect(guessed.fit!.rows).toBe(4);
    const told = await fitDocument(['-', '-k', '1', '--header', '--delimiter', 'semicolon'], { stdin });
    expect(told.columns).toEqual(['1', '2']);
    const tabs = await fitDocument(['-', '-k', '1', '--no-header'], {
      stdin: '\uFEFF1\t2\r\n3\t5\r\n5\t4\r\n',
    });
    expect(tabs.fit!.rows).toBe(3);
  });

  it('may be text in UTF-16, as spreadsheets write it', async () => {
    const file = files.path('utf16.csv');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, Buffer.from('\uFEFFlänge,b\n1,2\n3,5\n5,4\n', 'utf16le'));
    expect((await fitDocument([file, '-k', '1'])).columns).toEqual(['länge', 'b']);
  });
});

describe('a given start', () => {
  it('may be a model without transforms and fit, and tells how many components there are', async () => {
    const start = {
      format: 'gaussmix-mixture',
      version: 1,
      columns: ['waiting', 'eruptions'],
      components: [
        { weight: 0.5, mean: [80, 4], covariance: { kind: 'diagonal', variances: [30, 0.2] } },
        { weight: 0.5, mean: [50, 2], covariance: { kind: 'identity', dimension: 2, variance: 1 } },
      ],
    };
    const file = files.write('start.json', JSON.stringify(start));
    const { columns, components, fit } = await fitDocument([faithful, '--initial', file]);
    expect(columns).toEqual(['waiting', 'eruptions']); // those of the start, in its order
    expect(components.map(({ mean }) => mean.map(Math.round))).toEqual([
      [80, 4],
      [54, 2],
    ]);
    expect(fit!.restarts).toEqual({ total: 1, failed: 0, best: 1 });
  });

  it('is in the units of the data, standardized or not', async () => {
    const out = files.path('start.model.json');
    const fitted = await fitDocument([faithful, '-k', '2', '--out', out, '--tolerance', '1e-12']);
    const once = ['--initial', out, '--tolerance', '0', '--max-iterations', '0'];
    for (const options of [[], ['--standardize']]) {
      const again = await fitDocument([faithful, ...once, ...options]);
      // Nothing was iterated, so only the change of units is seen: a few roundings.
      expect(again.fit!.logLikelihood! / fitted.fit!.logLikelihood!).toBeCloseTo(1, 13);
      again.components.forEach(({ mean }, k) => {
        mean.forEach((value, j) => {
          expect(value / fitted.components[k]!.mean[j]!).toBeCloseTo(1, 13);
        });
      });
    }
  });

  it('may be a model of principal components of the same data', async () => {
    const out = files.path('pca.model.json');
    const options = ['--standardize', '--pca', '2'];
    const fitted = await fitDocument([iris, '-k', '2', ...options, '--out', out]);
    const again = await fitDocument([iris, '--initial', out, ...options, '--max-iterations', '0']);
    // Nothing was iterated: only coordinates changed there and back, a few roundings.
    expect(again.fit!.logLikelihood! / fitted.fit!.logLikelihood!).toBeCloseTo(1, 13);
    expect(again.transforms).toEqual(fitted.transforms);
    again.components.forEach(({ mean }, k) => {
      mean.forEach((value, j) => {
        expect(value / fitted.components[k]!.mean[j]!).toBeCloseTo(1, 13);
      });
    });
  });

  it('may be the groups in a column, numbered in ascending order', async () => {
    const labels = Int32Array.from({ length: 150 }, (_, i) => Math.floor(i / 50));
    const { mixture, iterations } = fitMixture(irisRows, { components: 3, initial: { labels } });
    const { components, columns, fit } = await fitDocument([iris, '--initial-labels', 'species']);
    expect(columns).toHaveLength(4);
    expect(components.map(({ mean }) => mean)).toEqual(mixture.means.map((mean) => Array.from(mean)));
    expect(fit!.iterations).toBe(iterations);
    const numbers = 'group,x\n10,1\n9,5\n10,1.5\n9,5.5\n10,2\n9,6\n';
    const numbered = await fitDocument(['-', '--initial-labels', '1', '--max-iterations', '0'], {
      stdin: numbers,
    });
    expect(numbered.components.map(({ mean }) => mean)).toEqual([[5.5], [1.5]]);
  });

  it('needs a label in every row', async () => {
    const stdin = 'group,x\na,1\n ,5\na,1.5\nb,5.5\n';
    const { code, stderr } = await runCli(['fit', '-', '--initial-labels', 'group'], { stdin });
    expect(stderr).toBe(
      'gaussmix: standard input, line 3, column "group": must be a label to start from, got an empty cell. ' +
        'Fill the cell in, or remove its row.\n',
    );
    expect(code).toBe(1);
  });
});

describe('preprocessing', () => {
  it('standardizing is undone: the same likelihood and parameters, in the units of the data', async () => {
    const [plain, standardized] = [
      await fitDocument([iris, '-k', '2', '--tolerance', '1e-13']),
      await fitDocument([iris, '-k', '2', '--tolerance', '1e-13', '--standardize']),
    ];
    expect(standardized.transforms).toEqual([]);
    // Both stop within 1e-13 nats per row of the same optimum, where parameters are flat to the root of that.
    expect(standardized.fit!.logLikelihood!).toBeCloseTo(plain.fit!.logLikelihood!, 9);
    expect(standardized.fit!.bic!).toBeCloseTo(plain.fit!.bic!, 9);
    expect(standardized.components[0]!.mean[3]! / plain.components[0]!.mean[3]!).toBeCloseTo(1, 5);
  });

  it('a selection among standardized fits is in the units of the data, too', async () => {
    const { selection, fit } = await fitDocument([faithful, '-k', '1,2', '--standardize']);
    const best = selection!.find(({ bic }) => bic === Math.min(...selection!.map((cell) => cell.bic!)));
    expect(best!.logLikelihood!).toBeCloseTo(fit!.logLikelihood!, 9);
    expect(best!.icl!).toBeCloseTo(fit!.icl as number, 9);
  });

  it('principal components and encodings stay in the document, in order', async () => {
    const { transforms, columns, components } = await fitDocument([
      ...[
        iris,
        '-k',
        '2',
        '--one-hot',
        'species',
        '--standardize',
        '--pca',
        '3',
        '--covariance',
        'spherical',
      ],
    ]);
    expect(transforms.map(({ kind }) => kind)).toEqual(['one-hot', 'standardize', 'pca']);
    expect(columns).toHaveLength(5);
    expect(components[0]!.mean).toHaveLength(3);
  });
});
