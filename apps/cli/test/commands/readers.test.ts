import { readFileSync } from 'node:fs';
import { mixtureOf, parseModel } from '@gaussmix/data';
import {
  componentLogDensities,
  mahalanobis,
  predict,
  predictProba,
  sample,
  scoreSamples,
} from '@gaussmix/distributions';
import { beforeAll, describe, expect, it } from 'vitest';
import { readNumbers } from '../read-numbers.ts';
import { runCli } from '../run-cli.ts';
import { dataSet, scratch } from '../scratch.ts';

const files = scratch();
const faithful = dataSet('faithful');
const rows = readNumbers('faithful', 2);
const model = files.path('model.json');
const K = 2;

beforeAll(async () => {
  await runCli(['fit', faithful, '-k', String(K), '--out', model]);
});

const mixture = () => mixtureOf(parseModel(readFileSync(model, 'utf8')));

/** A command that must succeed. @returns what it prints */
async function output(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

const json = async (...args: string[]) => JSON.parse(await output(...args, '--json'));
const listOf = (matrix: { data: Float64Array; columns: number }) =>
  rows.map((_, i) => Array.from(matrix.data.slice(i * matrix.columns, (i + 1) * matrix.columns)));
const numbersOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));

describe('predict says what the library says', () => {
  it('labels', async () => {
    const labels = Array.from(predict(mixture(), rows));
    expect(await output('predict', model, faithful)).toBe(`label\n${labels.join('\n')}\n`);
    expect(await json('predict', model, faithful)).toEqual({ labels });
  });

  it('posteriors, to the last digit', async () => {
    const posteriors = listOf(predictProba(mixture(), rows));
    const csv = await output('predict', model, faithful, '--proba');
    expect(csv.slice(0, csv.indexOf('\n'))).toBe('posterior_0,posterior_1');
    expect(numbersOf(csv)).toEqual(posteriors);
    const labels = Array.from(predict(mixture(), rows));
    expect(await json('predict', model, faithful, '--proba')).toEqual({ labels, posteriors });
  });

  it('how they came about, for each row and component', async () => {
    const expected = {
      labels: Array.from(predict(mixture(), rows)),
      posteriors: listOf(predictProba(mixture(), rows)),
      componentLogDensities: listOf(componentLogDensities(mixture(), rows)),
      mahalanobis: listOf(mahalanobis(mixture(), rows)),
    };
    expect(await json('predict', model, faithful, '--explain')).toEqual(expected);
    const csv = await output('predict', model, faithful, '--explain');
    expect(csv.slice(0, csv.indexOf('\n'))).toBe('row,label,log_density,posterior,mahalanobis');
    expect(numbersOf(csv)).toEqual(
      rows.flatMap((_, i) =>
        Array.from({ length: K }, (_, k) => [
          ...[i + 1, k, expected.componentLogDensities[i]![k]],
          ...[expected.posteriors[i]![k], expected.mahalanobis[i]![k]],
        ]),
      ),
    );
  });

  it('into a file, when told to', async () => {
    const out = files.path('labels.csv');
    const printed = await output('predict', model, faithful);
    expect(await output('predict', model, faithful, '--out', out)).toBe('');
    expect(readFileSync(out, 'utf8')).toBe(printed);
  });

  it('of columns in another order, among others, or without names', async () => {
    const labels = Array.from(predict(mixture(), rows));
    const turned = `note,waiting,eruptions\n${rows.map(([a, b]) => `x,${b},${a}`).join('\n')}\n`;
    expect(await json('predict', model, files.write('turned.csv', turned))).toEqual({ labels });
    const bare = `${rows.map((row) => row.join(';')).join('\n')}\n`;
    expect(await json('predict', model, files.write('bare.csv', bare))).toEqual({ labels });
    const renamed = `wait,length\n${rows.map(([a, b]) => `${b},${a}`).join('\n')}\n`;
    const file = files.write('renamed.csv', renamed);
    expect(await json('predict', model, file, '--columns', 'length,1')).toEqual({ labels });
  });
});

describe('score', () => {
  const scores = () => Array.from(scoreSamples(mixture(), rows));

  it('is the log-density of each row, to the last digit, and their total', async () => {
    expect(await output('score', model, faithful)).toBe(`log_density\n${scores().join('\n')}\n`);
    const logLikelihood = scores().reduce((sum, value) => sum + value, 0);
    expect(await json('score', model, faithful)).toEqual({ logDensities: scores(), logLikelihood });
  });

  it('flags the rows below the quantile of these data', async () => {
    const sorted = scores().sort((a, b) => a - b);
    // The 272 scores have their 0.01-quantile at place 2.71: between the third and the fourth smallest.
    const threshold = sorted[2]! + 0.71 * (sorted[3]! - sorted[2]!);
    const document = await json('score', model, faithful, '--quantile', '0.01');
    expect(document.quantile).toBe(0.01);
    expect(document.threshold).toBeCloseTo(threshold, 12);
    expect(document.anomalies).toEqual(scores().map((score) => score <= sorted[2]!));
    const lines = (await output('score', model, faithful, '--quantile', '0.01')).trim().split('\n');
    expect(lines[0]).toBe('log_density,anomaly');
    expect(lines.filter((line) => line.endsWith(',true'))).toHaveLength(3);
    expect(lines.filter((line) => line.endsWith(',false'))).toHaveLength(269);
  });

  it('keeps its digits when data lie far from zero', async () => {
    // Whole numbers, so that the shift is exact and every true log-density stays what it was.
    const whole = rows.map(([, waiting]) => [waiting!, Math.round(waiting! * 1.3)]);
    const write = (name: string, shift: number) =>
      files.write(name, `a,b\n${whole.map((row) => row.map((cell) => cell + shift).join()).join('\n')}\n`);
    const [near, far] = [write('near.csv', 0), write('far.csv', 1e9)];
    const start = ['-k', '2', '--seed', '3'];
    await output('fit', near, ...start, '--out', files.path('near.json'));
    await output('fit', far, ...start, '--out', files.path('far.json'));
    const { logDensities } = await json('score', files.path('near.json'), near);
    const { logDensities: shifted } = await json('score', files.path('far.json'), far);
    shifted.forEach((value: number, i: number) => {
      expect(value / logDensities[i]).toBeCloseTo(1, 12);
    });
  });
});

describe('sample', () => {
  it('draws what the library draws, with or without the labels', async () => {
    const drawn = sample(mixture(), 5, { seed: 7 });
    const expected = Array.from({ length: 5 }, (_, i) => Array.from(drawn.rows.data.slice(2 * i, 2 * i + 2)));
    const document = await json('sample', model, '-n', '5', '--seed', '7');
    expect(document).toEqual({
      columns: ['eruptions', 'waiting'],
      rows: expected,
      labels: Array.from(drawn.labels),
    });
    const plain = await output('sample', model, '-n', '5', '--seed', '7');
    expect(plain.startsWith('eruptions,waiting\n')).toBe(true);
    expect(numbersOf(plain)).toEqual(expected);
    const labeled = await output('sample', model, '-n', '5', '--seed', '7', '--labels');
    expect(labeled.startsWith('eruptions,waiting,label\n')).toBe(true);
    expect(numbersOf(labeled)).toEqual(expected.map((row, i) => [...row, drawn.labels[i]!]));
  });

  it('can be fitted and scored again: names with commas and quotes are quoted', async () => {
    const odd = files.write('odd.csv', '"a,b","c ""d"""\n1,2\n2,5\n4,3\n6,6\n5,1\n');
    await output('fit', odd, '-k', '1', '--out', files.path('odd.json'));
    const drawn = files.write('drawn.csv', await output('sample', files.path('odd.json'), '-n', '4'));
    expect((await json('score', files.path('odd.json'), drawn)).logDensities).toHaveLength(4);
  });
});

describe('sampling after transforms', () => {
  const iris = dataSet('iris');

  it('is undone where it can be: standardizing and all principal components', async () => {
    const out = files.path('all.json');
    await output('fit', iris, '-k', '3', '--standardize', '--pca', '4', '--out', out);
    const { columns, rows: drawn } = await json('sample', out, '-n', '4000', '--seed', '2');
    expect(columns).toEqual(['sepal_length', 'sepal_width', 'petal_length', 'petal_width']);
    const irisRows = readNumbers('iris', 4);
    const mean = (list: number[][], j: number) => list.reduce((sum, row) => sum + row[j]!, 0) / list.length;
    const variance = (list: number[][], j: number) =>
      list.reduce((sum, row) => sum + (row[j]! - mean(list, j)) ** 2, 0) / list.length;
    for (const j of [0, 1, 2, 3]) {
      // EM keeps mean and variance of the data. Six standard errors of a mean and of a variance of 4000 rows.
      const spread = Math.sqrt(variance(irisRows, j));
      expect(Math.abs(mean(drawn, j) - mean(irisRows, j))).toBeLessThan((6 * spread) / Math.sqrt(4000));
      expect(Math.abs(variance(drawn, j) / spread ** 2 - 1)).toBeLessThan(6 * Math.sqrt(2 / 4000));
    }
  });

  it('says on standard error which columns are printed where it cannot be', async () => {
    const few = files.path('few.json');
    await output('fit', iris, '-k', '2', '--pca', '2', '--out', few);
    const { stdout, stderr } = await runCli(['sample', few, '-n', '1']);
    expect(stdout.startsWith('pc1,pc2\n')).toBe(true);
    expect(stderr).toBe(
      'gaussmix: the columns are pc1, pc2: 2 of 4 principal components cannot be turned back into columns.\n',
    );
    const encoded = files.path('encoded.json');
    await output('fit', iris, '-k', '1', '--columns', '1', '--one-hot', 'species', '--out', encoded);
    const rest = await runCli(['sample', encoded, '-n', '1']);
    expect(rest.stdout.startsWith('sepal_length,species=versicolor,species=virginica\n')).toBe(true);
    expect(rest.stderr).toBe(
      'gaussmix: the columns are sepal_length, species=versicolor, species=virginica: ' +
        'one-hot columns are not turned back into text.\n',
    );
  });

  it('and predicting does to the data what was done before the fit', async () => {
    const out = files.path('mixed.json');
    await output(
      'fit',
      iris,
      '-k',
      '3',
      '--one-hot',
      'species',
      '--pca',
      '5',
      '--covariance',
      'spherical',
      '--out',
      out,
    );
    const { labels } = await json('predict', out, iris);
    expect(new Set(labels).size).toBe(3);
    const { code, stderr } = await runCli([
      'predict',
      out,
      files.write('rose.csv', 'sepal_length,sepal_width,petal_length,petal_width,species\n1,2,3,4,rose\n'),
    ]);
    expect(stderr).toBe(
      `gaussmix: ${files.path('rose.csv')}, line 2, column "species": must be one of the levels that the model knows ` +
        '(setosa, versicolor, virginica), got "rose". Remove the row, or fit the model again with such rows.\n',
    );
    expect(code).toBe(1);
  });
});

describe('describe', () => {
  it('prints the checked document for programs', async () => {
    expect(await output('describe', model, '--json')).toBe(readFileSync(model, 'utf8'));
  });

  it('prints components and fit for people', async () => {
    const lines = (await output('describe', model)).split('\n');
    expect(lines[0]).toBe(`${model}  2 components, full covariance`);
    expect(lines[1]).toBe('2 columns: eruptions, waiting');
    expect(lines).toContain('      0    0.644   4.290 ± 0.412   79.97 ± 6.00          0.38');
    expect(lines).toContain('fitted to 272 rows, seed 0');
    expect(lines).toContain('AIC 2282.53, BIC 2322.19');
  });
});
