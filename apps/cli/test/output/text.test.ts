import { createMixture } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import type { SelectionCell } from '../../src/fitting/selection-cell.ts';
import { componentTable } from '../../src/output/component-table.ts';
import { correlationText } from '../../src/output/correlation-text.ts';
import { warningTexts } from '../../src/output/fit-words.ts';
import { columnFormat, costText, nats, share, significant } from '../../src/output/numbers.ts';
import { selectionText } from '../../src/output/selection-text.ts';
import { type Style, styleOf } from '../../src/output/style.ts';
import { traceText } from '../../src/output/trace-text.ts';
import { runCli } from '../run-cli.ts';
import { dataSet } from '../scratch.ts';

/** Styles that can be seen in a test. */
const marked: Style = {
  bold: (text) => text,
  dim: (text) => text,
  good: (text) => (text === '' ? '' : `[${text}]`),
  bad: (text) => text,
};

/** Two components in three columns: standard deviations 2, 1, 0.5 and 1, 1, 1; one correlation of 0.6, one of -0.4. */
const mixture = createMixture({
  weights: [0.75, 0.25],
  means: [
    [10, 0, 1000],
    [-2.5, 0.125, 1001],
  ],
  covariances: [
    {
      form: 'dense',
      dimension: 3,
      factor: Float64Array.of(2, 0, 0, 0.6, 0.8, 0, -0.2, 0.15, Math.sqrt(0.1875)),
    },
    { form: 'identity', dimension: 3, variance: 1 },
  ],
});

describe('numbers are written to the digits that mean something', () => {
  it('a column to three digits of its smallest standard deviation', () => {
    const write = columnFormat([79.9681, 54.4785], [6, 5.8]);
    expect([79.9681, 54.4785, 6, 5.8].map(write)).toEqual(['79.97', '54.48', '6.00', '5.80']);
    expect(columnFormat([12_345_678], [4321])(12_345_678)).toBe('12345678');
  });

  it('a column far from zero to as many decimals', () => {
    expect(columnFormat([1e9 + 3.4877], [1.14])(1e9 + 3.4877)).toBe('1000000003.49');
  });

  it('very small and very large columns in powers of ten, the mean with the digits of its deviation', () => {
    const write = columnFormat([2.5e-12], [3.14159e-14]);
    expect([2.5e-12, 3.14159e-14].map(write)).toEqual(['2.5000e-12', '3.14e-14']);
    expect(columnFormat([1.5e150], [2e149])(1.5e150)).toBe('1.500e+150');
  });

  it('a deviation of next to nothing does not lengthen the others', () => {
    const write = columnFormat([1, 0], [0.25, 4.7e-7]);
    expect([1, 0, 0.25, 4.7e-7].map(write)).toEqual(['1.000', '0.000', '0.250', '4.70e-7']);
  });

  it('likelihoods to a hundredth, weights to a thousandth, none as 0 that is not', () => {
    expect([nats(-1130.26396), nats(1.5e14)]).toEqual(['-1130.26', '1.500000000000e+14']);
    expect([nats(Infinity), costText('cv', 12.345), costText('nec', 0.00612345)]).toEqual([
      '∞',
      '12.35',
      '0.0061',
    ]);
    expect([share(0.3559), share(0), share(1), share(0.00042)]).toEqual([
      '0.356',
      '0.000',
      '1.000',
      '4.2e-4',
    ]);
    expect(significant(-4.155379, 5)).toBe('-4.1554');
  });
});

describe('the table of components', () => {
  const parts = { mixture, names: ['a', 'b', 'c'], rows: [30, 10] };

  it('has a line for each component where there is room', () => {
    expect(componentTable(parts, { width: 80, style: marked }).split('\n')).toEqual([
      '  label   weight   rows              a             b                  c',
      '      0    0.750     30   10.00 ± 2.00   0.00 ± 1.00   1000.000 ± 0.500',
      '      1    0.250     10   -2.50 ± 1.00   0.13 ± 1.00   1001.000 ± 1.000',
    ]);
  });

  it('is turned over where there is none, and tells what it leaves out', () => {
    expect(componentTable(parts, { width: 50, style: marked }).split('\n')).toEqual([
      '  label                   0                  1',
      '  weight              0.750              0.250',
      '  rows                   30                 10',
      '  a            10.00 ± 2.00       -2.50 ± 1.00',
      '  b             0.00 ± 1.00        0.13 ± 1.00',
      '  c        1000.000 ± 0.500   1001.000 ± 1.000',
    ]);
    expect(componentTable(parts, { width: 30, style: marked }).split('\n')).toEqual([
      '  label                   0',
      '  weight              0.750',
      '  rows                   30',
      '  a            10.00 ± 2.00',
      '  b             0.00 ± 1.00',
      '  c        1000.000 ± 0.500',
      '  and 1 component more: see --json',
    ]);
  });
});

describe('correlations', () => {
  it('names the strongest of each component', () => {
    // L L^T: covariances 1.2, -0.4, 0 with standard deviations 2, 1, 0.5.
    expect(correlationText(mixture, ['a', 'b', 'c'])).toEqual([
      'Strongest correlations',
      '      0  a ~ b 0.60, a ~ c -0.40',
      '      1  none above 0.3',
    ]);
  });
});

describe('the table of a selection', () => {
  const cell = (components: number, covariance: string, bic: number): SelectionCell => ({
    ...{ components, covariance, bic, logLikelihood: -bic / 2, parameters: 5, aic: bic - 1, icl: bic + 1 },
    ...{ iterations: 12, converged: true },
  });
  const collapsed = { code: 'collapsed', component: 0, message: 'component 1 of 2 (label 0) collapsed' };

  it('lists the numbers of each model of one structure, and marks the winner', () => {
    const cells = [
      cell(1, 'full', 200),
      cell(2, 'full', 100.5),
      { ...cell(3, 'full', 50), warnings: [collapsed] },
    ];
    const [title, table, note] = selectionText(
      { cells, winner: 1, criterion: 'bic' },
      { width: 100, style: marked },
    );
    expect(title).toBe('BIC of 3 models, smallest is best');
    expect(table!.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['components', 'log-likelihood', 'parameters', 'AIC', 'BIC', 'ICL', 'iterations'],
      ['1', '-100.00', '5', '199.00', '200.00', '201.00', '12'],
      ['[2]', '[-50.25]', '[5]', '[99.50]', '[100.50]', '[101.50]', '[12]', '[◀ best]'],
      ['3', '-25.00', '5', '49.00', '50.00', '51.00', '12', 'collapsed'],
    ]);
    expect(note).toBe('  a collapsed component has a likelihood without bound: such a model cannot win');
  });

  it('is a grid for several structures, with marks that are explained', () => {
    const cells: SelectionCell[] = [
      ...[cell(1, 'full', 200), { ...cell(2, 'full', 50), warnings: [collapsed] }],
      ...[{ ...cell(1, 'diag', 99), warnings: [{ code: 'not-converged', message: 'more' }] }],
      { components: 2, covariance: 'diag', error: 'component 2 of 2 (label 1) lost all its rows' },
    ];
    const [, table, ...notes] = selectionText(
      { cells, winner: 0, criterion: 'icl' },
      { width: 100, style: marked },
    );
    expect(table!.split('\n').map((line) => line.trim().split(/ {3,}/))).toEqual([
      ['components', 'full', 'diag'],
      ['1', '[201.00 ◀]', '100.00 ?'],
      ['2', '51.00 !', 'failed'],
    ]);
    expect(notes).toEqual([
      '  ! a collapsed component has a likelihood without bound: such a model cannot win',
      '  ? not converged: --json has the warnings',
      '  2 diag: component 2 of 2 (label 1) lost all its rows',
    ]);
  });
});

describe('the table of a selection among many structures', () => {
  const thin = { code: 'thin', component: 1, message: 'component 2 of 2 (label 1) is thin' };
  const names = ['EII', 'VEI', 'EVE', 'VVE', 'full'];
  const cells = names.flatMap((covariance, i): SelectionCell[] => [
    { components: 1, covariance, error: `${covariance} failed` },
    ...[2, 3].map((components) => ({
      ...{ components, covariance, bic: 1000.126 + 10 * i + components, logLikelihood: -500, parameters: 9 },
      ...{ aic: 990, icl: 1001, iterations: 7, converged: true },
      ...(i === 0 && components === 2 && { warnings: [thin] }),
    })),
  ]);
  const linesOf = (width: number) =>
    selectionText({ cells, winner: 2, criterion: 'bic' }, { width, style: marked });

  it('has a line for each, with as many decimals as there is room for', () => {
    const [title, table] = linesOf(100);
    expect(title).toBe('BIC of 15 models, smallest is best');
    expect(table!.split('\n')).toEqual([
      '  components       1         2           3',
      '  EII         failed   1002.13!  [1003.13◀]',
      '  VEI         failed   1012.13     1013.13',
      '  EVE         failed   1022.13     1023.13',
      '  VVE         failed   1032.13     1033.13',
      '  full        failed   1042.13     1043.13',
    ]);
    expect(linesOf(30)[1]!.split('\n')[2]).toBe('  VEI         failed   1012     1013');
  });

  it('explains marks and failures, and lists the best that are no doubtful ones', () => {
    const lines = linesOf(100);
    expect(lines.slice(2, 8)).toEqual([
      '  ! a component of few rows, or of rows that happen to lie close: such a model wins only by far',
      ...names.map((name) => `  1 ${name}: ${name} failed`),
    ]);
    expect(lines.slice(8, 10)).toEqual(['', 'Best 3']);
    const best = lines[10]!.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 2));
    expect(best).toEqual([
      ['covariance', 'components'],
      ['[EII]', '[3]'],
      ['VEI', '2'],
      ['VEI', '3'],
    ]);
  });
});

describe('reasons of models that failed', () => {
  it('are told once for a structure, and some of many', () => {
    const cells: SelectionCell[] = [
      { ...{ components: 1, covariance: 'full', bic: 3, logLikelihood: -1 }, parameters: 1, iterations: 1 },
      { components: 2, covariance: 'full', error: 'too few rows' },
      ...Array.from({ length: 14 }, (_, i) => ({
        ...{ components: 1 + (i % 2), covariance: `S${Math.floor(i / 2)}`, error: 'flat' },
      })),
    ];
    const lines = selectionText({ cells, winner: 0, criterion: 'bic' }, { width: 100, style: marked });
    expect(lines.slice(2, 9)).toEqual([
      '  2 full: too few rows',
      ...Array.from({ length: 5 }, (_, i) => `  1, 2 S${i}: flat`),
      '  and 2 more such lines: see --json',
    ]);
  });
});

describe('the spark-line', () => {
  it('rises from the first to the last likelihood, and is at most 48 characters', () => {
    expect(traceText([-8, -4, -2, -1, 0])).toEqual(['▁▄▆▇█  from -8.00 to 0.00 in 4 iterations']);
    expect(traceText([-3])).toEqual([]);
    expect(traceText([-3.002, -2.999])).toEqual([]);
    const [line] = traceText(Array.from({ length: 1000 }, (_, i) => -1 / (i + 1)));
    expect(line!.split('  ')[0]).toHaveLength(48);
  });
});

describe('warnings', () => {
  it('of one kind share a text', () => {
    const collapsed = (component: number) => ({
      code: 'collapsed',
      component,
      message: `${component} collapsed.`,
    });
    const slow = { code: 'not-converged', message: 'more to gain' };
    expect(warningTexts({ warnings: [collapsed(1), slow, collapsed(2), collapsed(4)] })).toEqual([
      '1 collapsed. The same holds for label 2, 4.',
      'more to gain',
    ]);
  });
});

describe('colors', () => {
  const bold = (isTTY: boolean, env: Record<string, string>) => {
    const stdout = { isTTY } as never;
    return styleOf({ stdout, env, stdin: stdout, stderr: stdout }).bold('x') !== 'x';
  };

  it('are for terminals, unless NO_COLOR or FORCE_COLOR says otherwise', () => {
    expect([bold(true, {}), bold(false, {})]).toEqual([true, false]);
    expect([bold(true, { NO_COLOR: '1' }), bold(false, { FORCE_COLOR: '1' })]).toEqual([false, true]);
    expect([bold(true, { FORCE_COLOR: '0' }), bold(true, { NO_COLOR: '' })]).toEqual([false, true]);
  });
});

describe('what a person reads of a fit', () => {
  it('names the data, the columns left out, and what was found', async () => {
    const { stdout, stderr } = await runCli(['fit', dataSet('iris'), '-k', '1']);
    const lines = stdout.split('\n');
    expect(stderr).toBe('');
    expect(lines.slice(0, 2)).toEqual([
      `${dataSet('iris')}  150 rows × 4 columns: sepal_length, sepal_width, petal_length, petal_width`,
      'left out, as text: species (--one-hot encodes such columns)',
    ]);
    // One component is the mean and the standard deviation (divisor n) of each column; R and mclust say the same.
    expect(lines).toContain(
      '      0    1.000    150   5.843 ± 0.825   3.057 ± 0.434    3.76 ± 1.76   1.199 ± 0.760',
    );
    expect(lines).toContain('log-likelihood -379.91 (-2.53276 per row), 14 parameters');
    expect(lines).toContain('AIC 787.83   BIC 829.98   ICL 829.98');
  });

  it('says where standardizing was undone, and in which units it could not be', async () => {
    const undone = await runCli(['fit', dataSet('faithful'), '-k', '1', '--standardize']);
    expect(undone.stdout).toContain('\nstandardized; results are in the units of the data\n');
    expect(undone.stdout).toContain('\n  mean ± standard deviation\n');
    const rotated = await runCli(['fit', dataSet('faithful'), '-k', '1', '--standardize', '--pca', '1']);
    expect(rotated.stdout).toContain('\nstandardized, then principal components, 1 dimension: pc1\n');
    expect(rotated.stdout).toContain('\n  mean ± standard deviation of the principal components\n');
  });

  it('says what the components grew from', async () => {
    const { stdout } = await runCli(['fit', dataSet('iris'), '--initial-labels', 'species']);
    expect(stdout).toContain('\nstarted from labels: 0 from setosa, 1 from versicolor, 2 from virginica\n');
  });
});
